package ductus.cli;

import com.google.gson.JsonObject;
import ductus.cli.console.Progress;
import ductus.cli.format.EvaluationText;
import ductus.cli.format.NumberText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cluster.evaluation.ClusterMeasuring;
import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code ductus evaluate} with a model of tunes: how well it foretells the notes of held-out ones,
 * and how like them those are that it makes.
 */
final class TuneEvaluation {
  private static final MelodyKind KIND = new MelodyKind();

  private final CommonOptions common;
  private final MasterOption master;

  TuneEvaluation(CommonOptions common, MasterOption master) {
    this.common = common;
    this.master = master;
  }

  /**
   * Where tunes come from.
   *
   * @param training where the model's training pieces are, if elsewhere
   */
  record Source(Path folder, @Nullable Path training) {}

  /**
   * The tunes to make.
   *
   * @param seed of the first
   * @param count at least one
   */
  record Made(SamplingOptions sampling, long seed, int count) {}

  /** Measures, tells and writes what it found. Returns the exit status. */
  int run(FoundModel found, Source source, Made made, OutOption out)
      throws BadFileException, IOException {
    return found.encoding().equals(MelodyEncoding.NAME)
        ? melodies(found, source, made, out)
        : pieces(found, MusicModels.open(found), source, made, out);
  }

  private int melodies(FoundModel found, Source source, Made made, OutOption out)
      throws BadFileException, IOException {
    MusicModel<Melody> opened = MusicModels.open(found, KIND);
    Corpora<Melody> corpora = read(opened.kind(), source);
    MelodyEvaluation evaluation =
        new MelodyEvaluation(opened, source.folder(), corpora.corpus(), corpora.training());
    Path place = place(opened, out);
    EvaluationReport report = look(found, opened, made, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(figures, EvaluationText.of(report), EvaluationFiles.write(report, figures, place));
    return corpora.status();
  }

  /** Any other kind of music. */
  private <T> int pieces(
      FoundModel found, MusicModel<T> opened, Source source, Made made, OutOption out)
      throws BadFileException, IOException {
    Corpora<T> corpora = read(opened.kind(), source);
    MusicEvaluation<T> evaluation =
        new MusicEvaluation<>(opened, source.folder(), corpora.corpus(), corpora.training());
    Path place = place(opened, out);
    MusicReport report = look(found, opened, made, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(figures, EvaluationText.of(report), EvaluationFiles.write(report, figures, place));
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
  private <T, R> R look(
      FoundModel found, MusicModel<T> opened, Made made, Path place, PieceMeasurement<T, R> look)
      throws BadFileException, IOException {
    Sampling chosen = made.sampling().sampling(opened.kind().sampling());
    MusicRequest request = MusicRequest.open(chosen, made.seed());
    try (Workers workers = crew(opened, made)) {
      MusicGeneration<T> generation = new MusicGeneration<>(opened, KernelChoice.best(), workers);
      return master.evaluate(
          found,
          common.console(),
          there -> {
            List<MusicGeneration.DrawnPiece<T>> drawn =
                ClusterSampling.anywhere(
                    there, common.console(), place, generation, request, made.count());
            Measuring measuring =
                there.isPresent()
                    ? new ClusterMeasuring(there.get())
                    : Measuring.here(
                        opened.file().network(), new Tape(KernelChoice.best(), workers));
            return look.run(drawn, measuring, chosen, made.seed());
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

  private <T> Corpora<T> read(MusicKind<T> kind, Source source)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus = read(kind, source.folder());
    Optional<Corpus<MusicPiece<T>>> elsewhere =
        source.training() == null ? Optional.empty() : Optional.of(read(kind, source.training()));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = common.console().warnOfLeftOut(leftOut.stream().distinct().toList());
    return new Corpora<>(corpus, elsewhere, status);
  }

  private Workers crew(MusicModel<?> opened, Made made) {
    common
        .console()
        .say("Making " + NumberText.count(made.count(), "piece") + ", seed " + made.seed());
    return new Workers(
        ThreadCount.of(
            opened.file().network().config(),
            Math.min(made.count(), MusicGeneration.AT_A_TIME),
            common.threads()));
  }

  private static Path place(MusicModel<?> opened, OutOption out) throws IOException {
    return out.folder("evaluate-" + opened.name());
  }

  private void tell(JsonObject figures, String text, List<Path> files) {
    common.console().printJson(figures);
    common.console().print(text);
    files.forEach(file -> common.console().say("Wrote " + file));
  }

  private <T> Corpus<MusicPiece<T>> read(MusicKind<T> kind, Path path)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return MusicCorpus.read(kind, path, common.threads(), progress::reach);
    }
  }
}
