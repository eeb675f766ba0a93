package ductus.ink.compose;

import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.variation.HandVariation;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Composes lines of text in a hand. May be shared by threads: a line is decided by its text and the
 * random numbers alone.
 *
 * <pre>{@code
 * LineComposer composer = new LineComposer(hand, HandVariation.natural(), 0.2);
 * ComposedLine line = composer.compose("Dear Anna,", Randomness.of(1));
 * }</pre>
 */
public final class LineComposer {
  private final PreparedHand hand;
  private final HandVariation variation;
  private final double spacing;

  /**
   * Creates a composer of lines in a hand.
   *
   * @param spacing of the points along the pen's way, x-heights
   */
  public LineComposer(Hand hand, HandVariation variation, double spacing) {
    this(new PreparedHand(hand), variation, spacing);
  }

  private LineComposer(PreparedHand hand, HandVariation variation, double spacing) {
    if (!(spacing >= 0.01 && spacing <= 1)) {
      throw new IllegalArgumentException(
          "the points' spacing must be from 0.01 to 1 x-heights but was " + spacing);
    }
    this.hand = hand;
    this.variation = variation;
    this.spacing = spacing;
  }

  /** A composer of lines in the same hand that varies otherwise. */
  public LineComposer varying(HandVariation otherwise) {
    return new LineComposer(hand, otherwise, spacing);
  }

  /** The hand that writes. */
  public Hand hand() {
    return hand.hand;
  }

  /**
   * Composes a line as the networks learn it: points at equal spacing along the pen's way.
   *
   * @throws IllegalArgumentException if the hand lacks a character of the text, or nothing of it is
   *     drawn
   */
  public ComposedLine compose(String text, RandomGenerator random) {
    int[] characters = characters(text);
    LinePlacement writing = new LinePlacement(hand, variation, random);
    Trace trace = writing.write(characters);
    return new Resampling(trace, spacing)
        .line(hand.hand.name(), characters, writing.variants(characters.length))
        .trembling(variation.tremor(), random);
  }

  private int[] characters(String text) {
    List<Characters.Missing> missing = Characters.missing(text, hand.hand.characters());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the text must have characters of the hand "
              + hand.hand.name()
              + " but has "
              + missing.get(0));
    }
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line must not have a line feed but has one");
    }
    int[] characters = Characters.of(text);
    for (int character : characters) {
      if (Characters.isDrawn(character)) {
        return characters;
      }
    }
    throw new IllegalArgumentException("a line must have a character to draw but was blank");
  }
}
