package ductus.spark.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.ClusterException;
import ductus.spark.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalClusterTest {
  @TempDir Path home;

  @Test
  void saysThatThePortIsTaken() throws Exception {
    Path folder = LocalCluster.folder(home);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ClusterException thrown =
          assertThrows(
              ClusterException.class,
              () ->
                  LocalCluster.start(
                      TestCluster.sparkHome(), folder, taken.getLocalPort(), 1, 1024));
      String message = String.valueOf(thrown.getMessage());
      assertEquals(
          "the master ended at once: another program has its port (its log: %s)"
              .formatted(folder.resolve("master.log")),
          message);
    }
    assertFalse(LocalCluster.isRunning(folder));
    assertNull(LocalCluster.settings(home), "the secret is left behind");
  }

  @Test
  void endsWhatItStartedAndNothingElse() throws Exception {
    Process own = sleeper();
    Process other = sleeper();
    try {
      ProcessList list = ProcessList.in(home);
      list.add(own.toHandle());
      // The number of a process that ended long ago, which another has now.
      Files.writeString(
          list.file(),
          Files.readString(list.file()) + other.pid() + " 2001-01-01T00:00:00Z\nhalf a li");
      assertTrue(list.end());
      assertTrue(own.waitFor(10, TimeUnit.SECONDS));
      assertTrue(other.isAlive());
      assertFalse(list.end());
    } finally {
      own.destroyForcibly();
      other.destroyForcibly();
    }
  }

  /** As a program reckons that has begun since the clock was set. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesDownWhatDoesNotGoByTheClock() throws Exception {
    Process own = sleeper();
    try {
      ProcessList list = ProcessList.in(home);
      list.add(own.toHandle());
      assertTrue(
          Files.readString(list.file()).matches(own.pid() + " \\d+\n"),
          Files.readString(list.file()));
      assertTrue(list.isAnyAlive());
    } finally {
      own.destroyForcibly();
    }
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder("sleep", "100").start();
  }
}
