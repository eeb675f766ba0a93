package ductus.cli.music.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import ductus.cli.console.Console;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.EvaluationText;
import ductus.cli.format.FrameEvaluationText;
import ductus.cluster.evaluation.ChordLosses;
import ductus.cluster.evaluation.ClusterMeasuring;
import ductus.cluster.evaluation.ClusterModel;
import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.frames.Frames;
import ductus.nn.Tape;
import ductus.task.music.evaluation.EvaluationFiles;
import ductus.task.music.evaluation.EvaluationJson;
import ductus.task.music.evaluation.Measuring;
import ductus.task.music.evaluation.MusicEvaluation;
import ductus.task.music.evaluation.MusicReport;
import ductus.task.music.frames.ChordScoring;
import ductus.task.music.frames.FrameEvaluation;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.FrameCollection;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ductus evaluate} with a model of polyphony: how well it predicts frames, and how like the
 * held-out pieces those are that it makes.
 */
public final class FramesEvaluation implements ModelEvaluation {
  private static final PolyKind POLY = new PolyKind();

  /** Writes fields by the names of {@link FrameEvaluation}. */
  private static final Gson GSON = new Gson();

  private static final List<String> LIKENESS = List.of("generated", "copied", "statistics");

  @Override
  public List<String> encodings() {
    return List.of(PolyEncoding.NAME);
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  /** None: how well frames are predicted can be measured alone. */
  @Override
  public int fewestSamples() {
    return 0;
  }

  @Override
  public Set<String> ownOptions() {
    return Set.of("--split");
  }

  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path path = request.folder();
    Console console = request.console();
    Sampling sampling = request.samples().sampling().sampling(POLY.sampling());
    Kernels kernels = KernelChoice.best();
    console.noticeOfKernels(kernels);
    MusicModel<Frames> model = MusicModels.open(found, POLY);
    FrameCollection all = FrameReading.all(path, request);
    FrameCollection collection = FrameReading.asked(all, request);
    int status = console.warnOfLeftOut(collection.leftOut());
    Path elsewhere = request.source().training();
    Corpus<MusicPiece<Frames>> training =
        elsewhere == null
            ? all.corpus(path)
            : FrameReading.all(elsewhere, request).corpus(elsewhere);
    EvaluationRequest.Samples samples = request.samples();
    Optional<MusicEvaluation<Frames>> likeness =
        samples.count() > 0 ? likeness(model, request, collection, training) : Optional.empty();
    Path folder = request.out().folder("evaluate-" + model.name());
    try (Workers workers = new Workers(request.common().threads())) {
      return request.measure(
          found,
          there -> {
            List<MusicGeneration.DrawnPiece<Frames>> drawn =
                likeness.isPresent() ? draw(model, request, there, folder, workers) : List.of();
            FrameScoring scoring =
                there
                    .map(ChordLosses::by)
                    .orElseGet(() -> new ChordScoring(model.file().network(), kernels, workers));
            FrameEvaluation frames =
                FrameEvaluation.of(found.place().name(), found.sha256(), scoring, collection);
            JsonObject figures = GSON.toJsonTree(frames).getAsJsonObject();
            console.print(FrameEvaluationText.of(frames));
            if (likeness.isPresent()) {
              Measuring measuring =
                  there.isPresent()
                      ? new ClusterMeasuring(there.get())
                      : Measuring.here(model.file().network(), new Tape(kernels, workers));
              tell(
                  likeness.get().run(drawn, measuring, sampling, samples.seed()),
                  figures,
                  folder,
                  console);
            }
            console.printJson(figures);
            return status;
          });
    }
  }

  private static List<MusicGeneration.DrawnPiece<Frames>> draw(
      MusicModel<Frames> model,
      EvaluationRequest asked,
      Optional<ClusterModel> there,
      Path folder,
      Workers workers)
      throws BadFileException, IOException {
    EvaluationRequest.Samples samples = asked.samples();
    asked.console().say("Making " + NumberText.count(samples.count(), "piece"));
    MusicGeneration<Frames> generation = new MusicGeneration<>(model, KernelChoice.best(), workers);
    MusicRequest request =
        MusicRequest.open(samples.sampling().sampling(POLY.sampling()), samples.seed());
    return ClusterSampling.anywhere(
        there, asked.console(), folder, generation, request, samples.count());
  }

  /** Says how like the held-out pieces those are that were made. */
  private static void tell(MusicReport report, JsonObject figures, Path folder, Console console)
      throws IOException {
    JsonObject more = EvaluationJson.of(report);
    LIKENESS.forEach(field -> figures.add(field, more.get(field)));
    console.print(EvaluationText.ofMade(report));
    EvaluationFiles.write(report, figures, folder).forEach(file -> console.say("Wrote " + file));
  }

  /** Nothing where all pieces were trained on. */
  private static Optional<MusicEvaluation<Frames>> likeness(
      MusicModel<Frames> model,
      EvaluationRequest request,
      FrameCollection collection,
      Corpus<MusicPiece<Frames>> training) {
    Path path = request.folder();
    try {
      return Optional.of(
          new MusicEvaluation<>(model, path, collection.corpus(path), Optional.of(training)));
    } catch (BadFileException allTrainedOn) {
      request.console().say("No statistics of new pieces: " + allTrainedOn.getMessage());
      return Optional.empty();
    }
  }
}
