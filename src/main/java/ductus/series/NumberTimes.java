package ductus.series;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as times: steps, years, seconds. */
record NumberTimes(String name, List<BigDecimal> times) implements TimeAxis {
  /** Names that say that a column is a time; others are one where they ascend evenly. */
  private static final Set<String> NAMES =
      Set.of(
          "",
          "#",
          "no",
          "nr",
          "id",
          "index",
          "row",
          "step",
          "t",
          "time",
          "timestamp",
          "date",
          "year",
          "month",
          "week",
          "day",
          "hour",
          "minute",
          "second",
          "s",
          "ms",
          "seconds",
          "jahr",
          "zeit");

  /** How far steps may differ from each other and still be even, as a share. */
  private static final double EVENNESS = 1e-6;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

  NumberTimes {
    times = List.copyOf(times);
  }

  /** Reads the times of a column of numbers; empty where it holds values rather than times. */
  static Optional<TimeAxis> read(String name, List<String> cells) {
    if (!cells.stream().allMatch(NumberTimes::isNumber)) {
      return Optional.empty();
    }
    NumberTimes all = new NumberTimes(name, cells.stream().map(BigDecimal::new).toList());
    boolean named = NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    return all.length() > 1 && all.ascends() && (named || all.isEven())
        ? Optional.of(all)
        : Optional.empty();
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private boolean ascends() {
    for (int t = 1; t < times.size(); t++) {
      if (times.get(t).compareTo(times.get(t - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isEven() {
    double step = step().doubleValue();
    for (int t = 1; t < times.size(); t++) {
      double here = times.get(t).subtract(times.get(t - 1)).doubleValue();
      if (Math.abs(here - step) > EVENNESS * step) {
        return false;
      }
    }
    return true;
  }

  private BigDecimal step() {
    return times.get(times.size() - 1).subtract(times.get(times.size() - 2));
  }

  @Override
  public int length() {
    return times.size();
  }

  @Override
  public String label(int step) {
    int last = times.size() - 1;
    BigDecimal time =
        step <= last
            ? times.get(step)
            : times.get(last).add(step().multiply(BigDecimal.valueOf(step - last)));
    return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
  }
}
