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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class TrainingJobTest {
  private static final int FEW = 3;
  private static final int MANY = 150;
  private static final int TUNES = 10;

  @TempDir Path folder;

  @Test
  @Tag("short")
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
  void saysBeforeTheStartThatAnExecutorHasTooLittleMemory(LocalCluster local) throws Exception {
    Said said =
        run("big", List.of("--hidden", "3000", "--epochs", "1", "--master", local.master()));
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
    List<String> arguments =
        new ArrayList<>(
            List.of("--hidden", "16", "--keys", "own", "--epochs", String.valueOf(epochs)));
    arguments.addAll(List.of(more));
    return run(name, arguments);
  }

  private Said run(String name, List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("train", melodies().toString()));
    arguments.addAll(List.of("--seed", "1", "--shards", "4", "--threads", "1"));
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(more);
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
