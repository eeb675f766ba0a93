package ductus.train;

/**
 * How to train.
 *
 * @param epochs most passes over the training pieces
 * @param batchSize sequences an update, B
 * @param timeSteps steps of truncated BPTT, the state carried on between windows; 0 goes back
 *     through whole sequences
 * @param learningRate over the run
 * @param clipNorm longest gradient, as the Euclidean norm over all weights; a longer one is scaled
 *     down (Pascanu et al. 2013)
 * @param patience epochs without a better validation loss after which training ends early
 * @param seed decides first weights, order and noise
 */
public record TrainingPlan(
    int epochs,
    int batchSize,
    int timeSteps,
    LearningRate learningRate,
    double clipNorm,
    int patience,
    long seed) {
  public TrainingPlan {
    require("epochs", epochs, 1);
    require("batch size", batchSize, 1);
    require("time steps", timeSteps, 0);
    require("patience", patience, 1);
    if (!(clipNorm > 0)) {
      throw new IllegalArgumentException("clip norm must be above 0 but was " + clipNorm);
    }
  }

  private static void require(String what, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be %d or more but was %d".formatted(what, least, value));
    }
  }
}
