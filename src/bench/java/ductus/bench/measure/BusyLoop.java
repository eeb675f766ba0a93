package ductus.bench.measure;

import ductus.bench.side.OwnSide;
import java.io.IOException;
import java.util.List;

/** Another process that keeps one core busy for as long as this object is open. */
final class BusyLoop implements AutoCloseable {
  private final Process process;

  BusyLoop() throws IOException {
    process = OwnSide.program(BusyLoop.class, List.of()).start();
  }

  /** Counts until standard input ends, which it does at the latest with the bench itself. */
  public static void main(String[] arguments) throws IOException {
    Thread counter = new Thread(BusyLoop::count, "busy");
    counter.setDaemon(true);
    counter.start();
    while (System.in.read() >= 0) {
      // Nothing is said.
    }
  }

  private static void count() {
    for (long n = 0; n >= 0; n++) {
      Thread.onSpinWait();
    }
  }

  /**
   * Makes sure that it was busy all the time.
   *
   * @throws IOException if the process has ended
   */
  void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("the process that keeps a core busy ended");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
