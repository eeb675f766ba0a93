package ductus.cli.music.evaluation;

import com.google.gson.JsonObject;
import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.EvaluationText;
import ductus.cli.option.CommonOptions;
import ductus.cluster.evaluation.ClusterMeasuring;
import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.nn.Tape;
import ductus.run.ThreadCount;
import ductus.task.music.evaluation.EvaluationFiles;
import ductus.task.music.evaluation.EvaluationJson;
import ductus.task.music.evaluation.EvaluationReport;
import ductus.task.music.evaluation.Measuring;
import ductus.task.music.evaluation.MelodyEvaluation;
import ductus.task.music.evaluation.MusicEvaluation;
import ductus.task.music.evaluation.MusicReport;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ductus evaluate} with a model of tunes: how well it foretells the notes of held-out ones,
 * and how like them those are that it makes.
 */
public final class TuneEvaluation implements ModelEvaluation {
  private static final MelodyKind KIND = new MelodyKind();

  @Override
  public List<String> encodings() {
    return MusicKinds.names().stream().filter(name -> !name.equals(PolyEncoding.NAME)).toList();
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    return found.encoding().equals(MelodyEncoding.NAME)
        ? melodies(found, request)
        : pieces(found, MusicModels.open(found), request);
  }

  private static int melodies(FoundModel found, EvaluationRequest request)
      throws BadFileException, IOException {
    MusicModel<Melody> opened = MusicModels.open(found, KIND);
    Corpora<Melody> corpora = read(opened.kind(), request);
    MelodyEvaluation evaluation =
        new MelodyEvaluation(opened, request.folder(), corpora.corpus(), corpora.training());
    Path place = place(opened, request);
    EvaluationReport report = look(found, opened, request, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(
        figures,
        EvaluationText.of(report),
        EvaluationFiles.write(report, figures, place),
        request.console());
    return corpora.status();
  }

  /** Any other kind of music. */
  private static <T> int pieces(FoundModel found, MusicModel<T> opened, EvaluationRequest request)
      throws BadFileException, IOException {
    Corpora<T> corpora = read(opened.kind(), request);
    MusicEvaluation<T> evaluation =
        new MusicEvaluation<>(opened, request.folder(), corpora.corpus(), corpora.training());
    Path place = place(opened, request);
    MusicReport report = look(found, opened, request, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(
        figures,
        EvaluationText.of(report),
        EvaluationFiles.write(report, figures, place),
        request.console());
    return corpora.status();
  }

  /** Looks at pieces that were drawn, and measures. */
  @FunctionalInterface
  private interface PieceMeasurement<T, R> {
    R run(
        List<MusicGeneration.DrawnPiece<T>> drawn,
        Measuring measuring,
        Sampling sampling,
        long drawnWith)
        throws IOException;
  }

  /** Draws and measures here, or on a cluster. */
  private static <T, R> R look(
      FoundModel found,
      MusicModel<T> opened,
      EvaluationRequest asked,
      Path place,
      PieceMeasurement<T, R> look)
      throws BadFileException, IOException {
    EvaluationRequest.Samples samples = asked.samples();
    Sampling chosen = samples.sampling().sampling(opened.kind().sampling());
    MusicRequest request = MusicRequest.open(chosen, samples.seed()).with(opened.usual());
    try (Workers workers = crew(opened, asked)) {
      MusicGeneration<T> generation = new MusicGeneration<>(opened, KernelChoice.best(), workers);
      return asked.measure(
          found,
          there -> {
            List<MusicGeneration.DrawnPiece<T>> drawn =
                ClusterSampling.anywhere(
                    there, asked.console(), place, generation, request, samples.count());
            Measuring measuring =
                there.isPresent()
                    ? new ClusterMeasuring(there.get())
                    : Measuring.here(
                        opened.file().network(), new Tape(KernelChoice.best(), workers));
            return look.run(drawn, measuring, chosen, samples.seed());
          });
    }
  }

  /**
   * What was read.
   *
   * @param status exit status, by what was left out
   */
  private record Corpora<T>(
      Corpus<MusicPiece<T>> corpus, Optional<Corpus<MusicPiece<T>>> training, int status) {}

  private static <T> Corpora<T> read(MusicKind<T> kind, EvaluationRequest request)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus = read(kind, request.folder(), request.common());
    Path training = request.source().training();
    Optional<Corpus<MusicPiece<T>>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(kind, training, request.common()));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = request.console().warnOfLeftOut(leftOut.stream().distinct().toList());
    return new Corpora<>(corpus, elsewhere, status);
  }

  private static Workers crew(MusicModel<?> opened, EvaluationRequest request) {
    EvaluationRequest.Samples samples = request.samples();
    request
        .console()
        .say("Making " + NumberText.count(samples.count(), "piece") + ", seed " + samples.seed());
    return new Workers(
        ThreadCount.of(
            opened.file().network().config(),
            Math.min(samples.count(), MusicGeneration.AT_A_TIME),
            request.common().threads()));
  }

  private static Path place(MusicModel<?> opened, EvaluationRequest request) throws IOException {
    return request.out().folder("evaluate-" + opened.name());
  }

  private static void tell(JsonObject figures, String text, List<Path> files, Console console) {
    console.printJson(figures);
    console.print(text);
    files.forEach(file -> console.say("Wrote " + file));
  }

  private static <T> Corpus<MusicPiece<T>> read(MusicKind<T> kind, Path path, CommonOptions common)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return MusicCorpus.read(kind, path, common.threads(), progress);
    }
  }
}
