package ductus.bench.measure;

import ductus.bench.contender.Setting;
import ductus.bench.contender.SyntheticBatches;
import ductus.bench.contender.Workload;
import ductus.bench.side.DuctusContender;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a token costs in sequences of some length: a small network, one thread.
 *
 * @param time steps of each sequence, T
 * @param micros a token
 * @param bytes of heap a token, of weights and tape
 */
public record LongSequences(int time, double micros, double bytes) {
  /** The network, for headings. */
  public static final String NETWORK = "one LSTM layer of 64, batch size 4";

  private static final List<Integer> TIMES = List.of(64, 1024, 16384);
  private static final double SECONDS = 1.5;
  private static final int FEWEST = 3;

  /** Seconds that it takes, about. */
  public static double seconds() {
    return TIMES.size() * 2 * SECONDS;
  }

  /** All lengths, short to long. */
  public static List<LongSequences> all() {
    return TIMES.stream().map(LongSequences::of).toList();
  }

  private static LongSequences of(int time) {
    Setting setting = new Setting(128, 64, 64, 1, 4, time);
    SyntheticBatches batches = new SyntheticBatches(setting);
    long before = heap();
    DuctusContender contender = new DuctusContender(new Workload(setting, "lstm", 1));
    run(contender, batches);
    double bytes = heap() - before;
    RepeatedMeasurement seconds = RepeatedMeasurement.of(run(contender, batches));
    return new LongSequences(
        time, seconds.median() * 1e6 / setting.tokens(), bytes / setting.tokens());
  }

  /** Seconds of each update. */
  private static List<Double> run(DuctusContender contender, SyntheticBatches batches) {
    List<Double> seconds = new ArrayList<>();
    long begin = System.nanoTime();
    while (seconds.size() < FEWEST || System.nanoTime() - begin < SECONDS * 1e9) {
      long before = System.nanoTime();
      contender.train(batches.next());
      seconds.add((System.nanoTime() - before) / 1e9);
    }
    return seconds;
  }

  /** Bytes in use. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
