package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class TrainingJobTest {
  private static final int FEW = 3;
  private static final int MANY = 150;

  /** Column of the held-out loss. */
  private static final int VALIDATION = 4;

  private static final int TUNES = 10;

  @TempDir Path folder;

  @Test
  void twoExecutorsEndWithTheWeightsOfOneMachine(LocalCluster local) throws Exception {
    Said alone = train("alone", FEW);
    Said together = train("together", FEW, "--master", local.master());
    assertEquals(0, alone.status, alone.err);
    assertEquals(0, together.status, together.err);
    assertArrayEquals(model("alone"), model("together"));
    assertEquals(losses("alone"), losses("together"));
    assertTrue(together.err.contains("epoch   3: training"), together.err);
  }

  @Test
  void fourTasksEndWithTheWeightsOfOneMachine() throws Exception {
    assertEquals(0, train("alone", FEW).status);
    Said together = train("together", FEW, "--master", "local[4]");
    assertEquals(0, together.status, together.err);
    assertArrayEquals(model("alone"), model("together"));
  }

  @Test
  void gradientsThatTravelInSixteenBitsAreSaidToChangeTheWeights(LocalCluster local)
      throws Exception {
    assertEquals(0, train("alone", FEW).status);
    Said rounded;
    Said unknown;
    try {
      System.setProperty("spark.ductus.gradients", "float16");
      rounded = train("rounded", FEW, "--master", local.master());
      System.setProperty("spark.ductus.gradients", "float8");
      unknown = train("unknown", FEW, "--master", local.master());
    } finally {
      System.clearProperty("spark.ductus.gradients");
    }
    assertEquals(0, rounded.status, rounded.err);
    assertTrue(
        rounded.err.contains(
            "gradients travel as float16: the weights will not be those of one machine"),
        rounded.err);
    assertFalse(Arrays.equals(model("alone"), model("rounded")));
    assertEquals(validation("alone"), validation("rounded"), 0.01);
    assertEquals(1, unknown.status);
    assertTrue(
        unknown.err.contains(
            "spark.ductus.gradients is 'float8': gradients travel as float32 or float16"),
        unknown.err);
  }

  @Test
  void untilEndsForNowAtTheSamePlaceAsOnOneMachine(LocalCluster local) throws Exception {
    // The bits are the same, too, where gradients are sent while others are computed.
    System.setProperty("spark.ductus.overlap", "true");
    Said there;
    try {
      there = train("part", FEW, "--until", "1", "--master", local.master());
    } finally {
      System.clearProperty("spark.ductus.overlap");
    }
    assertEquals(0, there.status, there.err);
    assertEquals(1, epochs("part"));
    Said rest = train("part", FEW, "--resume", "--until", "2");
    assertEquals(0, rest.status, rest.err);
    assertEquals(2, epochs("part"));
    assertEquals(0, train("here", FEW, "--until", "2").status);
    assertArrayEquals(model("here"), model("part"));
  }

  @Test
  void aDryRunSaysWhatEachMachineTakes(LocalCluster local) throws Exception {
    List<String> arguments = arguments("dry");
    arguments.addAll(List.of("--dry-run", "--hidden", "16", "--master", local.master()));
    StringWriter out = new StringWriter();
    int status =
        Ductus.run(arguments, new PrintWriter(out, true), new PrintWriter(new StringWriter()));
    assertEquals(0, status);
    assertTrue(
        out.toString().contains("each of up to 4 machines (--shards 4) takes"), out::toString);
    assertFalse(Files.exists(folder.resolve("dry")));
  }

  @Test
  void aRunWhoseExecutorIsKilledGoesOnFromItsCheckpoint(LocalCluster local) throws Exception {
    assertEquals(0, train("alone", MANY).status);
    CompletableFuture<Said> run = started("killed", local);
    awaitEpochs("killed", 2);
    assertTrue(local.executors().findAny().orElseThrow().destroyForcibly());
    Said said = run.get();
    assertEquals(0, said.status, said.err);
    assertArrayEquals(model("alone"), model("killed"));
  }

  @Test
  void aRunThatIsStoppedGoesOnHereOrThere(LocalCluster local) throws Exception {
    assertEquals(0, train("alone", MANY).status);
    CompletableFuture<Said> run = started("stopped", local);
    awaitEpochs("stopped", 2);
    Files.writeString(folder.resolve("stopped").resolve("control"), "stop\n");
    assertEquals(0, run.get().status, run.get().err);
    assertTrue(epochs("stopped") < MANY, "it was stopped");
    Said resumed = train("stopped", MANY, "--resume");
    assertEquals(0, resumed.status, resumed.err);
    assertArrayEquals(model("alone"), model("stopped"));
  }

  @Test
  @Timeout(300)
  void aRunWhoseCommandIsKilledGoesOnWithAnother(LocalCluster local) throws Exception {
    assertEquals(0, train("alone", MANY).status);
    List<String> arguments = arguments("orphan", MANY);
    arguments.addAll(List.of("--master", local.master()));
    Process command =
        new ProcessBuilder(OtherProgram.command(Ductus.class, arguments.toArray(new String[0])))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    try {
      awaitEpochs("orphan", 2);
    } finally {
      command.destroyForcibly().waitFor();
    }
    awaitNoExecutor(local);
    assertTrue(epochs("orphan") < MANY, "it was killed");
    Said resumed = train("orphan", MANY, "--master", local.master(), "--resume");
    assertEquals(0, resumed.status, resumed.err);
    assertArrayEquals(model("alone"), model("orphan"));
  }

  private static void awaitNoExecutor(LocalCluster local) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (local.executors().findAny().isPresent()) {
      assertTrue(System.nanoTime() < end, "executors outlive their command");
      Thread.sleep(50);
    }
  }

  @Test
  void saysBeforeTheStartThatAnExecutorHasTooLittleMemory(LocalCluster local) throws Exception {
    List<String> arguments = arguments("big");
    arguments.addAll(List.of("--hidden", "3000", "--master", local.master()));
    Said said = run(arguments);
    assertEquals(1, said.status);
    assertTrue(said.err.contains("127.0.0.1: "), said.err);
    assertTrue(said.err.contains("but the heap has"), said.err);
    assertFalse(Files.exists(folder.resolve("big").resolve("config.json")));
  }

  private record Said(int status, String err) {}

  private CompletableFuture<Said> started(String name, LocalCluster local) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return train(name, MANY, "--master", local.master());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Said train(String name, int epochs, String... more) throws IOException {
    List<String> arguments = arguments(name, epochs);
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private List<String> arguments(String name, int epochs) throws IOException {
    List<String> arguments = arguments(name);
    arguments.addAll(List.of("--hidden", "16", "--epochs", String.valueOf(epochs)));
    return arguments;
  }

  private List<String> arguments(String name) throws IOException {
    return new ArrayList<>(
        List.of(
            "train",
            melodies().toString(),
            "--keys",
            "own",
            "--seed",
            "1",
            "--shards",
            "4",
            "--threads",
            "1",
            "--out",
            folder.resolve(name).toString()));
  }

  private static Said run(List<String> arguments) {
    StringWriter err = new StringWriter();
    int status =
        Ductus.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    return new Said(status, err.toString());
  }

  /** A few of the bundled tunes, so that epochs are short. */
  private Path melodies() throws IOException {
    Path some = folder.resolve("melodies");
    if (!Files.exists(some)) {
      Files.createDirectory(some);
      Path all = Path.of(System.getProperty("ductus.corpora", "../corpora"), "melodies");
      try (Stream<Path> files = Files.walk(all)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".mid")).sorted().limit(TUNES).toList()) {
          Files.copy(file, some.resolve(file.getFileName()));
        }
      }
    }
    return some;
  }

  private byte[] model(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("model.safetensors"));
  }

  /** Held-out nats of the last epoch. */
  private double validation(String name) throws IOException {
    String last = losses(name).get(FEW);
    return Double.parseDouble(last.split(",", -1)[VALIDATION]);
  }

  /** Losses without times. */
  private List<String> losses(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("metrics.csv")).stream()
        .map(row -> String.join(",", List.of(row.split(",")).subList(0, 5)))
        .toList();
  }

  private int epochs(String name) throws IOException {
    Path metrics = folder.resolve(name).resolve("metrics.csv");
    return Files.exists(metrics) ? Files.readAllLines(metrics).size() - 1 : 0;
  }

  private void awaitEpochs(String name, int number) throws IOException, InterruptedException {
    long end = System.nanoTime() + 120_000_000_000L;
    while (epochs(name) < number) {
      assertTrue(System.nanoTime() < end, "the run does not begin");
      Thread.sleep(50);
    }
  }
}
