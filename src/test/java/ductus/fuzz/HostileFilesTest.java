package ductus.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

  /** Read as ink of any kind is, by what is in them. */
  private static final Set<String> AS_INK =
      Set.of("iam", "unipen", "xournal", "svg", "omniglot", "quick draw", "ink");

  private static final Set<String> OF_XML = Set.of("inkml", "musicxml", "svg font");

  /**
   * Every fifth pair of those that may have to do with each other; a third would be one of the
   * three readers of XML again and again.
   */
  @Test
  void noneHurtsTheReadersOfItsKind() throws Exception {
    AtomicInteger pairs = new AtomicInteger();
    noneHurts(
        (target, hostile) -> isOfItsKind(target, hostile) && pairs.getAndIncrement() % 5 == 0);
  }

  private static boolean isOfItsKind(FuzzTarget target, HostileFile hostile) {
    return hostile.name().startsWith("XML")
        ? OF_XML.contains(target.name())
        : !AS_INK.contains(target.name());
  }

  @Test
  @Tag("long")
  void noneHurtsAnyReader() throws Exception {
    noneHurts((target, hostile) -> true);
  }

  private void noneHurts(BiPredicate<FuzzTarget, HostileFile> tried) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path secret = Files.writeString(folder.resolve("secret"), "nobody may read this");
    List<FuzzTarget> targets = FuzzTargets.all();
    List<String> wrong = new ArrayList<>();
    try (ServerSocket called = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (HostileFile hostile : HostileFile.all(secret, called.getLocalPort())) {
        Path file = Files.write(folder.resolve("hostile"), hostile.bytes());
        for (FuzzTarget target : targets) {
          if (!tried.test(target, hostile)) {
            continue;
          }
          file = Files.move(file, folder.resolve(target.file()), StandardCopyOption.ATOMIC_MOVE);
          long allocated = threads.getCurrentThreadAllocatedBytes();
          long began = threads.getCurrentThreadCpuTime();
          Optional<Throwable> thrown = FuzzRun.thrown(target, file);
          long millis = (threads.getCurrentThreadCpuTime() - began) / 1_000_000;
          long more = threads.getCurrentThreadAllocatedBytes() - allocated;
          String what = target + ", " + hostile + ": ";
          thrown.ifPresent(each -> wrong.add(what + each));
          if (millis > MOST_MILLIS || more > MOST_BYTES) {
            wrong.add(what + "%,d ms, %,d bytes".formatted(millis, more));
          }
        }
        Files.delete(file);
      }
      assertEquals("", String.join("\n", wrong));
      called.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, called::accept, "somebody called");
    }
  }
}
