package ductus.spark.corpus;

import ductus.cluster.Cluster;
import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.corpus.ReadingListener;
import ductus.spark.SparkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures how many files a second become a corpus, with one executor and with two. Its arguments
 * are a master whose workers have a core each, an empty folder that they see, and a number of
 * files.
 *
 * <p>Executors compile what they run, and go on with that for minutes: so before it is measured
 * each has made some of the corpora, as many for itself with two as with one.
 */
public final class CorpusThroughput {
  private static final int ROUNDS = 3;

  /** Corpora that are made before, for each executor. */
  private static final int WARM_UP = 8;

  private final String master;
  private final Path folder;

  private CorpusThroughput(String master, Path folder) {
    this.master = master;
    this.folder = folder;
  }

  /** Measures, and prints a line for each round and for their medians. */
  public static void main(String[] arguments) throws Exception {
    int files = Integer.parseInt(arguments[2]);
    CorpusThroughput measured =
        new CorpusThroughput(arguments[0], Path.of(arguments[1]).toAbsolutePath());
    GeneratedTunes.write(measured.folder.resolve("tunes"), files);
    double one = measured.median(1, files);
    double two = measured.median(2, files);
    System.out.printf(Locale.ROOT, "two executors to one: %.2f times%n", two / one);
  }

  private double median(int executors, int files) throws Exception {
    List<Double> rates = new ArrayList<>();
    System.setProperty("spark.cores.max", String.valueOf(executors));
    try (Cluster cluster = new SparkProvider().connect(master(executors))) {
      for (int i = -WARM_UP * executors; i < ROUNDS; i++) {
        double rate = rate(cluster, files);
        System.out.printf(
            Locale.ROOT,
            "%d executors%s: %.0f files/s%n",
            executors,
            i < 0 ? ", warming up" : "",
            rate);
        if (i >= 0) {
          rates.add(rate);
        }
      }
    } finally {
      System.clearProperty("spark.cores.max");
    }
    rates.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT, "%d executors, median: %.0f files/s%n", executors, rates.get(ROUNDS / 2));
    return rates.get(ROUNDS / 2);
  }

  private double rate(Cluster cluster, int files) throws Exception {
    Path out = folder.resolve("corpus");
    delete(out);
    CorpusRequest request =
        new CorpusRequest(folder.resolve("tunes").toString(), "melody", out.toString(), "measured");
    long begin = System.nanoTime();
    CorpusOutcome made = cluster.corpus(request, ReadingListener.NONE, () -> false).orElseThrow();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (made.manifest().counts().files() != files) {
      throw new IllegalStateException("made of " + made.manifest().counts());
    }
    return files / seconds;
  }

  /** Threads of this program are not bounded by a property. */
  private String master(int executors) {
    return master.equals("local") ? "local[" + executors + "]" : master;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
