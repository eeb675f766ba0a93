package ductus.spark.corpus;

import ductus.cluster.Cluster;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.corpus.ReadingListener;
import ductus.spark.SparkProvider;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how much memory the command holds while a corpus is made. Its arguments are a master, an
 * empty folder that its workers see, and numbers of files, of which the first is done twice: what
 * is loaded for the first time is no matter of files.
 */
public final class DriverMemory {
  private static final long PAUSE_MILLIS = 150;
  private static final double MEGABYTE = 1e6;

  private volatile boolean done;
  private long most;

  private DriverMemory() {}

  /** Measures, and prints a line for each number of files. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    try (Cluster cluster = new SparkProvider().connect(arguments[0])) {
      for (int i = 1; i < arguments.length; i++) {
        int files = Integer.parseInt(arguments[Math.max(2, i)]);
        Path tunes = folder.resolve("tunes" + i);
        GeneratedTunes.write(tunes, files);
        CorpusRequest request =
            new CorpusRequest(
                tunes.toString(), "melody", folder.resolve("corpus" + i).toString(), "measured");
        double megabytes = new DriverMemory().during(cluster, request) / MEGABYTE;
        if (i > 1) {
          System.out.printf(Locale.ROOT, "%d files: %.1f MB at most%n", files, megabytes);
        }
      }
    }
  }

  private long during(Cluster cluster, CorpusRequest request) throws Exception {
    Thread watch = new Thread(this::watch, "memory");
    watch.start();
    if (cluster.corpus(request, ReadingListener.NONE, () -> false).isEmpty()) {
      throw new IllegalStateException("nobody stopped it, but it did");
    }
    done = true;
    watch.join();
    return most;
  }

  /** Looks again and again at what is left once nothing is held in vain. */
  private void watch() {
    while (!done) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException end) {
        return;
      }
    }
  }
}
