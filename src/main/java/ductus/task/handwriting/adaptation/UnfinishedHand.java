package ductus.task.handwriting.adaptation;

import ductus.ink.Handwriting;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Hand;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A hand while its characters are being drawn: those that are there, as a line of text has them.
 */
public final class UnfinishedHand {
  /** Distance of points, x-heights; close enough for a picture. */
  private static final double SPACING = 0.05;

  private static final int LONGEST_WORD = 8;

  /** Letters beside which others are judged well, best first. */
  private static final String NEIGHBORS = "nauoemhilrs";

  private final Hand hand;
  private final LineComposer composer;

  /**
   * Creates a hand of the characters that there are.
   *
   * @param characters labelled, all in one size on one baseline, y up
   * @throws IllegalArgumentException if there is no small letter to measure them by
   */
  public UnfinishedHand(List<Handwriting> characters) {
    hand = HandGathering.written("unfinished", characters);
    composer = new LineComposer(hand, HandVariation.none(), SPACING);
  }

  /**
   * The longest word up to eight letters that shows a character among others that are drawn; where
   * there is none, the character between two of them.
   *
   * @param character one that is drawn
   */
  public String wordWith(int character) {
    String shown = Character.toString(character);
    boolean capital = Character.isUpperCase(character);
    Set<Integer> drawn = hand.characters();
    return TrainingText.words().stream()
        .map(word -> capital ? capitalized(word) : word)
        .filter(word -> capital ? word.startsWith(shown) : word.contains(shown))
        .filter(word -> word.length() > 1 && word.length() <= LONGEST_WORD)
        .filter(word -> word.codePoints().allMatch(drawn::contains))
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
        .orElseGet(() -> between(character));
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String between(int character) {
    Set<Integer> drawn = hand.characters();
    IntPredicate fits = other -> other != character && drawn.contains(other);
    int[] others =
        Character.isDigit(character)
            ? "0123456789".codePoints().filter(fits).limit(2).toArray()
            : NEIGHBORS.codePoints().filter(fits).limit(2).toArray();
    StringBuilder word = new StringBuilder().appendCodePoint(character);
    if (others.length > 0) {
      word.insert(0, Character.toString(others[0]));
      word.appendCodePoint(others[others.length - 1]);
    }
    return word.toString();
  }

  /** A text of drawn characters, baseline at 0, x-height 1. */
  public ComposedLine write(String text) {
    return composer.compose(text, Randomness.of(0));
  }
}
