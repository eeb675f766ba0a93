package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cluster.SharedTask;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.JsonMutation;
import ductus.file.JsonMutation.Fault;
import ductus.file.TensorFile;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Task;
import ductus.task.Training;
import ductus.task.TrainingConfig;
import ductus.task.TrainingRequest;
import ductus.task.registry.Tasks;
import ductus.train.ThreadPeers;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every task of the registry does: each test runs over all of them. */
class TaskContractTest {
  /** A run of each task that ended behind its first epoch, trained by {@code train --task}. */
  @TempDir private static Path begun = Path.of("");

  /** What those were trained with. */
  private static final Map<String, TaskSample> SAMPLES = new HashMap<>();

  /** Of the fields of a model one in so many is left out; {@code --long} leaves out each. */
  private static final int FIELD_STEP = 8;

  private final Path folder;
  private final Path run;

  TaskContractTest(@TempDir Path folder) {
    this.folder = folder;
    run = folder.resolve("run");
  }

  static List<String> tasks() {
    return Tasks.ALL.stream().map(Task::name).toList();
  }

  /** Every third, for what takes seconds and hardly differs; {@code --long} has all. */
  static List<String> someTasks() {
    return IntStream.range(0, tasks().size())
        .filter(i -> i % 3 == 0)
        .mapToObj(tasks()::get)
        .toList();
  }

  static List<String> otherTasks() {
    return tasks().stream().filter(task -> !someTasks().contains(task)).toList();
  }

  private TaskSample sample(String task) throws IOException {
    return TaskSample.of(task, folder);
  }

