package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.ClusterProvider;
import ductus.spark.local.LocalCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class CommandJobTest {
  @TempDir Path folder;

  @Test
  void anExecutorWritesTheSameBytesAsThisProgram(LocalCluster local) throws Exception {
    Path alone = folder.resolve("alone.svg");
    StringWriter err = new StringWriter();
    assertEquals(
        0,
        Ductus.run(
            write(alone).arguments(), new PrintWriter(new StringWriter()), new PrintWriter(err)),
        err::toString);

    Outcomes outcomes = new Outcomes();
    Path there = folder.resolve("there.svg");
    try (Cluster cluster = ClusterProvider.find().connect(local.master())) {
      cluster.run(
          List.of(
              write(there),
              new ClusterCommand("wrong", List.of("write", "--no-such-option")),
              new ClusterCommand("unseen", List.of("inspect", "/no/such/folder"))),
          outcomes,
          () -> false);
    }
    assertEquals(3, outcomes.count());
    assertEquals(0, outcomes.of("there.svg").status(), outcomes.of("there.svg").err());
    assertArrayEquals(Files.readAllBytes(alone), Files.readAllBytes(there));
    assertEquals(2, outcomes.of("wrong").status());
    assertEquals("ductus: /no/such/folder: no such file or folder\n", outcomes.of("unseen").err());
    assertEquals("127.0.0.1", outcomes.of("unseen").machine());
  }

  @Test
  void aCommandWhoseExecutorIsKilledRunsAgain(LocalCluster local) throws Exception {
    Outcomes outcomes = new Outcomes();
    AtomicBoolean killed = new AtomicBoolean();
    try (Cluster cluster = ClusterProvider.find().connect(local.master())) {
      cluster.run(
          List.of(train("a", 2), train("b", 2), train("c", 2)),
          outcomes,
          () -> {
            if (!killed.get() && Files.exists(folder.resolve("a").resolve("config.json"))) {
              killed.set(true);
              assertTrue(local.executors().findAny().orElseThrow().destroyForcibly());
            }
            return false;
          });
    }
    assertTrue(killed.get());
    for (String name : List.of("a", "b", "c")) {
      assertEquals(0, outcomes.of(name).status(), outcomes.of(name).err());
      assertTrue(Files.size(folder.resolve(name).resolve("model.safetensors")) > 0);
    }
  }

  @Test
  void aStoppedJobEndsSoonAndLeavesNothingHalfWritten(LocalCluster local) throws Exception {
    Outcomes outcomes = new Outcomes();
    long[] stopped = new long[1];
    try (Cluster cluster = ClusterProvider.find().connect(local.master())) {
      cluster.run(
          List.of(train("a", 100_000), train("b", 100_000), train("c", 100_000)),
          outcomes,
          () -> {
            boolean stop = Files.exists(folder.resolve("b").resolve("config.json"));
            if (stop && stopped[0] == 0) {
              stopped[0] = System.nanoTime();
            }
            return stop;
          });
    }
    assertTrue(System.nanoTime() - stopped[0] < 20_000_000_000L);
    assertEquals(0, outcomes.count());
    assertTrue(Files.notExists(folder.resolve("c")));
    assertTrue(Files.notExists(folder.resolve("b").resolve("model.safetensors")));
  }

  private static ClusterCommand write(Path out) {
    return new ClusterCommand(
        String.valueOf(out.getFileName()),
        List.of("write", "Dear Anna", "--seed", "3", "--out", out.toString()));
  }

  private ClusterCommand train(String name, int epochs) {
    return train(folder.resolve(name), epochs);
  }

  static ClusterCommand train(Path out, int epochs) {
    return new ClusterCommand(
        String.valueOf(out.getFileName()),
        List.of(
            "train",
            melodies().toString(),
            "--resume",
            "--hidden",
            "16",
            "--epochs",
            String.valueOf(epochs),
            "--seed",
            "1",
            "--out",
            out.toString()));
  }

  /** The shipped ones. */
  private static Path melodies() {
    return Path.of(System.getProperty("ductus.corpora", "../corpora"))
        .resolve("melodies")
        .toAbsolutePath();
  }
}
