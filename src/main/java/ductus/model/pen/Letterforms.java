package ductus.model.pen;

import java.util.Arrays;
import java.util.List;

/**
 * Where each hand's forms of the characters stand in a table: hand after hand, of each the first
 * form of every character of the alphabet, then the further forms of those that have more, in the
 * alphabet's order.
 */
public final class Letterforms {
  /** First row of each hand, and behind the last one [S+1]. */
  private final int[] from;

  /** Forms of each character [S×V]. */
  private final int[][] counts;

  /** Row of the second form, within the hand's rows [S×V]. */
  private final int[][] further;

  /** Rows for some hands. */
  public Letterforms(Alphabet alphabet, List<PenStyle> styles) {
    int size = alphabet.size();
    from = new int[styles.size() + 1];
    counts = new int[styles.size()][size];
    further = new int[styles.size()][size];
    for (int hand = 0; hand < styles.size(); hand++) {
      Arrays.fill(counts[hand], 1);
      PenStyle style = styles.get(hand);
      int[] characters = style.characters().codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        if (alphabet.has(characters[i])) {
          counts[hand][alphabet.number(characters[i])] = style.forms().get(i);
        }
      }
      int rows = size;
      for (int character = 0; character < size; character++) {
        further[hand][character] = rows;
        rows += counts[hand][character] - 1;
      }
      from[hand + 1] = from[hand] + rows;
    }
  }

  /** Rows of all hands, R. */
  int rows() {
    return from[from.length - 1];
  }

  /** The first row of a hand; of the number of hands, the row behind the last one. */
  int from(int hand) {
    return from[hand];
  }

  /** How many forms a hand has of a character, 1 or more. */
  public int count(int hand, int character) {
    return counts[hand][character];
  }

  /**
   * The row of a form in the table.
   *
   * @param form from 0; more than the hand has are counted on from its first
   */
  int row(int hand, int character, int form) {
    int own = form % counts[hand][character];
    return from[hand] + (own == 0 ? character : further[hand][character] + own - 1);
  }
}