  private static CommandRun call(String task, Object... arguments) {
    List<Object> all = new ArrayList<>(Arrays.asList(Tasks.named(task).command().split(" ", -1)));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  private static CommandRun train(TaskSample sample, Path out, Object... more) {
    List<Object> all = new ArrayList<>(List.of(sample.source(), "--out", out, "--quiet"));
    all.addAll(sample.options());
    all.addAll(List.of(more));
    return call(sample.task(), all.toArray());
  }

  private static CommandRun done(CommandRun call) {
    assertEquals(ExitStatus.DONE, call.status(), call.err());
    return call;
  }

  private static TaskSample begunSample(String task) throws IOException {
    TaskSample known = SAMPLES.get(task);
    if (known == null) {
      known = TaskSample.of(task, Files.createDirectories(begun.resolve("of-" + task)));
      SAMPLES.put(task, known);
    }
    return known;
  }

  private static Path begun(String task) throws IOException {
    Path run = begun.resolve(task);
    if (Files.notExists(run)) {
      TaskSample sample = begunSample(task);
      List<Object> named = new ArrayList<>(List.of("train", sample.source(), "--task", task));
      named.addAll(sample.options());
      named.addAll(List.of("--until", 1, "--out", run, "--quiet"));
      done(CommandRun.ofUser(named.stream().map(Object::toString).toList()));
    }
    return run;
  }

  /** A run that was begun, to go on with. */
  private Path ofItsOwn(Path begun) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (Stream<Path> files = Files.list(begun)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static byte[] model(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }

  private static void assertRefused(int status, String reason, CommandRun call) {
    assertEquals(status, call.status(), call.err());
    assertTrue(call.complaints().get(0).startsWith("ductus: "), call.err());
    assertTrue(call.complaints().get(0).contains(reason), call.err());
    assertFalse(call.err().contains("\tat "), call.err());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aRunThatEndsBehindAnEpochAndGoesOnHasTheModelAndTheResultOfAWholeOne(String task)
      throws Exception {
    Path parts = ofItsOwn(begun(task));
    CommandRun resumed = done(call(task, "--resume", "--out", parts, "--json"));
    CommandRun trained = done(train(begunSample(task), run, "--json"));
    assertArrayEquals(model(run), model(parts));
    assertIsTheResult(task, parts, resumed.out());
    assertIsTheResult(task, run, trained.out());
  }

  /** The same fields for every task. */
  private static void assertIsTheResult(String task, Path run, String json) throws Exception {
    JsonObject result = JsonParser.parseString(json).getAsJsonObject();
    assertEquals(task, result.get("task").getAsString());
    assertEquals(run.toString(), result.get("run").getAsString());
    assertEquals(run.resolve("model.safetensors").toString(), result.get("model").getAsString());
    assertEquals(2, result.get("epochs").getAsInt());
    assertTrue(result.get("weights").getAsLong() > 0, json);
    assertTrue(result.get("pieces").getAsInt() > 0, json);
    assertTrue(result.get("held_out").getAsInt() > 0, json);
    assertTrue(Double.isFinite(result.get("validation_nats").getAsDouble()), json);
    assertFalse(result.get("target").getAsString().isEmpty(), json);
    assertFalse(result.get("stopped").getAsBoolean(), json);
    assertEquals(task, RunFolder.task(run.resolve("config.json")).orElseThrow());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void aRunThatIsStoppedBehindEachBatchHasTheSameModel(String task) throws Exception {
    TaskSample sample = sample(task);
    done(train(sample, run));
    stoppedAgainAndAgain(Tasks.named(task), run.resolve("config.json"), folder.resolve("parts"));
    assertArrayEquals(model(run), model(folder.resolve("parts")));
  }

  private static <C extends TrainingConfig<C>> void stoppedAgainAndAgain(
      Task<C> task, Path config, Path parts) throws Exception {
    C settings = Tasks.read(task, config);
    for (boolean stopped = true; stopped; ) {
      try (RunFolder run = RunFolder.open(parts)) {
        AtomicInteger batches = new AtomicInteger();
        TrainingListener listener =
            new TrainingListener() {
              @Override
              public void updated(UpdateReport report) {
                batches.incrementAndGet();
              }
            };
        // Prepared anew each time, as by a process of its own.
        Training.of(task, settings, Preparing.quietly(version()))
            .run(new TrainingRequest(run, true, 1, listener, () -> batches.get() > 0));
        stopped = batches.get() > 0;
      }
    }
  }

  private static String version() {
    return Version.text();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aSettingThatDiffersFromTheRunsIsRefused(String task) throws Exception {
    Path begun = begun(task);
    String other = begunSample(task).other();
    assertRefused(
        ExitStatus.WRONG_USAGE,
        "others are asked for",
        call(task, "--resume", "--out", begun, other, 9));
    assertRefused(
        ExitStatus.WRONG_USAGE,
        "others are asked for",
        call(task, "--resume", "--out", begun, "--learning-rate", 0.1234));
    done(call(task, "--resume", "--out", ofItsOwn(begun), "--quiet", other, 8));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("otherTasks")
  void dataThatChangedSinceTheRunBeganIsRefusedToo(String task) throws Exception {
    dataThatChangedSinceTheRunBeganIsRefused(task);
  }

  @ParameterizedTest
  @MethodSource("someTasks")
  void dataThatChangedSinceTheRunBeganIsRefused(String task) throws Exception {
    TaskSample sample = sample(task);
    done(train(sample, run, "--until", 1));
    sample.change().to(sample.source());
    assertRefused(
        ExitStatus.FAILED,
        "than when this run began",
        call(task, "--resume", "--out", run, "--quiet"));
  }

  @ParameterizedTest
  @MethodSource("someTasks")
  void theModelIsTheSameOnOneThreadAndOnTwo(String task) throws Exception {
    TaskSample sample = sample(task);
    List<Object> wide = List.of("--hidden", 96, "--epochs", 1);
    for (int threads = 1; threads <= 2; threads++) {
      List<Object> all = new ArrayList<>(List.of(sample.source(), "--quiet", "--threads", threads));
      all.addAll(sample.options().subList(4, sample.options().size()));
      all.addAll(wide);
      all.addAll(List.of("--out", folder.resolve("threads-" + threads)));
      done(call(task, all.toArray()));
    }
    assertArrayEquals(model(folder.resolve("threads-1")), model(folder.resolve("threads-2")));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("otherTasks")
  void theModelIsTheSameOnOneThreadAndOnTwoToo(String task) throws Exception {
    theModelIsTheSameOnOneThreadAndOnTwo(task);
  }

  @ParameterizedTest
  @MethodSource("someTasks")
  void aDryRunEstimatesAndWritesNothing(String task) throws Exception {
    CommandRun planned = done(train(sample(task), run, "--dry-run", "--json"));
    JsonObject estimate = JsonParser.parseString(planned.out()).getAsJsonObject();
    assertTrue(estimate.get("pieces").getAsInt() > 0, planned.out());
    assertTrue(estimate.get("needed_bytes").getAsLong() > 0, planned.out());
    assertTrue(
        estimate.getAsJsonObject("speed").get("targets_per_second").getAsDouble() > 0,
        planned.out());
    assertFalse(Files.exists(run));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("otherTasks")
  void aDryRunEstimatesAndWritesNothingToo(String task) throws Exception {
    aDryRunEstimatesAndWritesNothing(task);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void aPlanInShardsIsLearned(String task) throws Exception {
    TaskSample sample = sample(task);
    done(train(sample, run, "--shards", 2));
    done(train(sample, folder.resolve("again"), "--shards", 2, "--threads", 1));
    assertArrayEquals(model(run), model(folder.resolve("again")));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void machinesThatShareARunEndWithTheModelOfOne(String task) throws Exception {
    done(train(sample(task), run, "--shards", 2));
    SharedTask shared = shared(Tasks.named(task), run.resolve("config.json"));
    ExecutorService machines = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Path>> ranks = new ArrayList<>();
      for (Peers peers : ThreadPeers.of(2)) {
        ranks.add(() -> replica(shared, folder.resolve("rank-" + peers.rank()), peers));
      }
      for (Future<Path> rank : machines.invokeAll(ranks)) {
        assertArrayEquals(model(run), model(rank.get()));
      }
    } finally {
      machines.shutdownNow();
    }
  }

  private static <C extends TrainingConfig<C>> SharedTask shared(Task<C> task, Path config)
      throws Exception {
    Preparing preparing = Preparing.quietly(version());
    return SharedTask.of(
        Training.of(task, Tasks.read(task, config), preparing), version(), Integer.MAX_VALUE);
  }

  private static Path replica(SharedTask shared, Path place, Peers peers) throws Exception {
    try (RunFolder run = RunFolder.open(place)) {
      shared.prepare().run(run, false, 1, TrainingListener.NONE, () -> false, peers);
    }
    return place;
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void itsModelIsDescribed(String task) throws Exception {
    Path looked = begun(task);
    CommandRun told = done(CommandRun.of("inspect", looked));
    assertTrue(told.out().contains("sha-256"), told.out());
    assertTrue(told.out().contains("nats a"), told.out());
    CommandRun json = done(CommandRun.of("inspect", looked, "--json"));
    JsonObject result = JsonParser.parseString(json.out()).getAsJsonObject();
    assertEquals(64, result.get("sha256").getAsString().length());
    assertTrue(result.getAsJsonArray("tensors").size() > 0, json.out());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void whatIsBrokenInItsFilesIsNamed(String task) throws Exception {
    configurationsAreReadOrNamed(task);
    // Some of the fields of each task: most of them are those of several.
    modelsAreReadOrNamed(task, tasks().indexOf(task) % FIELD_STEP, FIELD_STEP);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void eachFieldThatItsModelLacksIsNamed(String task) throws Exception {
    modelsAreReadOrNamed(task, 0, 1);
  }

  private void configurationsAreReadOrNamed(String task) throws Exception {
    Path config = folder.resolve("config.json");
    Path unbroken = begun(task).resolve("config.json");
    JsonObject whole = JsonFile.read(unbroken, JsonObject.class, "a configuration");
    for (JsonMutation mutation : JsonMutation.of(whole)) {
      Files.writeString(config, mutation.json());
      mutation.assertReadOrNamed(() -> Tasks.read(Tasks.named(task), config));
    }
  }

  private void modelsAreReadOrNamed(String task, int first, int step) throws Exception {
    // Beside a run it would be read again with each of them.
    Path path = folder.resolve("broken.safetensors");
    TensorFile model = TensorFile.read(begun(task).resolve("model.safetensors"));
    JsonObject whole =
        JsonParser.parseString(Objects.requireNonNull(model.metadata().get("ductus")))
            .getAsJsonObject();
    // Models of old lack these; without the last they are of version 0, which is said.
    Set<String> optional =
        Set.of("network.window", "network.chained", "network.styles[0].forms", "encodingVersion");
    List<JsonMutation> mutations =
        JsonMutation.of(whole).stream()
            .filter(each -> each.fault() == Fault.MISSING)
            .filter(each -> !optional.contains(each.path()))
            .toList();
    for (int i = first; i < mutations.size(); i += step) {
      JsonMutation mutation = mutations.get(i);
      model.metadata().put("ductus", mutation.json());
      model.write(path);
      mutation.assertReadOrNamed(() -> inspect(path));
    }
  }

  private static void inspect(Path model) throws BadFileException {
    CommandRun inspected = CommandRun.of("inspect", model);
    assertFalse(inspected.err().contains("an error in Ductus itself"), inspected.err());
    // Numbers that are not there are 0, as for models of old, to which the weights may not fit.
    boolean unfit = inspected.err().matches("(?s).*(weights|does not fit).*");
    if (inspected.status() != ExitStatus.DONE && !unfit) {
      throw new BadFileException(model, inspected.err());
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void whatItsModelMakesIsMadeAgain(String task) throws Exception {
    TaskSample sample = sample(task);
    assumeFalse(sample.use().isEmpty(), "a model of this task makes nothing that has a sidecar");
    Path model = begun(task);
    Path out = folder.resolve("made");
    done(
        CommandRun.of(
            sample.use().stream()
                .map(word -> word.equals("RUN") ? model.toString() : word)
                .map(word -> word.replace("OUT", out.toString()))
                .toArray()));
    Path again = folder.resolve("again");
    done(CommandRun.of("regenerate", out + ".json", "--out", again));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aFileOfSomethingElseIsRefusedInOneLine(String task) throws Exception {
    Path noise = Files.write(folder.resolve("noise.bin"), new byte[] {(byte) 0xFF, 0, 1, 2, 3});
    CommandRun refused = call(task, noise, "--out", run);
    assertTrue(
        refused.status() == ExitStatus.FAILED || refused.status() == ExitStatus.WRONG_USAGE,
        refused.err());
    assertTrue(refused.complaints().stream().allMatch(line -> !line.contains("Exception")));
    assertFalse(Files.exists(run), refused.err());
    Path missing = folder.resolve("missing");
    assertRefused(
        ExitStatus.FAILED, missing.toString(), call(task, missing, "--out", run, "--quiet"));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theRunOfAnotherTaskIsRefused(String task) throws Exception {
    Path model = begun(task);
    String other = tasks().get((tasks().indexOf(task) + 1) % tasks().size());
    assumeFalse(
        Tasks.named(other).configType().equals(Tasks.named(task).configType()),
        "both are trained by the same command");
    assertRefused(
        ExitStatus.FAILED,
        "is of the task " + task,
        call(other, "--resume", "--out", model, "--quiet"));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void aFullDiskIsNamedAndTheRunGoesOnWhenThereIsRoom(String task) throws Exception {
    TaskSample sample = sample(task);
    done(train(sample, run));
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Path parts = disk.resolve("run");
    Path ballast = disk.resolve("ballast");
    SmallDisk mounted = SmallDisk.mount(disk, "size=16m");
    try {
      Files.write(ballast, new byte[(16 << 20) - (12 << 10)]);
      assertRefused(ExitStatus.FAILED, "the disk is full", train(sample, parts));
      Files.delete(ballast);
      done(train(sample, parts, "--resume"));
      assertArrayEquals(model(run), model(parts));
    } finally {
      mounted.close();
    }
  }
}
