package ductus.bench.contender;

import java.util.ArrayList;
import java.util.List;

/**
 * What a side is to do.
 *
 * @param cell kind of the recurrent layers: {@code lstm}, {@code gru}, {@code elman}
 * @param threads processor cores to use
 */
public record Workload(Setting setting, String cell, int threads) {
  private static final int SIZES = 6;

  /** The workload that {@link #arguments} wrote. */
  public static Workload parse(List<String> arguments) {
    if (arguments.size() != SIZES + 2) {
      throw new IllegalArgumentException(
          "arguments must be V E H L B T cell threads but were " + String.join(" ", arguments));
    }
    List<Integer> sizes = arguments.subList(0, SIZES).stream().map(Integer::valueOf).toList();
    return new Workload(
        new Setting(
            sizes.get(0), sizes.get(1), sizes.get(2), sizes.get(3), sizes.get(4), sizes.get(5)),
        arguments.get(SIZES),
        Integer.parseInt(arguments.get(SIZES + 1)));
  }

  /** As it is written on the command line of a side's program. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(setting.arguments());
    arguments.add(cell);
    arguments.add(String.valueOf(threads));
    return arguments;
  }

  @Override
  public String toString() {
    return "%s, %s, threads %d".formatted(setting, cell, threads);
  }
}
