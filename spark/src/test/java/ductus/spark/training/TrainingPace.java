package ductus.spark.training;

import ductus.cluster.Cluster;
import ductus.model.NetworkMemory;
import ductus.run.RunFolder;
import ductus.spark.SparkProvider;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many tokens a second are learned: by this program alone, by one executor and by two.
 * Its arguments are a master whose workers have a core each, and an empty folder that they see.
 */
public final class TrainingPace {
  private static final int ROUNDS = 3;
  private static final int SHARDS = 2;
  private static final int UPDATES = 800;

  /** Until executors have compiled what they run. */
  private static final int WARM_UP = 600;

  private final String master;
  private final Path folder;

  private TrainingPace(String master, Path folder) {
    this.master = master;
    this.folder = folder;
  }

  /** Measures in turns, and prints a line for each round and for their medians. */
  public static void main(String[] arguments) throws Exception {
    TrainingPace pace = new TrainingPace(arguments[0], Path.of(arguments[1]).toAbsolutePath());
    List<List<Double>> rates = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    System.out.printf(
        Locale.ROOT,
        "%,d weights, batch %d in %d shards, %d steps%n",
        NetworkMemory.of(PaceTraining.NETWORK).weights(),
        PaceTraining.BATCH,
        SHARDS,
        PaceTraining.TIME);
    for (int round = 0; round < ROUNDS; round++) {
      rates.get(0).add(pace.alone());
      rates.get(1).add(pace.executors(1));
      rates.get(2).add(pace.executors(2));
      for (int executors = 0; executors <= 2; executors++) {
        print(executors, rates.get(executors).get(round));
      }
    }
    System.out.println("Medians:");
    for (int executors = 0; executors <= 2; executors++) {
      print(executors, median(rates.get(executors)));
    }
    System.out.printf(
        Locale.ROOT,
        "one executor to this program: %.3f times, two executors to one: %.2f times%n",
        median(rates.get(1)) / median(rates.get(0)),
        median(rates.get(2)) / median(rates.get(1)));
  }

  private static void print(int executors, double rate) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f tokens/s, %.1f ms an update%n",
        executors == 0 ? "this program" : executors + " executor(s)",
        rate,
        1000 * PaceTraining.BATCH * PaceTraining.TIME / rate);
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted(Comparator.naturalOrder()).toList().get(rates.size() / 2);
  }

  private double alone() throws Exception {
    Stopwatch watch = new Stopwatch();
    try (RunFolder run = RunFolder.open(folder.resolve("alone"))) {
      new PaceTraining(SHARDS, UPDATES)
          .prepare()
          .run(run, false, 1, watch, () -> false, Peers.NONE);
    }
    return watch.rate();
  }

  private double executors(int number) throws Exception {
    System.setProperty("spark.cores.max", String.valueOf(number));
    Stopwatch watch = new Stopwatch();
    try (Cluster cluster = new SparkProvider().connect(master)) {
      long before = loopbackBytes();
      cluster.train(
          new PaceTraining(SHARDS, UPDATES),
          folder.resolve("run" + number),
          false,
          watch,
          () -> false);
      System.out.printf(
          Locale.ROOT,
          "%d executor(s): %,d bytes over the network an update%n",
          number,
          (loopbackBytes() - before) / UPDATES);
    } finally {
      System.clearProperty("spark.cores.max");
    }
    return watch.rate();
  }

  /** Bytes that this machine has sent to itself; 0 where Linux does not count them. */
  private static long loopbackBytes() throws IOException {
    Path counters = Path.of("/proc/net/dev");
    if (!Files.exists(counters)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(counters)) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith("lo:"))
          .mapToLong(line -> Long.parseLong(Arrays.asList(line.split("[: ]+")).get(1)))
          .findFirst()
          .orElse(0);
    }
  }

  /** From the first report behind the warm-up to the last one. */
  private static final class Stopwatch implements TrainingListener {
    private @Nullable UpdateReport first;
    private @Nullable UpdateReport last;

    @Override
    public void resumed(String kernels) {}

    @Override
    public synchronized void updated(UpdateReport report) {
      if (report.updates() >= WARM_UP) {
        first = first == null ? report : first;
        last = report;
      }
    }

    @Override
    public void improved(EpochMetrics metrics) {}

    @Override
    public void epochEnded(EpochMetrics metrics) {}

    synchronized double rate() {
      if (first == null || last == null) {
        throw new IllegalStateException("no report came");
      }
      long updates = last.updates() - first.updates();
      return updates * PaceTraining.BATCH * PaceTraining.TIME / (last.seconds() - first.seconds());
    }
  }
}
