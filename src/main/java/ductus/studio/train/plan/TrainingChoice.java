package ductus.studio.train.plan;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.run.RunFolder;
import ductus.task.NetworkSizes;
import ductus.task.Preparing;
import ductus.task.Task;
import ductus.task.Task.Variant;
import ductus.task.Training;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that the page can have learned: a task with one of its variants.
 *
 * @param <C> the task's configuration
 */
public record TrainingChoice<C extends TrainingConfig<C>>(Task<C> task, Variant<C> variant) {
  /** All that can be chosen, in the order of the registry. */
  public static List<TrainingChoice<?>> all() {
    List<TrainingChoice<?>> all = new ArrayList<>();
    Tasks.ALL.forEach(task -> add(task, all));
    return all;
  }

  private static <C extends TrainingConfig<C>> void add(Task<C> task, List<TrainingChoice<?>> all) {
    task.variants().forEach(variant -> all.add(new TrainingChoice<>(task, variant)));
  }

  /**
   * The choice of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrainingChoice<?> named(String name) {
    return all().stream()
        .filter(choice -> choice.variant().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind must be %s but was %s"
                        .formatted(
                            all().stream()
                                .map(choice -> choice.variant().name())
                                .collect(Collectors.joining(" or ")),
                            name)));
  }

  /**
   * Reads a source and tries some updates; takes some seconds.
   *
   * @param threads most threads of the engine
   * @throws BadFileException if there is too little to learn from
   */
  public RunEstimate estimate(TrainingForm form, StartingPoint start, int threads)
      throws BadFileException, IOException {
    C config = config(form, start);
    Training<?> training =
        Training.of(task, config, new Preparing(threads, "", Preparing.Stages.UNHEARD));
    try {
      return RunEstimate.of(training, training.estimate(threads, ReadingListener.NONE));
    } catch (DivergenceException broken) {
      throw new IllegalArgumentException(
          "this cannot be learned: " + broken.getMessage() + "; choose another recipe", broken);
    }
  }

  /**
   * Arguments of the command that begins a run, but for its place.
   *
   * @param asked file that may be written for the command
   */
  public List<String> beginning(TrainingForm form, StartingPoint start, Path asked)
      throws IOException {
    JsonFile.write(asked, config(form, start), Map.of(RunFolder.TASK, task.name()));
    return command(task, "--config", asked.toString());
  }

  /** Arguments of the command that goes on with a run of a task, but for its place. */
  public static List<String> goingOn(Task<?> task) {
    return command(task, "--resume");
  }

  private static List<String> command(Task<?> task, String... more) {
    List<String> command = new ArrayList<>(List.of(task.command().split(" ", -1)));
    command.addAll(List.of(more));
    return command;
  }

  /** Whether a run of it can begin with the weights of a model. */
  public boolean goesOn() {
    return variant.usual().goesOn();
  }

  private C config(TrainingForm form, StartingPoint start) {
    C usual = variant.usual();
    TrainingPreset preset = form.preset();
    FinerPoints asked = form.finer();
    FinerPoints finer = asked == null ? FinerPoints.NONE : asked;
    NetworkSizes sizes = usual.sizes();
    Integer hidden = sizes.hiddenSize();
    C config =
        usual
            .withLearned(usual.learned().withSources(List.of(start.source().toString())))
            .withSizes(
                finer.over(hidden == null ? sizes : sizes.withHiddenSize(preset.units(hidden))))
            .withPlan(finer.over(usual.plan().withEpochs(form.epochs(usual.plan().epochs()))));
    String from = start.from();
    return from == null ? config : config.withFrom(from);
  }
}
