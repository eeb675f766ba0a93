package ductus.cli.pipe;

import ductus.cli.console.Terminal;
import ductus.provenance.OutputNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one file of all that a command made which goes on through the pipe. */
final class PipedOutput {
  /** What messages call it. */
  static final String NAME = "standard output";

  private static final int BEGINNING = 1 << 9;

  /** Of several kinds of files the first of these: sound is made only where it is asked for. */
  private static final List<String> RANKED = List.of(".wav", ".mid", ".csv");

  private PipedOutput() {}

  /**
   * Finds it; empty if nothing was made.
   *
   * @throws IllegalArgumentException if there are several
   */
  static List<Path> of(Path folder) throws IOException {
    List<Path> made;
    try (Stream<Path> files = Files.walk(folder)) {
      made = files.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> results = made.stream().filter(file -> !isSidecar(file, made)).toList();
    for (String ending : RANKED) {
      List<Path> ranked =
          results.stream().filter(file -> file.toString().endsWith(ending)).toList();
      if (!ranked.isEmpty()) {
        results = ranked;
        break;
      }
    }
    if (results.size() > 1) {
      throw new IllegalArgumentException(
          "--out - takes one file, but %d were made: %s; name a folder"
              .formatted(
                  results.size(),
                  results.stream()
                      .map(file -> String.valueOf(file.getFileName()))
                      .limit(3)
                      .collect(Collectors.joining(", "))));
    }
    return results;
  }

  private static boolean isSidecar(Path file, List<Path> made) {
    String name = file.toString();
    if (!name.endsWith(OutputNames.SIDECAR)) {
      return false;
    }
    String stem = name.substring(0, name.length() - OutputNames.SIDECAR.length());
    return made.stream().anyMatch(each -> each != file && each.toString().startsWith(stem + "."));
  }

  /**
   * Sends a file on; whether all of it arrived, the stream knows.
   *
   * @throws IllegalArgumentException if it is binary and would go to a terminal
   */
  static void send(Path file, PrintStream out) throws IOException {
    if (Terminal.isStandardOutput() && isBinary(file)) {
      throw new IllegalArgumentException(
          "--out - would write a binary file to the terminal: send it on with > or |, or name a"
              + " file");
    }
    // The stream itself would go on reading a file that nobody takes.
    OutputStream untilClosed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            if (out.checkError()) {
              throw new ClosedPipeException();
            }
          }
        };
    try {
      Files.copy(file, untilClosed);
    } catch (ClosedPipeException nobodyTakesIt) {
      return;
    }
  }

  private static boolean isBinary(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (byte each : in.readNBytes(BEGINNING)) {
        if (each == 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static final class ClosedPipeException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
