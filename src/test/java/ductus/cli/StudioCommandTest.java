package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import java.io.BufferedReader;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  /** Starts the command where no program is found but those of the test's folder. */
  private Process start() throws Exception {
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
    builder.environment().put("PATH", folder.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    return builder.start();
  }

  @Test
  void saysThatTheAddressIsToBeOpenedWhereThereIsNoBrowser() throws Exception {
    Process studio = start();
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

  /**
   * A stand-in for the program that opens addresses: notes what it is given, and copies the file.
   */
  private void noteWhatIsOpened() throws Exception {
    Path opener = folder.resolve("xdg-open");
    Files.writeString(
        opener,
        """
        #!/bin/sh
        /bin/cp -p "${1#file://}" "$0.html"
        printf '%s' "$*" >"$0.noted"
        """);
    Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void opensTheBrowserByAFileThatTheUserAloneCanReadAndEndsWhenThePageAsksForIt() throws Exception {
    noteWhatIsOpened();
    Process studio = start();
    try (BufferedReader lines = studio.inputReader(StandardCharsets.UTF_8)) {
      String printed = lineWith(lines, "http://127.0.0.1:");
      lineWith(lines, "Ctrl-C stops");
      String argument = Files.readString(folder.resolve("xdg-open.noted"));
      assertTrue(argument.startsWith("file:///"), argument);
      assertFalse(argument.contains("token"), argument);
      Path page = folder.resolve("xdg-open.html");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
      String opened = Files.readString(page).replaceAll("(?s).*url=([^\"]*)\".*", "$1");
      assertNotEquals(printed, opened);

      HttpClient browser = HttpClient.newHttpClient();
      HttpResponse<String> entered = get(browser, opened, "");
      assertEquals(200, entered.statusCode());
      assertEquals(403, get(browser, opened, "").statusCode());
      Path file = Path.of(URI.create(argument));
      while (Files.exists(file)) {
        Thread.sleep(20);
      }
      assertEquals(200, get(browser, printed, "").statusCode());
      String another = lineWith(lines, "for another browser: ");
      assertEquals(200, get(browser, another.replaceAll(".*: ", ""), "").statusCode());

      String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
      String root = printed.replaceAll("/\\?.*", "") + cookie.replaceAll(".*Path=([^;]*);.*", "$1");
      String shown = get(browser, root, cookie.replaceAll(";.*", "")).body();
      HttpRequest quit =
          HttpRequest.newBuilder(URI.create(root + "api/quit"))
              .header("Cookie", cookie.replaceAll(";.*", ""))
              .header("Origin", printed.replaceAll("/\\?.*", ""))
              .header("Content-Type", "application/json")
              .header(
                  "X-Ductus-Page",
                  shown.replaceAll("(?s).*name=\"ductus-page\" content=\"([0-9a-f]+)\".*", "$1"))
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertEquals(
          "{\"running\":[]}", browser.send(quit, HttpResponse.BodyHandlers.ofString()).body());
      assertEquals(0, studio.waitFor());
    } finally {
      studio.destroy();
      studio.waitFor();
    }
  }

  private static HttpResponse<String> get(HttpClient browser, String address, String cookie)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String lineWith(BufferedReader lines, String wanted) throws Exception {
    String line = lines.readLine();
    while (line != null && !line.contains(wanted)) {
      line = lines.readLine();
    }
    assertNotNull(line, wanted);
    return line;
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
