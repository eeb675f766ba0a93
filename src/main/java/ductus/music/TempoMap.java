package ductus.music;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds when each tick of a score sounds: ticks to seconds and back, through all its tempo changes.
 */
public final class TempoMap {
  private final double ticksPerQuarter;
  private final long[] ticks;
  private final double[] microseconds;
  private final double[] microsecondsPerQuarter;

  /** Creates the map of a score; before its first tempo, 120 quarter notes a minute. */
  public TempoMap(Score score) {
    this(score.ticksPerQuarter(), score.tempos());
  }

  /**
   * Creates a map of some tempo changes.
   *
   * @param ticksPerQuarter resolution, 1 or more
   * @param tempos by tick; of several at one tick the last one counts
   */
  public TempoMap(int ticksPerQuarter, List<TempoChange> tempos) {
    this.ticksPerQuarter = ticksPerQuarter;
    List<TempoChange> changes = new ArrayList<>();
    changes.add(new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER));
    for (TempoChange tempo : tempos) {
      long last = changes.get(changes.size() - 1).tick();
      if (tempo.tick() < last) {
        throw new IllegalArgumentException(
            "tempos must be sorted by tick but " + tempo.tick() + " follows " + last);
      }
      if (tempo.tick() == last) {
        changes.remove(changes.size() - 1);
      }
      changes.add(tempo);
    }
    ticks = new long[changes.size()];
    microseconds = new double[changes.size()];
    microsecondsPerQuarter = new double[changes.size()];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = changes.get(i).tick();
      microsecondsPerQuarter[i] = changes.get(i).microsecondsPerQuarter();
      microseconds[i] = i == 0 ? 0 : within(i - 1, ticks[i]);
    }
  }

  /** Seconds from the start at which a tick sounds. */
  public double seconds(long tick) {
    return exactMicroseconds(tick) / 1e6;
  }

  /** Microseconds from the start at which a tick sounds, rounded. */
  public long microseconds(long tick) {
    return Math.round(exactMicroseconds(tick));
  }

  private double exactMicroseconds(long tick) {
    int low = 0;
    int high = ticks.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ticks[middle] <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return within(low, tick);
  }

  /** Microseconds from a tempo change to a tick behind it. */
  private double within(int change, long tick) {
    return microseconds[change]
        + (tick - ticks[change]) * microsecondsPerQuarter[change] / ticksPerQuarter;
  }
}
