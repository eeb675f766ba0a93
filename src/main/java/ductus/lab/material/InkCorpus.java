package ductus.lab.material;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.hand.Hand;
import ductus.model.pen.PenNetworkConfig;
import ductus.task.handwriting.training.PenShape;
import ductus.task.handwriting.training.PenTraining;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Lines composed of the drawings of some hands, to learn to scribble.
 *
 * @param path where the hands are from
 */
public record InkCorpus(Path path, HandFolder folder) {
  private static final int STYLE_SIZE = 16;

  /**
   * The hands of a folder of the project, such as {@code corpora/hands}, or of any other.
   *
   * @throws BadFileException if there is none
   */
  public static InkCorpus read(String folder) throws BadFileException, IOException {
    Path path = ShippedCorpora.resolve(folder);
    return new InkCorpus(path, HandFolder.read(path));
  }

  /** The hands, one or more. */
  public List<Hand> hands() {
    return folder.hands();
  }

  /**
   * A training on lines of the hands, without a text that is followed.
   *
   * @param longest characters of the longest lines
   * @param batches of an epoch
   */
  public PenTraining training(int longest, int batches, int mixtures, TrainingPlan plan)
      throws BadFileException, IOException {
    PenShape shape = new PenShape(null, STYLE_SIZE, 1, 1, mixtures, "lstm");
    return new PenTraining(
        new PenTrainingConfig(
            List.of(path.toString()), List.of(), "", longest, batches, shape, plan, null),
        folder,
        "");
  }

  /** The shape of a network for a training, of one layer of other cells. */
  public static PenNetworkConfig shape(PenTraining training, String cell, int hiddenSize) {
    PenNetworkConfig own = training.shape();
    return new PenNetworkConfig(
        own.window(),
        own.styles(),
        own.styleSize(),
        own.scale(),
        1,
        hiddenSize,
        own.mixtures(),
        cell);
  }
}
