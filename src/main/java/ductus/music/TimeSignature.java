package ductus.music;

import java.util.ArrayList;
import java.util.List;

/**
 * The metre from a tick on.
 *
 * @param numerator beats a bar, 1 to 255
 * @param denominator note value of a beat, a power of two from 1 to 128
 */
public record TimeSignature(long tick, int numerator, int denominator) {
  public TimeSignature {
    if (tick < 0 || numerator < 1 || numerator > 255) {
      throw new IllegalArgumentException("numerator must be 1 to 255 but was " + numerator);
    }
    if (denominator < 1 || denominator > 128 || Integer.bitCount(denominator) != 1) {
      throw new IllegalArgumentException(
          "denominator must be a power of two from 1 to 128 but was " + denominator);
    }
  }

  /**
   * Reads a metre such as {@code 6/8}, from tick 0 on.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TimeSignature parse(String text) {
    if (!text.strip().matches("\\d{1,3}/\\d{1,3}")) {
      throw new IllegalArgumentException("metre must be such as 3/4 or 6/8 but was " + text);
    }
    int slash = text.strip().indexOf('/');
    try {
      return new TimeSignature(
          0,
          Integer.parseInt(text.strip().substring(0, slash)),
          Integer.parseInt(text.strip().substring(slash + 1)));
    } catch (IllegalArgumentException part) {
      throw new IllegalArgumentException(
          "metre must be such as 3/4 or 6/8 but was %s: its %s"
              .formatted(text.strip(), part.getMessage()),
          part);
    }
  }

  /** Metre changes without those that repeat the metre before them. */
  public static List<TimeSignature> withoutRepeats(List<TimeSignature> changes) {
    List<TimeSignature> kept = new ArrayList<>(changes.size());
    for (TimeSignature each : changes) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).sameMetre(each)) {
        kept.add(each);
      }
    }
    return List.copyOf(kept);
  }

  /** Length of a bar of this metre in quarter notes; 3/8 has 1.5. */
  public double quartersPerBar() {
    return 4.0 * numerator / denominator;
  }

  /** Length of a bar of this metre on a grid; without the rest where it is not whole. */
  public int stepsPerBar(int stepsPerQuarter) {
    return 4 * numerator * stepsPerQuarter / denominator;
  }

  /** Whether a bar is a whole number of steps on a grid. */
  public boolean fits(int stepsPerQuarter) {
    return 4 * numerator * stepsPerQuarter % denominator == 0;
  }

  /**
   * Length of a felt beat of this metre in quarter notes: dotted in compound metres, so 6/8 has
   * 1.5.
   */
  public double quartersPerBeat() {
    return 4.0 / denominator * (isCompound() ? 3 : 1);
  }

  /** Whether the beats of this metre divide in three: 6/8, 9/8, 12/8, 6/4 ... */
  public boolean isCompound() {
    return numerator > 3 && numerator % 3 == 0;
  }

  /** Whether another metre is the same, wherever it begins. */
  public boolean sameMetre(TimeSignature other) {
    return numerator == other.numerator && denominator == other.denominator;
  }

  /** The tempo that suits most tunes in this metre, in quarter notes a minute. */
  public double typicalQuartersPerMinute() {
    double beatsPerMinute =
        isCompound() ? 90 : denominator <= 2 ? 80 : denominator == 4 ? 108 : 150;
    return beatsPerMinute * quartersPerBeat();
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
