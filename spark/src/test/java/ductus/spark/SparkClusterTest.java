package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster;
import ductus.cluster.ClusterCommand;
import ductus.cluster.ClusterOutcome;
import ductus.cluster.ClusterProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkClusterTest {
  @Test
  void runsCommandsOnThreadsOfThisProgram() throws Exception {
    Outcomes outcomes = new Outcomes();
    try (Cluster cluster = ClusterProvider.find().connect("local[2]")) {
      cluster.run(
          List.of(
              new ClusterCommand("good", List.of("lab", "--help")),
              new ClusterCommand("bad", List.of("inspect", "/no/such/file"))),
          outcomes,
          () -> false);
    }
    assertEquals(2, outcomes.count());
    ClusterOutcome good = outcomes.of("good");
    assertEquals(0, good.status());
    assertTrue(good.out().contains("Usage: ductus lab"), good.out());
    ClusterOutcome bad = outcomes.of("bad");
    assertEquals(1, bad.status());
    assertEquals("ductus: /no/such/file: no such file or folder\n", bad.err());
  }
}
