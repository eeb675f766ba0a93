package ductus.cli;

import ductus.cli.classification.ClassEvaluationReport;
import ductus.cli.classification.TagEvaluationReport;
import ductus.cli.forecasting.SeriesEvaluationReport;
import ductus.cli.harmony.HarmonyEvaluation;
import ductus.cli.language.TextEvaluationReport;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandEvaluationOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.strokerecovery.TracingEvaluationReport;
import ductus.cli.transcription.TranscriptionEvaluationReport;
import ductus.cli.translation.PairEvaluation;
import ductus.file.BadFileException;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.recognition.ReadingModels;
import ductus.model.frame.FrameNetwork;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.model.reading.ReaderNetwork;
import ductus.model.tagging.TaggingNetwork;
import ductus.model.tracing.TracerNetwork;
import ductus.model.translation.TranslationNetwork;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.series.network.SeriesConfig;
import ductus.task.classification.subject.InputKinds;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.harmony.HarmonyModels;
import ductus.task.language.TextModel;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.PolyKind;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.tagging.WordTagger;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.translation.Translator;
import ductus.text.CharacterEncoding;
import ductus.text.WordEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private static final PolyKind POLY = new PolyKind();
  private static final List<String> SHIPPED =
      Stream.of(
              ModelCatalog.SHIPPED,
              List.of(HandModel.SHIPPED, ReadingModels.SHIPPED, Translator.SHIPPED),
              List.of(LetterTracer.SHIPPED, NoteTranscriber.SHIPPED, WordTagger.SHIPPED),
              HarmonyModels.SHIPPED,
              TextModel.SHIPPED,
              InputKinds.SHIPPED)
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
    if (InputKinds.has(found.encoding())) {
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
      case NoteTranscriber.ENCODING ->
          new TranscriptionEvaluationReport(common).run(found, oneFolder(), samples, drawnWith);
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
      default ->
          new TuneEvaluation(common, master)
              .run(
                  found,
                  new TuneEvaluation.Source(oneFolder(), training),
                  new TuneEvaluation.Made(sampling, drawnWith, samples),
                  out);
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
}
