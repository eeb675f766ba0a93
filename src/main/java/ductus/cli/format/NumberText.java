package ductus.cli.format;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class NumberText {
  private static final double LONG_SECONDS = 100;

  private NumberText() {}

  /** {@code 1 bar}, {@code 12 bars}, {@code 12,345 bars}. */
  public static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** One decimal where there is one. */
  static String number(double value) {
    return Math.abs(value - Math.rint(value)) < 0.05
        ? String.valueOf(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** {@code 12.3 s}; where there are more, {@code 2:05 min} or {@code 1:02:05 h}. */
  public static String seconds(double seconds) {
    if (seconds < LONG_SECONDS) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    Duration time = Duration.ofMillis(Math.round(seconds * 1000));
    return clock(time) + (Math.round(seconds) < 3600 ? " min" : " h");
  }

  /** Minutes and seconds, with hours where there are any: {@code 2:05}, {@code 1:02:05}. */
  public static String clock(Duration time) {
    long seconds = Math.round(time.toMillis() / 1000.0);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
