package ductus.spark.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.SparkConf;

/**
 * Whether gradients are sent while others are computed. The sums are the same bits either way, so
 * it may be found out while a run goes on: some updates are done in both ways by turns, and the
 * rest in the way that was faster. It pays where the network is slow, not where encryption and
 * transfer take turns with the way back on one core.
 */
final class Overlap {
  private static final String SETTING = "spark.ductus.overlap";

  /** Updates in one way before the other's turn. */
  static final int TURN = 10;

  /** Turns that are not measured, as they are compiled on the way. */
  private static final int WARM_UP = 10;

  /** Turns that are measured, of both ways. */
  private static final int MEASURED = 20;

  /** The time that it must save to be chosen, as it costs work. */
  private static final double GAIN = 0.02;

  private final List<Long> with = new ArrayList<>();
  private final List<Long> without = new ArrayList<>();
  private boolean on;
  private boolean tried;
  private int updates;
  private long begin;

  private Overlap(boolean on, boolean tried) {
    this.on = on;
    this.tried = tried;
  }

  /**
   * As the settings want it; {@code auto} by default.
   *
   * @throws IllegalArgumentException if they name no way
   */
  static Overlap of(SparkConf conf) {
    String way = conf.get(SETTING, "auto");
    return switch (way) {
      case "auto" -> new Overlap(false, false);
      case "true" -> new Overlap(true, true);
      case "false" -> new Overlap(false, true);
      default ->
          throw new IllegalArgumentException(
              "%s is '%s': it must be auto, true or false".formatted(SETTING, way));
    };
  }

  /** Whether it is so in this update. */
  boolean isOn() {
    return on;
  }

  /**
   * Learns that an update ended.
   *
   * @param nanoTime of a clock
   */
  void ended(long nanoTime) {
    updates++;
    if (tried || updates % TURN != 0) {
      return;
    }
    int turn = updates / TURN;
    if (turn > WARM_UP) {
      (on ? with : without).add(nanoTime - begin);
    }
    begin = nanoTime;
    tried = turn == WARM_UP + MEASURED;
    on = tried ? median(with) < (1 - GAIN) * median(without) : !on;
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted(Comparator.naturalOrder()).toList().get(nanos.size() / 2);
  }
}
