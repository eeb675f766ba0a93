package ductus.train.plan;

/**
 * A plan of how to train.
 *
 * @param epochs most passes over the training pieces
 * @param patience epochs without a better validation loss after which training ends early
 * @param seed decides first weights, order and noise
 * @param batching what goes through the network at a time
 * @param learningRate over the run
 * @param optimizer the rule by which gradients move weights; Adam if absent
 * @param clipping what is done about gradients that are too long; nothing if absent
 * @param regularization what keeps the network from learning its examples by heart; nothing if
 *     absent
 */
public record TrainingPlan(
    int epochs,
    int patience,
    long seed,
    Batching batching,
    LearningRate learningRate,
    OptimizerChoice optimizer,
    Clipping clipping,
    Regularization regularization) {
  /** Floats of the largest checkpoint that can be read again, of 1 GB. */
  private static final long MOST_FLOATS = 250_000_000;

  /** Far more than any run needs; a checkpoint names the losses of each. */
  private static final int MOST_EPOCHS = 100_000;

  public TrainingPlan {
    Range.requireAtLeast("epochs", epochs, 1);
    if (epochs > MOST_EPOCHS) {
      throw new IllegalArgumentException(
          "epochs must be at most %,d but was %,d".formatted(MOST_EPOCHS, epochs));
    }
    Range.requireAtLeast("patience", patience, 1);
    if (batching == null || learningRate == null) {
      throw new IllegalArgumentException(
          "plan must have batching (size, timeSteps, accumulate, recompute) and learningRate (peak,"
              + " warmup, shape)");
    }
    optimizer = optimizer == null ? OptimizerChoice.of(OptimizerChoice.Rule.ADAM) : optimizer;
    clipping = clipping == null ? Clipping.NONE : clipping;
    regularization = regularization == null ? Regularization.NONE : regularization;
  }

  /** A plan with Adam and clipping by norm to 1, without regularization and early stopping. */
  public static TrainingPlan of(
      int epochs, long seed, Batching batching, LearningRate learningRate) {
    return new TrainingPlan(
        epochs,
        epochs,
        seed,
        batching,
        learningRate,
        OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
        Clipping.byNorm(1),
        Regularization.NONE);
  }

  /** Floats that training keeps for each weight between updates, the weight itself included. */
  public int floatsPerWeight() {
    return 1 + optimizer.rule().floatsPerWeight() + (regularization.movingAverage() > 0 ? 1 : 0);
  }

  /**
   * Complains where this plan and a network do not go together, or a checkpoint of them could not
   * be read again.
   *
   * @param dropout of the network
   * @param weights number of them
   */
  public void requireFitting(double dropout, long weights) {
    if (regularization.variationalDropout() && dropout == 0) {
      throw new IllegalArgumentException(
          "variational dropout must have a dropout above 0 but it was 0");
    }
    if (weights * floatsPerWeight() > MOST_FLOATS) {
      throw new IllegalArgumentException(
          "weights must be at most %,d with this optimizer but were %,d: choose smaller layers"
              .formatted(MOST_FLOATS / floatsPerWeight(), weights));
    }
  }

  /** Returns this plan with other epochs; one that never ends early still does not. */
  public TrainingPlan withEpochs(int other) {
    return new TrainingPlan(
        other,
        patience == epochs ? other : patience,
        seed,
        batching,
        learningRate,
        optimizer,
        clipping,
        regularization);
  }

  /**
   * Returns this plan with as many epochs as so many updates need, but no fewer than it has.
   *
   * @param updates wanted at least
   * @param examples of an epoch
   */
  public TrainingPlan withLeastUpdates(int updates, int examples) {
    long together = (long) batching.size() * batching.accumulate();
    long anEpoch = Math.max(1, (examples + together - 1) / together);
    long wanted = Math.min(MOST_EPOCHS, (updates + anEpoch - 1) / anEpoch);
    return wanted <= epochs ? this : withEpochs((int) wanted);
  }

  /** Returns this plan with another patience. */
  public TrainingPlan withPatience(int other) {
    return new TrainingPlan(
        epochs, other, seed, batching, learningRate, optimizer, clipping, regularization);
  }

  /** Returns this plan with another learning rate. */
  public TrainingPlan withLearningRate(LearningRate other) {
    return new TrainingPlan(
        epochs, patience, seed, batching, other, optimizer, clipping, regularization);
  }

  /** Returns this plan with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(
        epochs, patience, other, batching, learningRate, optimizer, clipping, regularization);
  }

  /** Returns this plan with another batching. */
  public TrainingPlan withBatching(Batching other) {
    return new TrainingPlan(
        epochs, patience, seed, other, learningRate, optimizer, clipping, regularization);
  }

  /** Returns this plan with another optimizer. */
  public TrainingPlan withOptimizer(OptimizerChoice other) {
    return new TrainingPlan(
        epochs, patience, seed, batching, learningRate, other, clipping, regularization);
  }

  /** Returns this plan with other clipping of gradients. */
  public TrainingPlan withClipping(Clipping other) {
    return new TrainingPlan(
        epochs, patience, seed, batching, learningRate, optimizer, other, regularization);
  }

  /** Returns this plan with other regularization. */
  public TrainingPlan withRegularization(Regularization other) {
    return new TrainingPlan(
        epochs, patience, seed, batching, learningRate, optimizer, clipping, other);
  }
}
