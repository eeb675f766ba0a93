package ductus.music;

import java.util.List;

/** The metres that music on a grid is set in. */
public final class Metres {
  /**
   * The metres of all encodings, each with tick 0, in the order of their tokens in every encoding:
   * one that is new comes last. The odd short ones are for pickups and bars cut short.
   */
  public static final List<TimeSignature> ALL =
      List.of(
          metre(2, 4),
          metre(3, 4),
          metre(4, 4),
          metre(2, 2),
          metre(3, 2),
          metre(6, 4),
          metre(3, 8),
          metre(6, 8),
          metre(9, 8),
          metre(12, 8),
          metre(5, 4),
          metre(7, 8),
          metre(5, 8),
          metre(7, 4),
          metre(1, 4),
          metre(4, 8),
          metre(1, 8),
          metre(2, 8),
          metre(1, 2),
          metre(4, 2),
          metre(6, 2),
          metre(9, 4),
          metre(8, 8),
          metre(10, 8),
          metre(11, 8));

  private Metres() {}

  /** Whether a metre is one of {@link #ALL}, wherever it begins. */
  public static boolean contains(TimeSignature metre) {
    return indexOf(metre) >= 0;
  }

  /** Place of a metre in {@link #ALL}, wherever it begins; −1 if it is none of them. */
  public static int indexOf(TimeSignature metre) {
    return ALL.indexOf(metre(metre.numerator(), metre.denominator()));
  }

  private static TimeSignature metre(int numerator, int denominator) {
    return new TimeSignature(0, numerator, denominator);
  }
}
