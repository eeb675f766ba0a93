package ductus.studio.train;

import ductus.model.NetworkConfig;
import ductus.train.plan.TrainingPlan;
import ductus.workbench.TrainingConfig;
import java.util.Locale;

/** How large a network is, in proportion to what its kind of music usually has. */
enum Recipe {
  /** Half as many hidden units, half as many epochs. */
  SMALL(0.5, 0.5),
  /** What {@code ductus train} does where nothing is asked for. */
  MEDIUM(1, 1),
  /** Twice as many hidden units. */
  LARGE(2, 1);

  private final double width;
  private final double length;

  Recipe(double width, double length) {
    this.width = width;
    this.length = length;
  }

  /** That of a name such as {@code small}. */
  static Recipe of(String name) {
    for (Recipe recipe : values()) {
      if (recipe.label().equals(name)) {
        return recipe;
      }
    }
    throw new IllegalArgumentException("recipe must be small, medium or large but was " + name);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Applied to the usual settings of a kind of music. */
  TrainingConfig applied(TrainingConfig usual) {
    NetworkConfig n = usual.network();
    TrainingPlan p = usual.plan();
    NetworkConfig network =
        new NetworkConfig(
            n.vocabularySize(),
            n.featureTableSize(),
            n.featureCount(),
            n.embeddingSize(),
            n.cell(),
            n.layers(),
            (int) Math.round(n.hiddenSize() * width),
            n.dropout(),
            n.skip());
    int epochs = Math.max(1, (int) Math.round(p.epochs() * length));
    return new TrainingConfig(usual.corpus(), network, withEpochs(p, epochs));
  }

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
