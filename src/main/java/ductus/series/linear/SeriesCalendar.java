package ductus.series.linear;

import ductus.series.TimeAxis;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers that the calendar gives to the rows of a series, and to those to come. */
public final class SeriesCalendar {
  private final List<CalendarInput> inputs;
  private final TimeAxis times;
  private final int size;
  private int row = -1;
  private final double[] numbers;

  /**
   * A calendar of some rows.
   *
   * @param inputs that it gives; of rows without dates all are 0
   */
  public SeriesCalendar(List<CalendarInput> inputs, TimeAxis times) {
    this.inputs = List.copyOf(inputs);
    this.times = times;
    size = size(inputs);
    numbers = new double[size];
  }

  /** How many numbers some inputs are. */
  public static int size(List<CalendarInput> inputs) {
    return inputs.stream().mapToInt(CalendarInput::size).sum();
  }

  /**
   * What the first rows of a series can teach of the calendar; empty where they have no dates.
   *
   * @param to row behind the last that is learned
   */
  public static List<CalendarInput> inputs(TimeAxis times, int to) {
    return times
        .date(0)
        .flatMap(first -> times.date(to - 1).map(last -> CalendarInput.of(first, last, to)))
        .orElse(List.of());
  }

  /** How many rows a day is, a week and a year, where it is more than one; shortest first. */
  static List<Integer> seasons(TimeAxis times, int to) {
    Optional<LocalDateTime> first = times.date(0);
    Optional<LocalDateTime> last = times.date(to - 1);
    if (first.isEmpty() || last.isEmpty() || to < 2) {
      return List.of();
    }
    double pace = Duration.between(first.get(), last.get()).toSeconds() / (to - 1.0);
    return Stream.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(365))
        .map(cycle -> (int) Math.rint(cycle.toSeconds() / pace))
        .filter(rows -> rows > 1)
        .toList();
  }

  /** How many numbers a row has, K. */
  public int size() {
    return size;
  }

  /**
   * The numbers of a row [K], until the next call.
   *
   * @param step 0 or more; beyond the last row the time goes on
   */
  double[] numbers(int step) {
    if (step != row) {
      row = step;
      Arrays.fill(numbers, 0);
      if (!inputs.isEmpty()) {
        times.date(step).ifPresent(this::write);
      }
    }
    return numbers;
  }

  private void write(LocalDateTime time) {
    int at = 0;
    for (CalendarInput input : inputs) {
      input.write(time, numbers, at);
      at += input.size();
    }
  }

  /** Copies the numbers of a row that come again, not the time itself, as inputs of a network. */
  public void writeCycles(int step, float[] into, int at) {
    double[] all = numbers(step);
    int from = 0;
    int to = at;
    for (CalendarInput input : inputs) {
      for (int k = 0; k < input.size() && input.isCycle(); k++) {
        into[to++] = (float) all[from + k];
      }
      from += input.size();
    }
  }
}
