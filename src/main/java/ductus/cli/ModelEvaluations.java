package ductus.cli;

import ductus.cli.caption.CaptionEvaluationReport;
import ductus.cli.classification.ClassEvaluationReport;
import ductus.cli.classification.TagEvaluationReport;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.forecasting.SeriesEvaluationReport;
import ductus.cli.handwriting.HandEvaluation;
import ductus.cli.harmony.ChordEvaluationReport;
import ductus.cli.harmony.VoiceEvaluationReport;
import ductus.cli.humanization.TouchEvaluationReport;
import ductus.cli.language.TextEvaluationReport;
import ductus.cli.music.evaluation.FramesEvaluation;
import ductus.cli.music.evaluation.KeysEvaluation;
import ductus.cli.music.evaluation.TuneEvaluation;
import ductus.cli.recognition.ReaderEvaluation;
import ductus.cli.speech.SpeechEvaluationReport;
import ductus.cli.strokerecovery.TracingEvaluationReport;
import ductus.cli.transcription.TranscriptionEvaluationReport;
import ductus.cli.translation.PairEvaluation;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import java.util.List;

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
          new CaptionEvaluationReport(),
          new ChordEvaluationReport(),
          new VoiceEvaluationReport(),
          new TouchEvaluationReport(),
          new TranscriptionEvaluationReport(),
          new SpeechEvaluationReport(),
          new SeriesEvaluationReport());

  private ModelEvaluations() {}

  /** The measures, one for each kind of model. */
  static List<ModelEvaluation> all() {
    return ALL;
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
