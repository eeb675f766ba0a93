package ductus.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader with every hostile file: it ends with a value or with its one complaint, soon, with
 * memory that has to do with the file's size, and calls nobody.
 */
class HostileFilesTest {
  private static final long MOST_MILLIS = 5_000;

  /** What is unpacked has at most 64 MB, and is copied some times. */
  private static final long MOST_BYTES = 1L << 30;

  @TempDir Path folder = Path.of("");

  @Test
  @Timeout(120)
  void noneHurts() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path secret = Files.writeString(folder.resolve("secret"), "nobody may read this");
    List<FuzzTarget> targets = FuzzTargets.all();
    List<String> wrong = new ArrayList<>();
    try (ServerSocket called = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (HostileFile hostile : HostileFile.all(secret, called.getLocalPort())) {
        byte[] bytes = hostile.bytes();
        for (FuzzTarget target : targets) {
          Path file = Files.write(folder.resolve(target.file()), bytes);
          long allocated = threads.getCurrentThreadAllocatedBytes();
          long began = System.nanoTime();
          Optional<Throwable> thrown = FuzzRun.thrown(target, file);
          long millis = (System.nanoTime() - began) / 1_000_000;
          long more = threads.getCurrentThreadAllocatedBytes() - allocated;
          String what = target + ", " + hostile + ": ";
          if (Boolean.getBoolean("ductus.show") && (millis > 300 || more > 100 << 20)) System.out.println(what + millis + " ms " + (more >> 20) + " MB");
          thrown.ifPresent(each -> wrong.add(what + each));
          if (millis > MOST_MILLIS || more > MOST_BYTES) {
            wrong.add(what + "%,d ms, %,d bytes".formatted(millis, more));
          }
          Files.delete(file);
        }
      }
      assertEquals("", String.join("\n", wrong));
      called.setSoTimeout(1);
      Assertions.assertThrows(SocketTimeoutException.class, called::accept, "somebody called");
    }
  }
}
