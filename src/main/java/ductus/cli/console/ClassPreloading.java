package ductus.cli.console;

import ductus.math.KernelChoice;
import ductus.math.Randomness;

/**
 * Loads what most commands need on a thread of its own, while the main thread reads their options:
 * each takes some tens of milliseconds, and there is a second core.
 */
public final class ClassPreloading {
  private ClassPreloading() {}

  /** Begins; nobody has to wait for the end. */
  public static void begin() {
    Thread thread = new Thread(ClassPreloading::load, "ductus-head-start");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    VectorModule.load();
    Randomness.of(0);
    try {
      KernelChoice.best();
    } catch (IllegalArgumentException wrongProperty) {
      // The command that wants kernels says so.
      return;
    }
  }
}
