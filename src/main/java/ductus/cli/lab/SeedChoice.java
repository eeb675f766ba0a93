package ductus.cli.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The seeds that {@code --seeds} and {@code --seed} ask for. */
final class SeedChoice {
  private static final int MOST = 1000;

  private SeedChoice() {}

  /**
   * Reads how many seeds there are to be, or a list of them.
   *
   * @param first of so many
   * @throws IllegalArgumentException if it is neither
   */
  static List<Long> parse(String text, long first) {
    try {
      if (!text.contains(",")) {
        return from(first, Integer.parseInt(text.strip()));
      }
      List<Long> seeds = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        seeds.add(Long.parseLong(part.strip()));
      }
      return seeds;
    } catch (NumberFormatException neither) {
      throw new IllegalArgumentException(
          "must be a number of seeds, such as 3, or a list, such as 1,5,7, but was " + text,
          neither);
    }
  }

  /** The seeds from a first one on, so many, one after the other. */
  static List<Long> from(long first, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("must be 1 to %d but were %d".formatted(MOST, count));
    }
    return LongStream.range(first, first + count).boxed().toList();
  }
}
