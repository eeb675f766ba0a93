package ductus.cli;

import ductus.cli.classification.ClassEvaluationReport;
import ductus.cli.classification.TagEvaluationReport;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.forecasting.SeriesEvaluationReport;
import ductus.cli.harmony.ChordEvaluationReport;
import ductus.cli.harmony.VoiceEvaluationReport;
import ductus.cli.language.TextEvaluationReport;
import ductus.cli.strokerecovery.TracingEvaluationReport;
import ductus.cli.transcription.TranscriptionEvaluationReport;
import ductus.cli.translation.PairEvaluation;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.task.classification.subject.InputKinds;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.harmony.HarmonyModels;
import ductus.task.language.TextModel;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.tagging.WordTagger;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.translation.Translator;
import java.util.List;
import java.util.stream.Stream;

/** The measures of all kinds of models. */
final class ModelEvaluations {
  private static final List<ModelEvaluation> ALL =
      List.of(
          new TuneEvaluation(),
          new FramesEvaluation(),
          new KeysEvaluation(),
          new HandEvaluation(),
          new ReaderEvaluation(),
          new TracingEvaluationReport(),
          new TextEvaluationReport(),
          new TagEvaluationReport(),
          new ClassEvaluationReport(),
          new PairEvaluation(),
          new ChordEvaluationReport(),
          new VoiceEvaluationReport(),
          new TranscriptionEvaluationReport(),
          new SeriesEvaluationReport());

  private ModelEvaluations() {}

  /** The measures, one for each kind of model. */
  static List<ModelEvaluation> all() {
    return ALL;
  }

  /** Names of the models that ship. */
  static List<String> shipped() {
    return Stream.of(
            ModelCatalog.SHIPPED,
            List.of(HandModel.SHIPPED, ReadingModels.SHIPPED, Translator.SHIPPED),
            List.of(LetterTracer.SHIPPED, NoteTranscriber.SHIPPED, WordTagger.SHIPPED),
            HarmonyModels.SHIPPED,
            TextModel.SHIPPED,
            InputKinds.SHIPPED)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The measure of a model.
   *
   * @throws BadFileException if there is none for models of its encoding
   */
  static ModelEvaluation of(FoundModel found) throws BadFileException {
    String encoding = found.encoding();
    return ALL.stream()
        .filter(each -> each.encodings().contains(encoding))
        .findFirst()
        .orElseThrow(
            () ->
                new BadFileException(found.path(), "there is no measure of models of " + encoding));
  }
}
