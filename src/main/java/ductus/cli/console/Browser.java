package ductus.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The browser of this machine. Java's own way to it needs a screen in this very process. */
public final class Browser {
  private static final int MOST_SECONDS = 3;

  private Browser() {}

  /** Opens a page of this machine; false where there is no browser to be had. */
  public static boolean open(Path page) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    try {
      Process opener =
          new ProcessBuilder(command(system, page.toUri().toString()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // One that goes on has found a browser, and is it.
      return !opener.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || opener.exitValue() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static List<String> command(String system, String address) {
    if (system.contains("mac")) {
      return List.of("open", address);
    }
    return system.contains("win")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }
}
