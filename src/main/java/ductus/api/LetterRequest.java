package ductus.api;

import ductus.ink.page.PageSetup;

/**
 * A request for a text written by hand. Every line break is kept, an empty line is a gap; {@code #}
 * begins a heading, {@code -} or {@code 1.} an item of a list.
 *
 * @param text what to write
 * @param seed decides how each letter falls out
 * @param paper {@code a4}, {@code a5}, {@code a6}, {@code letter}, {@code index-card}, {@code
 *     envelope-dl}, {@code envelope-c6}, {@code landscape} behind it if wanted, or width and height
 *     in millimeters such as {@code 100x150}
 * @param ruling what is printed on the paper
 * @param size height of a small letter such as x, in millimeters
 * @param neatness 0 (loose) to 1 (neat)
 * @param slant degrees that the hand leans more to the right, −45 to 45
 * @param ink {@code blue}, {@code black}, {@code royal}, {@code sepia}, {@code green}, {@code red},
 *     {@code violet}, {@code gray}, or such as {@code #1f2f6b}
 */
public record LetterRequest(
    String text,
    long seed,
    String paper,
    Ruling ruling,
    double size,
    double neatness,
    double slant,
    String ink) {
  /** What is printed on the paper. */
  public enum Ruling {
    PLAIN(PageSetup.Ruling.PLAIN),
    RULED(PageSetup.Ruling.RULED),
    SQUARED(PageSetup.Ruling.SQUARED);

    private final PageSetup.Ruling setup;

    Ruling(PageSetup.Ruling setup) {
      this.setup = setup;
    }

    PageSetup.Ruling setup() {
      return setup;
    }
  }

  /** A request for a text in blue ink on plain paper of the size A5. */
  public static LetterRequest of(String text, long seed) {
    return new LetterRequest(text, seed, "a5", Ruling.PLAIN, 2.5, 0.5, 0, "blue");
  }

  /** Returns this request on other paper. */
  public LetterRequest onPaper(String other) {
    return new LetterRequest(text, seed, other, ruling, size, neatness, slant, ink);
  }

  /** Returns this request with another ruling. */
  public LetterRequest withRuling(Ruling other) {
    return new LetterRequest(text, seed, paper, other, size, neatness, slant, ink);
  }

  /** Returns this request in another size, in millimeters. */
  public LetterRequest withSize(double other) {
    return new LetterRequest(text, seed, paper, ruling, other, neatness, slant, ink);
  }

  /** Returns this request neater or looser, from 0 to 1. */
  public LetterRequest withNeatness(double other) {
    return new LetterRequest(text, seed, paper, ruling, size, other, slant, ink);
  }

  /** Returns this request with another slant, in degrees. */
  public LetterRequest withSlant(double other) {
    return new LetterRequest(text, seed, paper, ruling, size, neatness, other, ink);
  }

  /** Returns this request in other ink. */
  public LetterRequest withInk(String other) {
    return new LetterRequest(text, seed, paper, ruling, size, neatness, slant, other);
  }
}
