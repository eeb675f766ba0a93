package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The modules of the page by themselves: their tests in {@code src/test/script}, their types, their
 * size.
 */
class StudioScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/ductus/studio");
  private static final Path TESTS = Path.of("src/test/script");
  private static final Path COMPILER = Path.of("target/script");
  private static final int MOST_LINES = 250;

  /** What npm says where it cannot reach the registry. */
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "npm (?:error|ERR!) (?:network|code"
              + " (?:EAI_AGAIN|ENOTFOUND|ECONN|E\\w*TIMEDOUT|E\\w*UNREACH|ERR_SOCKET_TIMEOUT))");

  @Test
  void theirOwnTestsPass() throws Exception {
    Path output = Files.createTempFile("scripts", ".txt");
    try {
      assertEquals(0, run(output, TESTS, "node", "--test"), () -> read(output));
    } finally {
      Files.delete(output);
    }
  }

  @Test
  void theirTypesFit() throws Exception {
    Path output = Files.createTempFile("types", ".txt");
    try {
      installCompiler(output);
      String compiler = COMPILER.resolve("node_modules/typescript/bin/tsc").toString();
      String project = TESTS.resolve("tsconfig.json").toString();
      assertEquals(
          0, run(output, Path.of("."), "node", compiler, "-p", project), () -> read(output));
    } finally {
      Files.delete(output);
    }
  }

  /** Puts the compiler below the build's folder, unless the one that is there is the same. */
  private static void installCompiler(Path output) throws IOException, InterruptedException {
    // npm writes the list of what it installed at the end.
    Path installed = COMPILER.resolve("node_modules/.package-lock.json");
    Path lock = COMPILER.resolve("package-lock.json");
    if (Files.exists(installed) && Files.mismatch(lock, TESTS.resolve("package-lock.json")) < 0) {
      return;
    }
    Files.createDirectories(COMPILER);
    for (String name : List.of("package.json", "package-lock.json")) {
      Files.copy(TESTS.resolve(name), COMPILER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    // The new lock file must not vouch for what an older one installed.
    Files.deleteIfExists(installed);
    int exit =
        run(
            output,
            COMPILER,
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=1");
    Assumptions.assumeFalse(
        exit != 0 && NO_NETWORK.matcher(read(output)).find(),
        () -> "no network to fetch the compiler of types: " + read(output));
    assertEquals(0, exit, () -> read(output));
  }

  private static int run(Path output, Path folder, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
    } catch (IOException missing) {
      Assumptions.abort("no " + command[0] + " to test scripts with: apt-get install nodejs npm");
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
