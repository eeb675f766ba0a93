package ductus.model.pen;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text as a hand is to write it: the numbers of its characters in an {@link Alphabet} with the
 * end behind them, and which of the hand's forms each of them takes. Immutable.
 */
public final class PenText {
  /** No text, for networks that write freely. */
  public static final PenText NONE = new PenText(new int[0], new int[0]);

  private final int[] characters;
  private final int[] forms;

  /**
   * Copies its arguments.
   *
   * @param characters numbers of its characters, the end behind them [U]
   * @param forms of each, from 0; of the end too, or one less
   */
  public PenText(int[] characters, int[] forms) {
    this.characters = characters.clone();
    this.forms = Arrays.copyOf(forms, characters.length);
    if (forms.length < characters.length - 1 || Arrays.stream(forms).anyMatch(f -> f < 0)) {
      throw new IllegalArgumentException(
          "every character must have a form from 0 on but %d characters had %s"
              .formatted(characters.length, Arrays.toString(forms)));
    }
  }

  /** A text in which each character has its first form. */
  public static PenText of(int[] characters) {
    return new PenText(characters, new int[characters.length]);
  }

  /** Characters with the end behind them, U; 0 without a text. */
  public int length() {
    return characters.length;
  }

  /** Number of a character in the alphabet. */
  public int character(int u) {
    return characters[u];
  }

  /**
   * The number of the form that a character takes among the hand's forms of it, from 0; a hand
   * counts on from its last one.
   */
  public int form(int u) {
    return forms[u];
  }

  /** This text and another behind it, without an end between them. */
  public PenText before(PenText next) {
    int own = Math.max(0, characters.length - 1);
    return new PenText(joined(characters, own, next.characters), joined(forms, own, next.forms));
  }

  private static int[] joined(int[] first, int length, int[] second) {
    return IntStream.concat(Arrays.stream(first, 0, length), Arrays.stream(second)).toArray();
  }
}
