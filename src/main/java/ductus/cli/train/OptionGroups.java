package ductus.cli.train;

import ductus.task.NetworkSizes;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.train.plan.PlanFeature;
import ductus.train.plan.TrainingPlan;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds to a command that trains those groups of {@link TrainingOptions} that depend on its task:
 * only options whose setting the task has, each with the task's usual value in its description.
 */
public final class OptionGroups {
  private static final String USUAL = "usual.";

  /** Options that ask for a feature. */
  private static final Map<PlanFeature, List<String>> BY_FEATURE =
      Map.of(
          PlanFeature.TRUNCATION, List.of("--time-steps"),
          PlanFeature.ACCUMULATION, List.of("--accumulate"),
          PlanFeature.RECOMPUTATION, List.of("--recompute"),
          PlanFeature.LABEL_SMOOTHING, List.of("--label-smoothing"),
          PlanFeature.SCHEDULED_SAMPLING, List.of("--scheduled-sampling", "--sampling-ramp"));

  private OptionGroups() {}

  /** Adds them to all commands below a command line that train. */
  public static void addTo(CommandLine line) {
    if (line.getCommand() instanceof TaskCommand<?> command) {
      add(line.getCommandSpec(), command);
    }
    // A command that has an alias is there twice.
    line.getSubcommands().values().stream().distinct().forEach(OptionGroups::addTo);
  }

  private static <C extends TrainingConfig<C>> void add(CommandSpec spec, TaskCommand<C> command) {
    Task<C> task = command.task();
    Set<String> absent = absent(task);
    C usual = task.usual();
    spec.resourceBundle(
        new Words(
            usual(usual, command.usualInWords()),
            Map.of(
                "choice.cell", () -> CellHelp.cells(usual),
                "choice.layers", () -> CellHelp.layers(usual))));
    int order = 1;
    for (TrainingOptions.Group group : command.training().groups()) {
      List<OptionSpec> options =
          CommandSpec.forAnnotatedObject(group.options()).options().stream()
              .filter(option -> !absent.contains(option.longestName()))
              .toList();
      if (!options.isEmpty()) {
        ArgGroupSpec.Builder builder =
            ArgGroupSpec.builder().validate(false).order(order++).heading(group.heading());
        options.forEach(builder::addArg);
        spec.addArgGroup(builder.build());
      }
    }
  }

  /** Names of the options whose setting a task does not have. */
  private static Set<String> absent(Task<?> task) {
    Set<String> absent = new HashSet<>();
    Arrays.stream(PlanFeature.values())
        .filter(feature -> !task.features().contains(feature))
        .forEach(feature -> absent.addAll(Objects.requireNonNull(BY_FEATURE.get(feature))));
    if (task.usual().sizes().dropout() == null) {
      absent.add("--variational-dropout");
    }
    usual(task.usual(), Map.of())
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                absent.add("--" + name.substring(USUAL.length()));
              }
            });
    return absent;
  }

  private static Map<String, String> usual(TrainingConfig<?> config, Map<String, String> inWords) {
    NetworkSizes sizes = config.sizes();
    TrainingPlan plan = config.plan();
    Map<String, String> usual = new HashMap<>();
    put(usual, "validation", config.learned().validation());
    put(usual, "cell", sizes.cell());
    put(usual, "layers", sizes.layers());
    put(usual, "hidden", sizes.hiddenSize());
    put(usual, "embedding", sizes.embeddingSize());
    put(usual, "dropout", sizes.dropout());
    put(usual, "skip", sizes.skip());
    put(usual, "epochs", plan.epochs());
    put(usual, "patience", plan.patience() == plan.epochs() ? "all" : plan.patience());
    put(usual, "batch", plan.batching().size());
    put(usual, "time-steps", plan.batching().timeSteps());
    put(usual, "learning-rate", plan.learningRate().peak());
    put(usual, "warmup", plan.learningRate().warmup());
    put(usual, "clip", plan.clipping().norm());
    put(usual, "moving-average", plan.regularization().movingAverage());
    inWords.forEach((name, words) -> put(usual, name, words));
    return usual;
  }

  private static void put(Map<String, String> usual, String name, @Nullable Object value) {
    String text = value == null ? "" : String.valueOf(value);
    usual.put(USUAL + name, text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /**
   * Words that descriptions of options refer to.
   *
   * <p>Those that take some looking for are made when a help is printed, not whenever the program
   * begins.
   */
  private static final class Words extends ResourceBundle {
    private final Map<String, String> words;
    private final Map<String, Supplier<String>> later;

    Words(Map<String, String> words, Map<String, Supplier<String>> later) {
      this.words = words;
      this.later = later;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      Supplier<String> making = later.get(key);
      return making == null ? words.get(key) : making.get();
    }

    @Override
    public Enumeration<String> getKeys() {
      Set<String> keys = new HashSet<>(words.keySet());
      keys.addAll(later.keySet());
      return Collections.enumeration(keys);
    }
  }
}
