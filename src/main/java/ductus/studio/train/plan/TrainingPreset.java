package ductus.studio.train.plan;

import ductus.model.NetworkConfig;
import ductus.train.plan.TrainingPlan;
import java.util.Locale;

/** How large a network is, and for how long it learns, in proportion to what is usual. */
enum TrainingPreset {
  /** Half as many hidden units, half as many epochs. */
  SMALL(0.5, 0.5),
  /** What the commands do where nothing is asked for. */
  MEDIUM(1, 1),
  /** Twice as many hidden units. */
  LARGE(2, 1);

  private final double width;
  private final double length;

  TrainingPreset(double width, double length) {
    this.width = width;
    this.length = length;
  }

  /** That of a name such as {@code small}. */
  static TrainingPreset of(String name) {
    for (TrainingPreset recipe : values()) {
      if (recipe.label().equals(name)) {
        return recipe;
      }
    }
    throw new IllegalArgumentException("recipe must be small, medium or large but was " + name);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Applied to the usual shape of a network. */
  NetworkConfig applied(NetworkConfig usual) {
    return new NetworkConfig(
        usual.vocabularySize(),
        usual.featureTableSize(),
        usual.featureCount(),
        usual.embeddingSize(),
        usual.cell(),
        usual.layers(),
        units(usual.hiddenSize()),
        usual.dropout(),
        usual.skip());
  }

  /** Hidden units in place of the usual ones. */
  int units(int usual) {
    return (int) Math.round(usual * width);
  }

  /** Epochs in place of the usual ones. */
  int epochs(int usual) {
    return Math.max(1, (int) Math.round(usual * length));
  }

  /** A plan with other epochs. */
  static TrainingPlan withEpochs(TrainingPlan plan, int epochs) {
    return new TrainingPlan(
        epochs,
        plan.patience(),
        plan.seed(),
        plan.batching(),
        plan.learningRate(),
        plan.optimizer(),
        plan.clipping(),
        plan.regularization());
  }
}
