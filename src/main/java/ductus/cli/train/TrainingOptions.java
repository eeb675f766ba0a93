package ductus.cli.train;

import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.SeedOption;
import ductus.task.TrainingConfig;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of all commands that train; what is not given stays as it is. To be included with
 * {@code @Mixin}; {@link OptionGroups} adds those groups of options of which not every task has
 * all.
 */
public final class TrainingOptions {
  /** What stands below the help of each command that trains. */
  public static final String FOOTER =
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on.";

  private final LearningOptions learning = new LearningOptions();
  private final NetworkOptions network = new NetworkOptions();
  private final UpdateOptions update = new UpdateOptions();
  private final RegularizationOptions regularization = new RegularizationOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "Takes all settings from a run's config.json; other options change them.")
  private @Nullable Path config;

  @Option(
      names = "--dry-run",
      description =
          "Prints what the run would take, memory and speed (measured by a few updates, some"
              + " seconds), and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--until",
      paramLabel = "EPOCH",
      description =
          "Ends behind this epoch for now; the plan stays that of all --epochs, and --resume goes"
              + " on.")
  private @Nullable Integer until;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** Groups of options, of which a task has those that change a setting it has. */
  record Group(String heading, Object options) {}

  List<Group> groups() {
    return List.of(
        new Group("%nFor how long is learned, by what network:%n", learning),
        new Group("", network),
        new Group("%nHow examples become updates of the weights:%n", update),
        new Group("%nAgainst learning by heart:%n", regularization));
  }

  /** The options that every command has. */
  public CommonOptions common() {
    return common;
  }

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  boolean isDryRun() {
    return dryRun;
  }

  /** Last epoch for now, counted from 1. */
  int until() {
    return until == null ? Integer.MAX_VALUE : until;
  }

  /** Whether a cell, or a number of layers, is asked for. */
  public boolean saysLayers() {
    return network.saysLayers();
  }

  /** Whether somebody said for how many epochs to train, here or in a configuration. */
  boolean saysEpochs() {
    return config != null || learning.asksForEpochs();
  }

  MasterOption master() {
    return master;
  }

  RunOptions place() {
    return place;
  }

  /**
   * Checks that a run has the sizes that were asked for.
   *
   * @param made settings of the run, which begins as a model perhaps
   * @throws IllegalArgumentException if it has others
   */
  void requireMade(TrainingConfig<?> asked, TrainingConfig<?> made) {
    network.requireMade(asked.sizes(), made.sizes());
  }

  /** The settings with these options in place. */
  public <C extends TrainingConfig<C>> C over(C base) {
    TrainingPlan plan = base.plan();
    return base.withLearned(learning.over(base.learned()))
        .withSizes(network.over(base.sizes()))
        .withPlan(
            update.over(
                new TrainingPlan(
                    learning.epochs(plan.epochs()),
                    learning.patience(plan.patience(), plan.epochs()),
                    seed.orElse(plan.seed()),
                    plan.batching(),
                    plan.learningRate(),
                    plan.optimizer(),
                    plan.clipping(),
                    regularization.over(plan.regularization()))));
  }
}
