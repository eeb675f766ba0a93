package ductus.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import ductus.cli.console.Progress;
import ductus.cli.format.EvaluationText;
import ductus.cli.format.FrameEvaluationText;
import ductus.cli.format.NumberText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cluster.evaluation.ChordLosses;
import ductus.cluster.evaluation.ClusterMeasuring;
import ductus.cluster.evaluation.ClusterModel;
import ductus.cluster.evaluation.KeyNats;
import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.model.place.FoundModel;
import ductus.music.frames.Frames;
import ductus.nn.Tape;
import ductus.task.music.evaluation.EvaluationFiles;
import ductus.task.music.evaluation.EvaluationJson;
import ductus.task.music.evaluation.Measuring;
import ductus.task.music.evaluation.MusicEvaluation;
import ductus.task.music.evaluation.MusicReport;
import ductus.task.music.frames.ChordScoring;
import ductus.task.music.frames.FrameEvaluation;
import ductus.task.music.frames.FrameScoring;
import ductus.task.music.frames.KeyScoring;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code ductus evaluate} with a model of polyphony: how well it predicts frames, and how like the
 * held-out pieces those are that it makes.
 */
final class FramesEvaluation {
  /** As the names of {@link FrameEvaluation} stand. */
  private static final Gson GSON = new Gson();

  private static final List<String> LIKENESS = List.of("generated", "copied", "statistics");
  private final CommonOptions common;
  private final MasterOption master;

  FramesEvaluation(CommonOptions common, MasterOption master) {
    this.common = common;
    this.master = master;
  }

  /**
   * Where frames come from.
   *
   * @param path JSON, MIDI or a folder
   * @param split of a JSON file; null for all
   * @param training where the model's training pieces are, if elsewhere
   */
  record Source(Path path, @Nullable String split, @Nullable Path training) {}

  /** Measures how a model that predicts each key by itself predicts. Returns the exit status. */
  int keys(FoundModel found, Source source) throws BadFileException, IOException {
    Kernels kernels = kernels();
    FrameCollection collection = only(read(source.path()), source.split());
    int status = common.console().warnOfLeftOut(collection.leftOut());
    try (Workers workers = new Workers(common.threads())) {
      FrameNetwork network = found.open(FrameNetwork.KIND).network();
      FrameEvaluation frames =
          master.evaluate(
              found,
              common.console(),
              there ->
                  FrameEvaluation.of(
                      found.place().name(),
                      found.sha256(),
                      there
                          .map(KeyNats::by)
                          .orElseGet(() -> new KeyScoring(network, kernels, workers)),
                      collection));
      common.console().print(FrameEvaluationText.of(frames));
      common.console().printJson(frames);
    }
    return status;
  }

  /**
   * Measures how a model that draws chords predicts, and what it makes.
   *
   * @param made how the pieces are drawn that are held against those that were not trained on
   * @param place folder for the report on these
   * @return exit status
   */
  int chords(FoundModel found, Source source, Made made, OutOption place)
      throws BadFileException, IOException {
    Kernels kernels = kernels();
    MusicModel<Frames> model = MusicModels.open(found, new PolyKind());
    FrameCollection all = read(source.path());
    FrameCollection collection = only(all, source.split());
    int status = common.console().warnOfLeftOut(collection.leftOut());
    Corpus<MusicPiece<Frames>> training =
        source.training() == null
            ? all.corpus(source.path())
            : read(source.training()).corpus(source.training());
    Optional<MusicEvaluation<Frames>> likeness =
        made.samples() > 0 ? likeness(model, source, collection, training) : Optional.empty();
    Path folder = place.folder("evaluate-" + model.name());
    try (Workers workers = new Workers(common.threads())) {
      return master.evaluate(
          found,
          common.console(),
          there -> {
            List<MusicGeneration.DrawnPiece<Frames>> drawn =
                likeness.isPresent() ? draw(model, made, there, folder, workers) : List.of();
            FrameScoring scoring =
                there
                    .map(ChordLosses::by)
                    .orElseGet(() -> new ChordScoring(model.file().network(), kernels, workers));
            FrameEvaluation frames =
                FrameEvaluation.of(found.place().name(), found.sha256(), scoring, collection);
            JsonObject figures = GSON.toJsonTree(frames).getAsJsonObject();
            common.console().print(FrameEvaluationText.of(frames));
            if (likeness.isPresent()) {
              Measuring measuring =
                  there.isPresent()
                      ? new ClusterMeasuring(there.get())
                      : Measuring.here(model.file().network(), new Tape(kernels, workers));
              tell(
                  likeness.get().run(drawn, measuring, made.sampling(), made.seed()),
                  figures,
                  folder);
            }
            common.console().printJson(figures);
            return status;
          });
    }
  }

  private List<MusicGeneration.DrawnPiece<Frames>> draw(
      MusicModel<Frames> model,
      Made made,
      Optional<ClusterModel> there,
      Path folder,
      Workers workers)
      throws BadFileException, IOException {
    common.console().say("Making " + NumberText.count(made.samples(), "piece"));
    MusicGeneration<Frames> generation = new MusicGeneration<>(model, KernelChoice.best(), workers);
    MusicRequest request = MusicRequest.open(made.sampling(), made.seed());
    return ClusterSampling.anywhere(
        there, common.console(), folder, generation, request, made.samples());
  }

  /** How like the held-out pieces those are that were made. */
  private void tell(MusicReport report, JsonObject figures, Path folder) throws IOException {
    JsonObject more = EvaluationJson.of(report);
    LIKENESS.forEach(field -> figures.add(field, more.get(field)));
    common.console().print(EvaluationText.ofMade(report));
    EvaluationFiles.write(report, figures, folder)
        .forEach(file -> common.console().say("Wrote " + file));
  }

  /** How new pieces are drawn. */
  record Made(Sampling sampling, long seed, int samples) {}

  /** Nothing where all pieces were trained on. */
  private Optional<MusicEvaluation<Frames>> likeness(
      MusicModel<Frames> model,
      Source source,
      FrameCollection collection,
      Corpus<MusicPiece<Frames>> training) {
    try {
      return Optional.of(
          new MusicEvaluation<>(
              model, source.path(), collection.corpus(source.path()), Optional.of(training)));
    } catch (BadFileException allTrainedOn) {
      common.console().say("No statistics of new pieces: " + allTrainedOn.getMessage());
      return Optional.empty();
    }
  }

  private Kernels kernels() {
    Kernels kernels = KernelChoice.best();
    common.console().noticeOfKernels(kernels);
    return kernels;
  }

  private FrameCollection read(Path source) throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return FrameCollection.read(source, progress::reach);
    }
  }

  private FrameCollection only(FrameCollection all, @Nullable String split) {
    try {
      return split == null ? all : all.only(split);
    } catch (IllegalArgumentException unknown) {
      throw common.wrongUsage("--split: " + unknown.getMessage());
    }
  }
}
