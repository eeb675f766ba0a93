package ductus.cli;

import com.google.gson.JsonObject;
import ductus.cli.classification.ClassEvaluationReport;
import ductus.cli.classification.TagEvaluationReport;
import ductus.cli.console.Progress;
import ductus.cli.drawing.TracingEvaluationReport;
import ductus.cli.harmony.HarmonyEvaluation;
import ductus.cli.hearing.ListenerEvaluation;
import ductus.cli.language.TextEvaluationReport;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.series.SeriesEvaluationReport;
import ductus.cli.text.EvaluationText;
import ductus.cli.text.Words;
import ductus.cli.translation.PairEvaluation;
import ductus.cluster.evaluation.ClusterMeasuring;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.ink.encoding.PenEncoding;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.model.reading.ReaderNetwork;
import ductus.model.tagging.TaggingNetwork;
import ductus.model.tracing.TracerNetwork;
import ductus.model.translation.TranslationNetwork;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.nn.Tape;
import ductus.series.network.SeriesConfig;
import ductus.text.CharacterEncoding;
import ductus.text.WordEncoding;
import ductus.workbench.CrewSize;
import ductus.workbench.FoundModel;
import ductus.workbench.ModelCatalogue;
import ductus.workbench.classification.subject.Subjects;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.LeftOut;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.evaluation.EvaluationFiles;
import ductus.workbench.evaluation.EvaluationJson;
import ductus.workbench.evaluation.EvaluationReport;
import ductus.workbench.evaluation.Measuring;
import ductus.workbench.evaluation.MelodyEvaluation;
import ductus.workbench.evaluation.MusicEvaluation;
import ductus.workbench.evaluation.MusicReport;
import ductus.workbench.generation.MusicGeneration;
import ductus.workbench.generation.OutputNames;
import ductus.workbench.harmony.HarmonyModels;
import ductus.workbench.hearing.Listener;
import ductus.workbench.kind.MelodyKind;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.MusicModel;
import ductus.workbench.kind.MusicModels;
import ductus.workbench.kind.MusicRequest;
import ductus.workbench.kind.PolyKind;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.reading.ReadingModels;
import ductus.workbench.tagging.WordTagger;
import ductus.workbench.text.TextModel;
import ductus.workbench.tracing.LetterTracer;
import ductus.workbench.translation.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus evaluate MODEL FOLDER}: how good a model is. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model on what it was not trained on:",
      "  music: a folder of tunes, how well each note is foretold, and how like them new ones are;"
          + " chorales also on frames in JSON",
      "  hands, readers, drawers of letters: folders of hands",
      "  harmony: tunes with chords, or chorales",
      "  listeners: a folder of tunes, which are rendered",
      "  texts: a folder of text; translators: a file of pairs; classes and tags: things with"
          + " theirs",
      "  series: a file of CSV, whose last tenth of rows counts",
      "",
      "The folder that the model was trained on will do: its training pieces are recognized and"
          + " left out, those that were held out remain.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 10_000;
  private static final long USUAL_SEED = 1;
  private static final MelodyKind KIND = new MelodyKind();
  private static final PolyKind POLY = new PolyKind();
  private static final List<String> SHIPPED =
      Stream.of(
              ModelCatalogue.SHIPPED,
              List.of(HandModel.SHIPPED, ReadingModels.SHIPPED, Translator.SHIPPED),
              List.of(LetterTracer.SHIPPED, Listener.SHIPPED, WordTagger.SHIPPED),
              HarmonyModels.SHIPPED,
              TextModel.SHIPPED,
              Subjects.SHIPPED)
          .flatMap(List::stream)
          .toList();

  /** What else than music is measured by clusters. */
  private static final List<String> CLUSTERED =
      List.of(
          FrameNetwork.ENCODING,
          PenEncoding.NAME,
          ReaderNetwork.ENCODING,
          TracerNetwork.ENCODING,
          CharacterEncoding.NAME,
          WordEncoding.NAME);

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model's file or training run, or the name of a model that ships.")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FOLDER",
      description =
          "A folder of MIDI files or of text, or folders of hands; of polyphony also a MIDI file,"
              + " or sets of frames in JSON.")
  private List<Path> folders = List.of();

  @Option(
      names = "--training",
      paramLabel = "FOLDER",
      description =
          "Where the model's training pieces are, if they are not in FOLDER; the baselines learn"
              + " from them.")
  private @Nullable Path training;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "Tunes to make, or lines to write or read in each hand; ${DEFAULT-VALUE} by default. 0 of"
              + " polyphony: only how well frames are predicted.")
  private int samples = 100;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description =
          "With a model of polyphony: only this split of a JSON file, such as valid; else all.")
  private @Nullable String split;

  @Mixin private HandEvaluationOptions handwriting = new HandEvaluationOptions();
  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    FoundModel found = FoundModel.find(model, SHIPPED);
    int least = found.encoding().equals(PolyEncoding.NAME) ? 0 : 1;
    if (samples < least || samples > MOST_SAMPLES) {
      throw common.wrongUsage(
          "--samples must be %d to %d but was %d".formatted(least, MOST_SAMPLES, samples));
    }
    long drawnWith = seed.orElse(USUAL_SEED);
    if (master.isGiven() && !isForClusters(found.encoding())) {
      throw common.wrongUsage(
          ("--master is for models of tunes, polyphony, text and hands, readers and drawers of"
                  + " letters, but %s is one of %s")
              .formatted(model, found.encoding()));
    }
    if (Subjects.has(found.encoding())) {
      return new ClassEvaluationReport(common).run(found, oneFolder(), training, out);
    }
    return switch (found.encoding()) {
      case PenEncoding.NAME ->
          new HandEvaluation(common, master, handwriting).run(found, folders, samples, drawnWith);
      case ReaderNetwork.ENCODING ->
          new ReaderEvaluation(common, master, handwriting).run(found, folders, samples, drawnWith);
      case TracerNetwork.ENCODING ->
          new TracingEvaluationReport(common, master, handwriting)
              .run(found, folders, samples, drawnWith, out.path().orElse(null));
      case TaggingNetwork.CHORDS ->
          new HarmonyEvaluation(common).chords(found, oneFolder(), training);
      case TaggingNetwork.VOICES ->
          new HarmonyEvaluation(common).voices(found, oneFolder(), samples, drawnWith);
      case SeriesConfig.ENCODING ->
          new SeriesEvaluationReport(common).run(found, oneFolder(), drawnWith);
      case Listener.ENCODING ->
          new ListenerEvaluation(common).run(found, oneFolder(), samples, drawnWith);
      case WordTagger.ENCODING ->
          new TagEvaluationReport(common).run(found, oneFolder(), training, out);
      case TranslationNetwork.ENCODING -> new PairEvaluation(common).run(found, oneFolder());
      case FrameNetwork.ENCODING -> new FramesEvaluation(common, master).keys(found, frames());
      case PolyEncoding.NAME ->
          new FramesEvaluation(common, master)
              .chords(
                  found,
                  frames(),
                  new FramesEvaluation.Made(sampling.sampling(POLY.sampling()), drawnWith, samples),
                  out);
      case CharacterEncoding.NAME, WordEncoding.NAME ->
          new TextEvaluationReport(common, master).run(found, oneFolder());
      case MelodyEncoding.NAME -> melodies(found, drawnWith);
      default -> pieces(found, MusicModels.open(found), drawnWith);
    };
  }

  /** Whether a cluster has a part of the work to do. */
  private static boolean isForClusters(String encoding) {
    return CLUSTERED.contains(encoding) || MusicKinds.find(encoding).isPresent();
  }

  private FramesEvaluation.Source frames() {
    return new FramesEvaluation.Source(oneFolder(), split, training);
  }

  private Path oneFolder() {
    if (folders.size() > 1) {
      throw common.wrongUsage("FOLDER must be one folder of MIDI files but were " + folders.size());
    }
    return folders.get(0);
  }

  private int melodies(FoundModel found, long drawnWith) throws BadFileException, IOException {
    MusicModel<Melody> opened = MusicModels.open(found, KIND);
    Corpora<Melody> corpora = read(opened.kind());
    MelodyEvaluation evaluation =
        new MelodyEvaluation(opened, folders.get(0), corpora.corpus(), corpora.training());
    Path place = place(opened);
    EvaluationReport report = look(found, opened, drawnWith, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(figures, EvaluationText.of(report), EvaluationFiles.write(report, figures, place));
    return corpora.status();
  }

  /** Any other kind of music. */
  private <T> int pieces(FoundModel found, MusicModel<T> opened, long drawnWith)
      throws BadFileException, IOException {
    Corpora<T> corpora = read(opened.kind());
    MusicEvaluation<T> evaluation =
        new MusicEvaluation<>(opened, folders.get(0), corpora.corpus(), corpora.training());
    Path place = place(opened);
    MusicReport report = look(found, opened, drawnWith, place, evaluation::run);
    JsonObject figures = EvaluationJson.of(report);
    tell(figures, EvaluationText.of(report), EvaluationFiles.write(report, figures, place));
    return corpora.status();
  }

  /** Looks at pieces that were drawn, and measures. */
  @FunctionalInterface
  private interface Look<T, R> {
    R run(
        List<MusicGeneration.DrawnPiece<T>> drawn,
        Measuring measuring,
        Sampling sampling,
        long drawnWith)
        throws IOException;
  }

  /** Draws and measures here, or on a cluster. */
  private <T, R> R look(
      FoundModel found, MusicModel<T> opened, long drawnWith, Path place, Look<T, R> look)
      throws BadFileException, IOException {
    Sampling chosen = sampling.sampling(opened.kind().sampling());
    MusicRequest request = MusicRequest.open(chosen, drawnWith);
    try (Workers workers = crew(opened, drawnWith)) {
      MusicGeneration<T> generation = new MusicGeneration<>(opened, KernelChoice.best(), workers);
      return master.evaluate(
          found,
          common.console(),
          there -> {
            if (there.isEmpty()) {
              Measuring here =
                  Measuring.here(opened.file().network(), new Tape(KernelChoice.best(), workers));
              return look.run(generation.draw(request, 0, samples), here, chosen, drawnWith);
            }
            List<MusicGeneration.DrawnPiece<T>> drawn =
                new ClusterDrawing(common.console(), there.get().model(), place)
                    .draw(there.get().cluster(), generation, request, samples, there.get().stop());
            return look.run(drawn, new ClusterMeasuring(there.get()), chosen, drawnWith);
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

  private <T> Corpora<T> read(MusicKind<T> kind) throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus = read(kind, oneFolder());
    Optional<Corpus<MusicPiece<T>>> elsewhere =
        training == null ? Optional.empty() : Optional.of(read(kind, training));
    List<LeftOut> leftOut = new ArrayList<>(corpus.leftOut());
    elsewhere.ifPresent(named -> leftOut.addAll(named.leftOut()));
    int status = common.console().warnOfLeftOut(leftOut.stream().distinct().toList());
    return new Corpora<>(corpus, elsewhere, status);
  }

  private Workers crew(MusicModel<?> opened, long drawnWith) {
    common.console().say("Making " + Words.count(samples, "piece") + ", seed " + drawnWith);
    return new Workers(
        CrewSize.of(
            opened.file().network().config(),
            Math.min(samples, MusicGeneration.AT_A_TIME),
            common.threads()));
  }

  private Path place(MusicModel<?> opened) throws IOException {
    return out.path().isPresent()
        ? out.path().get()
        : OutputNames.newFolder("evaluate-" + opened.name());
  }

  private void tell(JsonObject figures, String text, List<Path> files) {
    common.console().printJson(figures);
    common.console().print(text);
    files.forEach(file -> common.console().say("Wrote " + file));
  }

  private <T> Corpus<MusicPiece<T>> read(MusicKind<T> kind, Path path)
      throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return kind.corpus(path, common.threads(), progress::reach);
    }
  }
}
