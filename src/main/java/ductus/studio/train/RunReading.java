package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.studio.collection.Workspace;
import ductus.studio.train.RunEvent.RunCard;
import ductus.task.NetworkSizes;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run's folder, read again and again while it grows, by one for all who look at it. */
final class RunReading {
  private static final String LOSS = "training_nats_per_";

  private final Workspace workspace;
  private final RunProcesses processes;
  private final String name;
  private final Path folder;
  private final CsvTable epochs;
  private final CsvTable updates;
  private final CsvTable lags;

  /** What was drawn on the way, as the page names files, in order. */
  private List<String> samples = List.of();

  private Optional<Task<?>> task = Optional.empty();
  private @Nullable String source;
  private @Nullable TrainingPlan plan;
  private @Nullable Double countingNats;
  private RunEvent.@Nullable Size size;

  /** What any training run is asked. */
  private record AnyConfig(@Nullable TrainingPlan plan) {}

  RunReading(Workspace workspace, RunProcesses processes, String name) {
    this.workspace = workspace;
    this.processes = processes;
    this.name = name;
    folder = workspace.root().resolve(name);
    epochs = new CsvTable(folder.resolve(RunFolder.METRICS));
    updates = new CsvTable(folder.resolve(RunFolder.UPDATES));
    lags = new CsvTable(folder.resolve(RunFolder.LAGS));
  }

  /** Takes in what is new and tells what is to be shown of it now. */
  synchronized RunCard card() throws IOException {
    readConfig();
    epochs.look();
    updates.look();
    lags.look();
    samples = findSamples();
    RunState state = state();
    int best = bestEpoch();
    double reached = updates.value(-1, "epochs");
    double done = Math.max(epochs.size(), Double.isNaN(reached) ? 0 : reached);
    int planned = plan == null ? 0 : plan.epochs();
    boolean ended = state == RunState.STOPPED || state == RunState.DIED;
    return new RunCard(
        name,
        state,
        state == RunState.DIED ? processes.lastWords(name) : null,
        task.map(Task::name).orElse(null),
        source,
        unit(),
        done,
        planned,
        best == 0 ? null : heldOut(best),
        best,
        state == RunState.RUNNING ? secondsLeft(done, planned) : null,
        task.isPresent() && ended,
        countingNats,
        finite(updates.value(-1, "seconds")),
        size,
        Files.isRegularFile(folder.resolve(ModelCatalog.MODEL)));
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** How good it was after each epoch. */
  synchronized RunEvent.Curve curve() throws IOException {
    epochs.look();
    List<@Nullable Double> heldOut = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs.size(); epoch++) {
      heldOut.add(finite(heldOut(epoch)));
    }
    return new RunEvent.Curve(name, unit(), heldOut);
  }

  /**
   * What a viewer is told next to a card of now.
   *
   * @param told before
   */
  synchronized RunEvent news(RunCard card, RunEvent.Place told) {
    boolean anew = told.generation() != updates.generation();
    RunEvent.EpochResults rest =
        new RunEvent.EpochResults(
            new RunEvent.Table(epochs.columns(), epochs.rows(0)),
            new RunEvent.Table(lags.columns(), lags.ends()),
            samples);
    return new RunEvent(
        card,
        anew,
        new RunEvent.Table(updates.columns(), updates.rows(anew ? 0 : told.updates())),
        place().hasRestOf(told) ? null : rest);
  }

  /** How much there is to tell. */
  synchronized RunEvent.Place place() {
    return new RunEvent.Place(
        updates.generation(), updates.size(), epochs.size(), lags.size(), samples.size());
  }

