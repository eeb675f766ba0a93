package ductus.task.music.evaluation;

import ductus.corpus.Corpus;
import ductus.generate.Sampling;
import ductus.music.comparison.SetComparison;
import ductus.music.form.FormFigure;
import ductus.task.music.model.MusicModel;
import ductus.task.music.request.MusicTrainingConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * How good a model is.
 *
 * @param model which
 * @param pieces what it was measured with
 * @param prediction of the held-out pieces
 * @param drawing how the tunes were drawn
 * @param generated the tunes
 * @param real all pieces of the folder
 * @param likeness of the generated tunes and the real ones
 * @param copying from the training pieces; empty where these are not known
 * @param statistics of the generated tunes against those that were held out; empty where these are
 *     fewer than two
 * @param form of the generated tunes and of those that were held out
 */
public record EvaluationReport(
    Model model,
    Pieces pieces,
    Prediction prediction,
    Drawing drawing,
    TuneFigures generated,
    TuneFigures real,
    TuneSetSimilarity likeness,
    List<TrainingOverlap> copying,
    List<SetComparison> statistics,
    List<FormFigure> form) {
  public EvaluationReport {
    copying = List.copyOf(copying);
    statistics = List.copyOf(statistics);
    form = List.copyOf(form);
  }

  /**
   * The model.
   *
   * @param trainedOn number of pieces
   * @param keys in which they were learned, and the held-out ones are measured
   */
  public record Model(
      String name, String sha256, long weights, int trainedOn, MusicTrainingConfig.Keys keys) {
    static Model of(MusicModel<?> model, PieceGroups<?> pieces) {
      return new Model(
          model.name(),
          model.sha256(),
          model.file().network().size(),
          pieces.trainedOn(),
          model.keys());
    }
  }

  /**
   * The pieces of the folder.
   *
   * @param all each once
   * @param trainedOn those that the model was trained on; not used for prediction
   * @param heldOut the others
   * @param duplicates files that say the same as a piece
   * @param leftOut files that could not be read, or have no melody
   */
  public record Pieces(
      String folder, int all, int trainedOn, int heldOut, int duplicates, int leftOut) {
    static Pieces of(Path folder, Corpus<?> corpus, PieceGroups<?> groups) {
      return new Pieces(
          folder.toString(),
          groups.all().size(),
          groups.leftOut(),
          groups.heldOut().size(),
          corpus.duplicates().size(),
          corpus.leftOut().size());
    }
  }

  /**
   * How the tunes were drawn, and how they end.
   *
   * @param ended share of the tunes that came to an end by themselves
   * @param wholeBars share of their bars that are as long as their metre says
   */
  public record Drawing(Sampling sampling, long seed, double ended, double wholeBars) {}
}
