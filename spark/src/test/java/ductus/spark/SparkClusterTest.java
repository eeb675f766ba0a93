package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.Cluster.ClusterWork;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterProvider;
import ductus.corpus.ReadingListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

  /** So that nothing is written behind whoever tidies up. */
  @Test
  void workThatIsStoppedHasEndedThen() throws Exception {
    try (Cluster cluster = ClusterProvider.find().connect("local[2]")) {
      ClusterException stopped =
          assertThrows(
              ClusterException.class,
              () -> cluster.compute(List.of(new Slow()), ReadingListener.NONE, () -> Slow.begun));
      assertEquals("stopped", stopped.getMessage());
      assertTrue(Slow.ended);
    }
  }

  /** Takes its time to end when it is interrupted. */
  private record Slow() implements ClusterWork<String> {
    private static final long serialVersionUID = 1L;
    static volatile boolean begun;
    static volatile boolean ended;

    @Override
    public String run(int cores) throws IOException {
      begun = true;
      try {
        Thread.sleep(60_000);
        return "in time";
      } catch (InterruptedException e) {
        long end = System.nanoTime() + 1_000_000_000;
        while (System.nanoTime() < end) {
          LockSupport.parkNanos(1_000_000);
        }
        ended = true;
        throw new IOException(e);
      }
    }
  }
}