  /** Reads the configuration, which is written once, before the first update. */
  private void readConfig() throws IOException {
    readCounting();
    Path config = folder.resolve(RunFolder.CONFIG);
    if (plan != null) {
      return;
    }
    if (!Files.isRegularFile(config)) {
      readEncoding();
      return;
    }
    try {
      plan = RunFolder.readConfig(config, AnyConfig.class).plan();
      // A run of another program can be watched as well.
      task = Tasks.of(config);
      if (task.isPresent()) {
        TrainingConfig<?> settings = RunFolder.readConfig(config, task.get().configType());
        source = String.valueOf(Path.of(settings.learned().source()).getFileName());
        NetworkSizes sizes = settings.sizes();
        size = new RunEvent.Size(sizes.cell(), sizes.layers(), sizes.hiddenSize());
      }
    } catch (BadFileException unreadable) {
      plan = null;
    }
  }

  /** Reads what counting says, which is written once, before the first update. */
  private void readCounting() throws IOException {
    Path counting = folder.resolve(RunFolder.COUNTING);
    if (countingNats != null || !Files.isRegularFile(counting)) {
      return;
    }
    try {
      countingNats = JsonFile.read(counting, RunFolder.Counting.class, "a count").nats();
    } catch (BadFileException unreadable) {
      countingNats = null;
    }
  }

  /** A model that was brought in has no configuration; what it is it says itself. */
  private void readEncoding() throws IOException {
    Path model = folder.resolve(ModelCatalog.MODEL);
    if (task.isPresent() || !Files.isRegularFile(model)) {
      return;
    }
    try {
      task = Tasks.ofEncoding(FoundModel.find(model.toString(), List.of()).encoding());
    } catch (BadFileException unreadable) {
      task = Optional.empty();
    }
  }

  private boolean isImported() {
    return !Files.exists(folder.resolve(RunFolder.CONFIG))
        && Files.isRegularFile(folder.resolve(ModelCatalog.MODEL));
  }

  /** The task of the run, if it is one of the registry. */
  synchronized Optional<Task<?>> task() throws IOException {
    readConfig();
    return task;
  }

  private List<String> findSamples() throws IOException {
    Path place = folder.resolve(RunFolder.SAMPLES);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .map(workspace::name)
          .toList();
    }
  }

  /** The state of the run, by its lock, its control and its epochs. */
  private RunState state() throws IOException {
    boolean busy = RunFolder.isBusy(folder);
    RunControl.Request wish = RunControl.of(folder).wish();
    if (busy) {
      RunState training = wish == RunControl.Request.PAUSE ? RunState.PAUSED : RunState.RUNNING;
      // It obeys once it has begun to learn.
      RunState seen = updates.size() == 0 ? RunState.STARTING : training;
      return wish == RunControl.Request.STOP ? RunState.STOPPING : seen;
    }
    if (processes.isAlive(name)) {
      return plan == null || !isComplete() ? RunState.STARTING : RunState.DONE;
    }
    if (isComplete()) {
      return RunState.DONE;
    }
    if (isImported()) {
      return RunState.IMPORTED;
    }
    return wish == RunControl.Request.STOP ? RunState.STOPPED : RunState.DIED;
  }

  /** Whether the run is complete, by the rule that ends the training itself. */
  private boolean isComplete() {
    return plan != null
        && Files.isRegularFile(folder.resolve(ModelCatalog.MODEL))
        && (epochs.size() >= plan.epochs() || epochs.size() - bestEpoch() >= plan.patience());
  }

  private int bestEpoch() {
    int best = 0;
    for (int epoch = 1; epoch <= epochs.size(); epoch++) {
      if (best == 0 || heldOut(epoch) < heldOut(best)) {
        best = epoch;
      }
    }
    return best;
  }

  private double heldOut(int epoch) {
    return epochs.value(epoch - 1, "validation_nats_per_" + unit());
  }

  private String unit() {
    return Stream.concat(epochs.columns().stream(), updates.columns().stream())
        .filter(column -> column.startsWith(LOSS))
        .map(column -> column.substring(LOSS.length()))
        .findFirst()
        .orElse("token");
  }

  private @Nullable Double secondsLeft(double done, int planned) {
    double seconds = updates.value(-1, "seconds");
    return done > 0 && seconds > 0 ? seconds / done * Math.max(0, planned - done) : null;
  }
}
