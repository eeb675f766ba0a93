package ductus.ink.plotter.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A serial port as a file that is read and written; the system's own command sets it up ({@code
 * stty}, on Windows {@code mode}).
 */
public final class SerialPort implements AutoCloseable {
  private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.startsWith("windows");
  private static final boolean MAC = SYSTEM.startsWith("mac");
  private static final Path DEVICES = Path.of("/dev");
  private static final long PATIENCE_SECONDS = 10;
  private static final long CLOSING = TimeUnit.SECONDS.toNanos(2);

  private final String name;
  private final RandomAccessFile file;

  private SerialPort(String name, RandomAccessFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Opens a port.
   *
   * @param name such as {@code /dev/ttyACM0} or {@code COM3}
   * @param baud bits a second
   * @throws IOException if it cannot be opened or set up; the message says what to do
   */
  public static SerialPort open(String name, int baud) throws IOException {
    if (!WINDOWS && !Files.exists(Path.of(name))) {
      throw new IOException("there is no port " + name + "; " + knownInWords());
    }
    if (!WINDOWS && !(Files.isReadable(Path.of(name)) && Files.isWritable(Path.of(name)))) {
      throw new IOException(
          "the port "
              + name
              + " may not be used by you: join the group that owns it (often dialout or uucp), and"
              + " log in anew");
    }
    setUp(name, baud);
    RandomAccessFile file = opened(name);
    if (MAC) {
      // There a port forgets its settings when the last one who had it open closes it.
      try {
        setUp(name, baud);
      } catch (IOException unfit) {
        file.close();
        throw unfit;
      }
    }
    return new SerialPort(name, file);
  }

  private static RandomAccessFile opened(String name) throws IOException {
    try {
      return new RandomAccessFile(WINDOWS ? "\\\\.\\" + name : name, "rw");
    } catch (IOException busy) {
      throw new IOException(
          "the port " + name + " cannot be opened; is another program using it?", busy);
    }
  }

  private static void setUp(String name, int baud) throws IOException {
    List<String> command = new ArrayList<>();
    if (WINDOWS) {
      command.addAll(List.of("cmd", "/c", "mode", name + ":"));
      command.add("BAUD=" + baud);
      command.addAll(List.of("PARITY=N", "DATA=8", "STOP=1", "XON=OFF", "OCTS=OFF", "ODSR=OFF"));
    } else {
      command.addAll(List.of("stty", MAC ? "-f" : "-F", name, Integer.toString(baud)));
      // Reading ends after a tenth of a second in which nothing came.
      command.addAll(List.of("raw", "-echo", "clocal", "cread", "-hupcl", "min", "0", "time", "1"));
    }
    try {
      run(command, PATIENCE_SECONDS * 1000);
    } catch (IOException unfit) {
      throw new IOException(
          name
              + " cannot be set up as a serial port: "
              + unfit.getMessage()
              + "; "
              + knownInWords(),
          unfit);
    }
  }

  /**
   * Runs a command of the system to its end.
   *
   * @param patience longest time that it may take, in ms
   * @throws IOException if it fails; the message is what it says
   */
  static void run(List<String> command, long patience) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException("there is no command " + command.get(0), missing);
    }
    process.getOutputStream().close();
    try {
      // What it says fits the pipe; read before its end it would hold this thread as long as it
      // likes.
      if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
        throw new IOException(command.get(0) + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip());
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", asked);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The ports at which a plotter may be. */
  public static List<String> known() {
    List<String> known = new ArrayList<>();
    if (!WINDOWS && Files.isDirectory(DEVICES)) {
      try (DirectoryStream<Path> ports =
          Files.newDirectoryStream(DEVICES, MAC ? "cu.usb*" : "tty{ACM,USB}*")) {
        ports.forEach(port -> known.add(port.toString()));
      } catch (IOException unreadable) {
        // Then none is known.
        known.clear();
      }
    }
    known.sort(null);
    return known;
  }

  /** The ports at which a plotter may be, in words. */
  public static String knownInWords() {
    if (WINDOWS) {
      return "the Device Manager shows ports, such as COM3, under \"Ports (COM & LPT)\"";
    }
    return known().isEmpty()
        ? "no serial ports are known; is the plotter plugged in and switched on?"
        : "ports known: " + String.join(", ", known());
  }

  /** Lines to and from the board at this port. */
  BoardLink link() {
    InputStream input =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return file.read();
          }

          @Override
          public int read(byte[] octets, int from, int count) throws IOException {
            return file.read(octets, from, count);
          }
        };
    OutputStream output =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            file.write(octet);
          }

          @Override
          public void write(byte[] octets, int from, int count) throws IOException {
            file.write(octets, from, count);
          }
        };
    return new BoardLink(name, input, output);
  }

  @Override
  public void close() throws IOException {
    DeviceCall<Boolean> closing =
        new DeviceCall<>(
            () -> {
              file.close();
              return true;
            });
    // On Windows it waits for a read that still waits for the board; the program's end does both.
    closing.endsWithin(CLOSING);
  }
}
