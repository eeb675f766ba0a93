package ductus.task.music.evaluation;

import ductus.generate.Sampling;
import ductus.music.comparison.SetComparison;
import ductus.music.form.FormFigure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a model of any kind of music is.
 *
 * @param model which
 * @param encoding of its pieces
 * @param pieces what it was measured with
 * @param prediction of the held-out pieces
 * @param generated how the new pieces came out
 * @param copied from the training pieces; empty where these are not known
 * @param figures copied of the accompaniments, stroke by stroke, likewise; empty of kinds that have
 *     none
 * @param statistics of the new pieces against those held out; empty where these are fewer than two
 * @param form of the new tunes and of those held out; empty of a kind that has no tunes
 */
public record MusicReport(
    EvaluationReport.Model model,
    String encoding,
    EvaluationReport.Pieces pieces,
    Nats prediction,
    GeneratedPieces generated,
    List<TrainingOverlap> copied,
    List<TrainingOverlap> figures,
    List<SetComparison> statistics,
    List<FormFigure> form) {
  public MusicReport {
    copied = List.copyOf(copied);
    figures = figures == null ? List.of() : List.copyOf(figures);
    statistics = List.copyOf(statistics);
    form = List.copyOf(form);
  }

  /**
   * The loss on the held-out pieces, as they are learned: in parts, where the kind cuts them.
   *
   * @param natsPerNote all nats over all notes; null where there are none
   * @param natsPerSecond all nats over the seconds that they sound; null where there are none
   * @param voiceSteps grid steps of all voices together that the tokens tell; 0 where the kind has
   *     no voices on a grid
   * @param natsPerVoiceStep all nats over these steps; null where there are none
   */
  public record Nats(
      long tokens,
      long notes,
      double seconds,
      double natsPerToken,
      @Nullable Double natsPerNote,
      @Nullable Double natsPerSecond,
      long voiceSteps,
      @Nullable Double natsPerVoiceStep) {}

  /**
   * The new pieces.
   *
   * @param ended share that came to an end by themselves
   * @param empty pieces without a note
   * @param oneNote pieces of two notes or more that are one pitch, repeated
   */
  public record GeneratedPieces(
      Sampling sampling,
      long seed,
      int count,
      double ended,
      int empty,
      int oneNote,
      double meanNotes) {}
}
