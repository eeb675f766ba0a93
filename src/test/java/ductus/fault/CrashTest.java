package ductus.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link CrashRun}: no power at every eleventh operation of each writer. */
class CrashTest {
  @TempDir private Path folder = Path.of("");

  @Test
  @Timeout(300)
  void whatHasLostItsPowerGoesOn() throws Exception {
    Path said = folder.resolve("said.txt");
    Process run =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.nio.file.spi.DefaultFileSystemProvider="
                        + CountingProvider.class.getName(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashRun.class.getName(),
                    "11",
                    "power",
                    "clock",
                    "full",
                    "quota",
                    "readonly",
                    "handles"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
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
