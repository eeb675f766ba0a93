package ductus.cli.console;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether somebody is watching what is printed, which Java itself cannot tell. */
public final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private Terminal() {}

  /** Whether standard error is a terminal that can rewrite a line. */
  public static boolean isStandardError() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    return is(2);
  }

  /** Whether standard output is a terminal. */
  public static boolean isStandardOutput() {
    return is(1);
  }

  private static boolean is(int descriptor) {
    Path linux = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(linux)) {
        return Files.readSymbolicLink(linux).toString().matches("/dev/(pts/\\d+|tty.*|console)");
      }
      return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return isConsole(System.console());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What Windows, which has no {@code test}, lets one know: of standard input and output. From Java
   * 22 on there is a console even where there is none to see, and it says so.
   */
  private static boolean isConsole(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Characters in a line; 80 where the environment does not say. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
