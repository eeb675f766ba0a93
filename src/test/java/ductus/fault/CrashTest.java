package ductus.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fail at the operations of whatever writes: see {@link CrashRun}. */
class CrashTest {
  @TempDir private Path folder = Path.of("");

  @Test
  @Timeout(300)
  void whatWasStruckGoesOn() throws Exception {
    run("149 power clock full quota readonly handles");
  }

  @Test
  @Tag("long")
  @Timeout(3600)
  void whatHasLostItsPowerAtAnyOperationGoesOn() throws Exception {
    run("1 power");
  }

  @Test
  @Tag("long")
  @Timeout(3600)
  void whatWasStruckAtEachThirdOperationGoesOn() throws Exception {
    run("3 clock full quota readonly handles");
  }

  private void run(String arguments) throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + CountingProvider.class.getName(),
                "--add-modules",
                "jdk.incubator.vector",
                "--add-exports",
                "java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashRun.class.getName()));
    line.addAll(Arrays.asList(arguments.split(" ", -1)));
    Process run =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertEquals(0, run.waitFor(), () -> text(said));
    } finally {
      run.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
