package ductus.ink.plotter.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lines to and from a plotter's board. It is read only while a line is awaited: on Windows a port
 * that is being read takes nothing.
 */
final class BoardLink {
  /** Longest line that is taken for one, in characters. */
  private static final int LONGEST = 500;

  private static final int PAUSE = 2;

  /** Longest time in which a port takes a command. */
  private static final long TAKING = TimeUnit.SECONDS.toNanos(20);

  private final String name;
  private final InputStream input;
  private final OutputStream output;
  private final StringBuilder begun = new StringBuilder();

  /** A character that was awaited in vain and may still come. */
  private @Nullable DeviceCall<Integer> awaited;

  /**
   * Creates a link.
   *
   * @param name of the port, for messages
   * @param input whose end, as {@code read} says it, means that nothing has come yet
   */
  BoardLink(String name, InputStream input, OutputStream output) {
    this.name = name;
    this.input = input;
    this.output = output;
  }

  /** The name of the port. */
  String name() {
    return name;
  }

  /** Sends characters as they are. */
  void send(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    DeviceCall<Boolean> sending =
        new DeviceCall<>(
            () -> {
              output.write(octets);
              output.flush();
              return true;
            });
    if (!sending.endsWithin(TAKING)) {
      throw new IOException(
          "the port "
              + name
              + " takes no more commands: look after its cable, and whether it is the plotter's");
    }
  }

  /**
   * The next line that is not empty.
   *
   * @param patience longest time to wait for it
   * @return the line without its end, or an empty one if none came
   */
  String line(long patience) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    while (true) {
      DeviceCall<Integer> reading = awaited != null ? awaited : new DeviceCall<>(input::read);
      awaited = reading;
      if (!reading.endsWithin(end - System.nanoTime())) {
        return "";
      }
      awaited = null;
      int next = reading.result();
      if (next == '\n' || next == '\r') {
        String line = begun.toString().strip();
        begun.setLength(0);
        if (!line.isEmpty()) {
          return line;
        }
      } else if (next >= 0) {
        if (begun.length() < LONGEST) {
          begun.append((char) next);
        }
      } else if (System.nanoTime() > end) {
        return "";
      } else {
        sleep(PAUSE);
      }
    }
  }

  /** Waits, unless the thread is interrupted, which is left to who looks at it. */
  static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
