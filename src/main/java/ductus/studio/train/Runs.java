package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.model.place.ModelCatalog;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.studio.collection.Workspace;
import ductus.studio.train.RunEvent.RunCard;
import ductus.studio.train.plan.TrainingChoice;
import ductus.studio.train.plan.TrainingForm;
import ductus.studio.web.RequestException;
import ductus.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The training runs of a workspace: shown, begun, and told what to do. */
final class Runs {
  /** More at a time would only be in each other's way. */
  private static final int MOST_AT_ONCE = 2;

  private static final Set<RunState> ENDED =
      Set.of(RunState.STOPPED, RunState.DONE, RunState.DIED, RunState.IMPORTED);

  private final Workspace workspace;
  private final RunProcesses processes;
  private final RunBin bin;
  private final Map<String, RunReading> readings = new ConcurrentHashMap<>();

  Runs(Workspace workspace, int threads) {
    this.workspace = workspace;
    processes = new RunProcesses(workspace, threads);
    bin = new RunBin(workspace);
  }

  /** All, the newest first. */
  List<RunCard> all() throws IOException {
    List<RunCard> cards = new ArrayList<>();
    for (String name : names()) {
      cards.add(card(name));
    }
    return cards;
  }

  private List<String> names() throws IOException {
    Set<String> names = new HashSet<>(processes.names());
    try (Stream<Path> folders = Files.list(workspace.root())) {
      folders.filter(Runs::isRun).map(workspace::name).forEach(names::add);
    }
    return names.stream()
        .sorted(Comparator.comparing(this::begun).reversed().thenComparing(name -> name))
        .toList();
  }

  /** Whether a folder is a run; one that is only just starting is known by its lock. */
  private static boolean isRun(Path folder) {
    boolean own = String.valueOf(folder.getFileName()).startsWith(".");
    if (own || Files.isSymbolicLink(folder)) {
      return false;
    }
    try {
      return Files.isRegularFile(folder.resolve(RunFolder.CONFIG))
          || Files.isRegularFile(folder.resolve(ModelCatalog.MODEL))
          || RunFolder.isBusy(folder);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The time at which a run was asked for; one that is asked for right now has no folder yet. */
  private FileTime begun(String name) {
    Path folder = workspace.root().resolve(name);
    Path config = folder.resolve(RunFolder.CONFIG);
    try {
      return Files.getLastModifiedTime(
          Files.exists(config) ? config : folder.resolve(ModelCatalog.MODEL));
    } catch (IOException notYet) {
      return FileTime.fromMillis(Long.MAX_VALUE);
    }
  }

  private RunCard card(String name) throws IOException {
    return reading(name).card();
  }

  /** The one that reads a run for all. */
  RunReading reading(String name) {
    return readings.computeIfAbsent(name, each -> new RunReading(workspace, processes, each));
  }

  /**
   * The name itself, if there is such a run.
   *
   * @throws RequestException if there is none, or it leaves the workspace
   */
  String existing(String name) {
    Path folder = workspace.inside(name);
    boolean direct = workspace.root().equals(folder.getParent());
    if (!direct || !(isRun(folder) || processes.names().contains(name))) {
      throw new RequestException(404, "there is no training run " + name);
    }
    return workspace.name(folder);
  }

  /** Begins a run. */
  synchronized RunCard begin(TrainingForm wish) throws BadFileException, IOException {
    String name = wish.requiredName();
    Path folder = workspace.inside(name);
    if (Files.exists(folder) || processes.isAlive(name)) {
      throw new RequestException(409, "there is a " + name + " already: choose another name");
    }
    requireRoom();
    processes.start(
        name, wish.choice().beginning(wish, wish.start(workspace), processes.asked(name)));
    return card(name);
  }

  /** Has a run that was stopped, or died, go on from its checkpoint. */
  synchronized RunCard goOn(String name) throws IOException {
    RunCard card = card(existing(name));
    Optional<Task<?>> task = reading(card.name()).task();
    if (!card.resumable() || task.isEmpty()) {
      throw unfit(card, "go on");
    }
    requireRoom();
    processes.start(card.name(), TrainingChoice.goingOn(task.get()));
    return card(card.name());
  }

  /**
   * The model of a run.
   *
   * @throws RequestException if it has none yet
   */
  Path model(String name) throws IOException {
    Path model = workspace.root().resolve(existing(name)).resolve(ModelCatalog.MODEL);
    if (!workspace.holds(model)) {
      throw new RequestException(404, name + " has no model yet: it comes with the first epoch");
    }
    return model;
  }

  private void requireRoom() throws IOException {
    List<RunCard> busy = all().stream().filter(Runs::computes).toList();
    if (busy.size() >= MOST_AT_ONCE) {
      throw new RequestException(
          409,
          "%s and %s are training already: pause or stop one of them first"
              .formatted(busy.get(0).name(), busy.get(1).name()));
    }
  }

  /** Whether a run takes the time of the processor. */
  static boolean computes(RunCard card) {
    return card.state() == RunState.STARTING || card.state() == RunState.RUNNING;
  }

  /** Tells a run to pause. */
  RunCard pause(String name) throws IOException {
    return tell(
        name, RunControl.Request.PAUSE, "pause", Set.of(RunState.RUNNING, RunState.STARTING));
  }

  /** Tells a paused run to go on. */
  RunCard unpause(String name) throws IOException {
    return tell(name, RunControl.Request.GO_ON, "go on", Set.of(RunState.PAUSED));
  }

  /** Tells a run to save its place and end. */
  RunCard stop(String name) throws IOException {
    return tell(name, RunControl.Request.STOP, "stop", Set.of(RunState.RUNNING, RunState.PAUSED));
  }

  /** Throws a run that has ended into the bin. */
  synchronized RunBin.DiscardedRun delete(String name) throws IOException {
    RunCard card = card(existing(name));
    if (!ENDED.contains(card.state()) || processes.isAlive(card.name())) {
      throw unfit(card, "be deleted");
    }
    RunBin.DiscardedRun thrown = bin.throwAway(card.name());
    processes.forget(card.name());
    readings.remove(card.name());
    return thrown;
  }

  /** Takes a run back from the bin. */
  synchronized RunCard restore(RunBin.DiscardedRun thrown) throws IOException {
    return card(bin.takeBack(thrown));
  }

  private synchronized RunCard tell(
      String name, RunControl.Request wish, String what, Set<RunState> fitting) throws IOException {
    RunCard card = card(existing(name));
    if (!fitting.contains(card.state())) {
      throw unfit(card, what);
    }
    RunControl.of(workspace.root().resolve(card.name())).ask(wish);
    return card(card.name());
  }

  private static RequestException unfit(RunCard card, String what) {
    return new RequestException(
        409, "%s %s: it cannot %s now".formatted(card.name(), card.state().words(), what));
  }
}
