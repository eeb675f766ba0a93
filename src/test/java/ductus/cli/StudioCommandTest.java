package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import java.io.BufferedReader;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StudioCommandTest {
  private final Path folder;

  StudioCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void saysThatThePortIsInUseAndWhatToDo() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = CommandRun.of("studio", "--no-browser", "--port", other.getLocalPort());
      assertEquals(ExitStatus.FAILED, run.status());
      assertEquals(
          List.of(
              "ductus: port "
                  + other.getLocalPort()
                  + " of 127.0.0.1 is in use or not allowed: name another one with --port, or"
                  + " --port 0 for any that is free"),
          run.complaints());
    }
  }

  @Test
  void saysThatTheAddressIsToBeOpenedWhereThereIsNoBrowser() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            classPath(),
            "-Dductus.home=" + folder,
            Ductus.class.getName(),
            "studio",
            "--port",
            "0");
    // Where nothing is found there is no program that opens addresses.
    builder.environment().put("PATH", folder.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process studio = builder.start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = studio.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("Ctrl-C stops")) {
        said.append(line).append('\n');
        line = lines.readLine();
      }
    } finally {
      studio.destroy();
      studio.waitFor();
    }
    assertTrue(said.toString().contains("http://127.0.0.1:"), said.toString());
    assertTrue(
        said.toString().contains("No browser could be opened: open this address in one"),
        said.toString());
  }

  /** Where this program's classes are, whoever started the tests. */
  private static String classPath() {
    if (Ductus.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
