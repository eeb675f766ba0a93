package ductus.studio.train.plan;

import ductus.studio.web.SeedText;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked for beyond a recipe; each is null where the recipe decides.
 *
 * @param cell words of the layers' cell, such as {@code gru}
 * @param layers number of them
 * @param hiddenSize H of a layer
 * @param batchSize sequences of an update
 * @param learningRate the highest
 * @param seed as text, since JavaScript's numbers end before ours
 * @param from name of a model whose weights the run begins with
 */
public record FinerPoints(
    @Nullable String cell,
    @Nullable Integer layers,
    @Nullable Integer hiddenSize,
    @Nullable Integer batchSize,
    @Nullable Double learningRate,
    @Nullable String seed,
    @Nullable String from) {
  /** Nothing is asked for. */
  static final FinerPoints NONE = new FinerPoints(null, null, null, null, null, null, null);

  /** What a configuration decides where nothing is asked for; null where there is no such thing. */
  public static FinerPoints of(TrainingConfig<?> usual) {
    NetworkSizes sizes = usual.sizes();
    TrainingPlan plan = usual.plan();
    return new FinerPoints(
        sizes.cell(),
        sizes.layers(),
        sizes.hiddenSize(),
        plan.batching().size(),
        plan.learningRate().peak(),
        Long.toString(plan.seed()),
        null);
  }

  /**
   * Sizes of a network, with those that are asked for.
   *
   * @throws IllegalArgumentException if the network has nothing of the kind
   */
  NetworkSizes over(NetworkSizes usual) {
    return new NetworkSizes(
        over("cell", cell, usual.cell()),
        over("layers", layers, usual.layers()),
        over("hidden size", hiddenSize, usual.hiddenSize()),
        usual.embeddingSize(),
        usual.dropout(),
        usual.skip());
  }

  private static <T> @Nullable T over(String what, @Nullable T asked, @Nullable T usual) {
    if (asked != null && usual == null) {
      throw new IllegalArgumentException(
          "%s must be left out, since it is given for this task, but was %s"
              .formatted(what, asked));
    }
    return asked == null ? usual : asked;
  }

  /** A plan, with what is asked for. */
  TrainingPlan over(TrainingPlan usual) {
    TrainingPlan plan = usual;
    if (batchSize != null) {
      plan = plan.withBatching(plan.batching().withSize(batchSize));
    }
    if (learningRate != null) {
      plan = plan.withLearningRate(plan.learningRate().withPeak(learningRate));
    }
    return seed == null || seed.isBlank() ? plan : plan.withSeed(SeedText.asked(seed));
  }
}
