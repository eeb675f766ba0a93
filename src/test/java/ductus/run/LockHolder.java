package ductus.run;

import java.nio.file.Path;

/** A process of its own that holds a run's folder until its standard input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (RunFolder run = RunFolder.open(Path.of(arguments[0]))) {
      System.out.println(run.path());
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }
}
