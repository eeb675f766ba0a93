package ductus.music.encoding.header;

import java.util.List;

/**
 * The tempos that have tokens.
 *
 * @param quartersPerMinute ascending
 */
public record MetronomeMarks(List<Integer> quartersPerMinute) {
  /** Marks that nobody tells from their neighbors. */
  public static final MetronomeMarks FINE =
      new MetronomeMarks(
          List.of(
              40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 63, 66, 69, 72, 76, 80, 84, 88, 92, 96,
              100, 104, 108, 112, 116, 120, 126, 132, 138, 144, 152, 160, 168, 176, 184, 192, 200,
              208, 216, 224, 232, 240, 252, 264, 276, 288, 304, 320));

  /** Marks of songs, about a tenth apart. */
  public static final MetronomeMarks COARSE =
      new MetronomeMarks(
          List.of(
              44, 50, 56, 60, 64, 68, 72, 76, 80, 86, 92, 100, 108, 116, 126, 136, 150, 166, 184,
              208));

  public MetronomeMarks {
    quartersPerMinute = List.copyOf(quartersPerMinute);
  }

  /** Number of marks. */
  public int size() {
    return quartersPerMinute.size();
  }

  /** The mark at an index, from 0, in quarter notes a minute. */
  public int get(int index) {
    return quartersPerMinute.get(index);
  }

  /** Index of the mark that is nearest to a tempo, in ratio; of equally near ones the slowest. */
  public int nearest(double tempo) {
    int best = 0;
    for (int i = 1; i < size(); i++) {
      if (distance(get(i), tempo) < distance(get(best), tempo)) {
        best = i;
      }
    }
    return best;
  }

  private static double distance(double mark, double tempo) {
    return Math.abs(StrictMath.log(mark / tempo));
  }
}
