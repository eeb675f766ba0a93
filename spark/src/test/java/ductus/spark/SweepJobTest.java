package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class SweepJobTest {
  private static final int TUNES = 60;

  @TempDir Path folder;

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, status, err::toString);
    return out.toString();
  }

  /** Without what depends on the hour. */
  private static List<String> figures(Path sweep) throws IOException {
    return Files.readAllLines(sweep.resolve("results.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  /** Some of the shipped ones. */
  private Path tunes() throws IOException {
    Path shipped = Path.of(System.getProperty("ductus.corpora", "../corpora")).resolve("melodies");
    Path tunes = Files.createDirectories(folder.resolve("tunes"));
    try (Stream<Path> files = Files.list(shipped)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".mid")).sorted().limit(TUNES).toList()) {
        Files.copy(file, tunes.resolve(file.getFileName()));
      }
    }
    return tunes;
  }

  /** Kills an executor once two runs are in their first epoch. */
  private static boolean killOne(LocalCluster local, Path sweep) {
    Path begun = sweep.resolve("runs").resolve("c1-seed-2").resolve("config.json");
    try {
      for (int i = 0; i < 2_400 && !Files.exists(begun); i++) {
        Thread.sleep(50);
      }
      return local.executors().findAny().map(ProcessHandle::destroyForcibly).orElse(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void aSweepOnAClusterThatLosesAnExecutorIsTheSweepOnThisMachine(LocalCluster local)
      throws Exception {
    Path tunes = tunes();
    Path file =
        Files.writeString(
            folder.resolve("sizes.json"),
            """
            {"folder": "%s", "seeds": [1, 2], "halving": {"factor": 2, "first": 1},
             "settings": {"epochs": 2, "embedding": 4, "batch": 64, "warmup": 0},
             "values": {"hidden": [8, 16]}}
            """
                .formatted(tunes));
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    String table = run("sweep", file.toString(), "--out", here.toString());
    AtomicBoolean killed = new AtomicBoolean();
    Thread killer = new Thread(() -> killed.set(killOne(local, there)));
    killer.start();
    assertEquals(
        table,
        run("sweep", file.toString(), "--out", there.toString(), "--master", local.master()));
    killer.join();
    assertTrue(killed.get());
    assertEquals(figures(here), figures(there));
    assertTrue(figures(here).get(1).contains(",done,2,2,"), figures(here).get(1));
    for (String run : List.of("c1-seed-1", "c1-seed-2", "c2-seed-1", "c2-seed-2")) {
      Path model = Path.of("runs", run, "model.safetensors");
      assertArrayEquals(
          Files.readAllBytes(here.resolve(model)), Files.readAllBytes(there.resolve(model)), run);
    }
  }
}
