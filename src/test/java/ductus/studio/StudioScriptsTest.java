package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The modules of the page by themselves: their tests in {@code src/test/script}, and their size.
 */
class StudioScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/ductus/studio");
  private static final Path TESTS = Path.of("src/test/script");
  private static final int MOST_LINES = 280;

  @Test
  void theirOwnTestsPass() throws Exception {
    Path output = Files.createTempFile("scripts", ".txt");
    try {
      assertEquals(0, run(output, "node", "--test"), () -> read(output));
    } finally {
      Files.delete(output);
    }
  }

  private static int run(Path output, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .directory(TESTS.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
    } catch (IOException missing) {
      Assumptions.abort("no " + command[0] + " to test scripts with: apt-get install nodejs");
      return -1;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void noModuleIsLong() throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      List<Path> modules = files.filter(file -> file.toString().endsWith(".js")).toList();
      assertTrue(modules.size() > 30);
      for (Path module : modules) {
        int lines = Files.readAllLines(module).size();
        assertTrue(lines <= MOST_LINES, () -> module + " has " + lines + " lines");
      }
    }
  }
}
