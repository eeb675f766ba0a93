package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterProvider;
import ductus.spark.local.LocalCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as another program with work on the cluster gets it. */
@ExtendWith(TestCluster.class)
class InterruptedProgramTest {
  @TempDir Path folder;

  /** The other program: trains for as long as it is let; on executors of so much memory. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 2) {
      System.setProperty("spark.executor.memory", arguments[2]);
    }
    try (Cluster cluster = ClusterProvider.find().connect(arguments[0])) {
      cluster.run(
          List.of(CommandJobTest.train(Path.of(arguments[1]), 100_000)),
          outcome -> System.out.println("ended: " + outcome.err()),
          () -> false);
      System.out.println("went on");
    } catch (ClusterException e) {
      System.out.println(e.getMessage());
    }
  }

  @Test
  @Timeout(120)
  void theWorkEndsWithTheProgramAndKeepsItsPlace(LocalCluster local) throws Exception {
    Path run = folder.resolve("run");
    Path said = folder.resolve("said");
    Process program =
        new ProcessBuilder(
                OtherProgram.command(InterruptedProgramTest.class, local.master(), run.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      while (program.isAlive() && Files.notExists(run.resolve("metrics.csv"))) {
        Thread.sleep(50);
      }
      assertTrue(program.isAlive(), () -> read(said));
      program.destroy();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS), "goes on after Ctrl-C");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("stopped", read(said).strip());
    for (int wait = 0; wait < 200 && local.executors().findAny().isPresent(); wait++) {
      Thread.sleep(50);
    }
    assertTrue(local.executors().findAny().isEmpty(), "an executor is left");
    assertTrue(Files.notExists(run.resolve("model.safetensors.tmp")));
    try (Stream<Path> checkpoint = Files.list(run.resolve("checkpoint"))) {
      assertTrue(checkpoint.findAny().isPresent(), "no checkpoint");
    }
  }

  @Test
  @Timeout(120)
  void aProgramIsStoppedWhileItWaitsForAnExecutor(LocalCluster local) throws Exception {
    Path said = folder.resolve("said");
    long applications = applications(local);
    Process program =
        new ProcessBuilder(
                OtherProgram.command(
                    InterruptedProgramTest.class, local.master(), "nowhere", "900g"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      while (program.isAlive() && applications(local) == applications) {
        Thread.sleep(50);
      }
      Thread.sleep(1_000);
      assertTrue(program.isAlive(), () -> read(said));
      program.destroy();
      assertTrue(program.waitFor(20, TimeUnit.SECONDS), "goes on after Ctrl-C");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("stopped", read(said).strip());
  }

  /** How many the master has heard of. */
  private static long applications(LocalCluster local) {
    return read(local.folder().resolve("master.log"))
        .lines()
        .filter(line -> line.contains("Registered app"))
        .count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
