package ductus.model.pen;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Texts side by side as a network reads them: each character with the one before and the one behind
 * it, as three rows of a table of 3·V, and each character's number and form. Holds arrays,
 * time-major; shorter texts are padded.
 */
public final class TextRows {
  private static final int ROWS = 3;
  private static final int NONE = -1;

  private final int longest;
  private final int[] lengths;
  private final Indices indices;
  private final int[] characters;
  private final int[] forms;

  /**
   * Makes rows of texts.
   *
   * @param texts of characters of the alphabet
   */
  public TextRows(List<PenText> texts, Alphabet alphabet) {
    int size = texts.size();
    longest = texts.stream().mapToInt(PenText::length).max().orElseThrow();
    lengths = texts.stream().mapToInt(PenText::length).toArray();
    int[] rows = new int[longest * size * ROWS];
    Arrays.fill(rows, NONE);
    characters = new int[longest * size];
    Arrays.fill(characters, NONE);
    forms = new int[longest * size];
    int v = alphabet.size();
    for (int b = 0; b < size; b++) {
      PenText text = texts.get(b);
      for (int u = 0; u < text.length(); u++) {
        int character = text.character(u);
        characters[u * size + b] = character;
        forms[u * size + b] = text.form(u);
        int at = (u * size + b) * ROWS;
        rows[at] = character;
        rows[at + 1] = v + (u == 0 ? Alphabet.END : text.character(u - 1));
        rows[at + 2] = 2 * v + (u == text.length() - 1 ? Alphabet.END : text.character(u + 1));
      }
    }
    indices = new Indices(rows, ROWS);
  }

  /** Rows of the table that an alphabet needs. */
  static int tableRows(Alphabet alphabet) {
    return ROWS * alphabet.size();
  }

  /** Characters of the longest, the end included, U. */
  int longest() {
    return longest;
  }

  /** Characters of each, the end included [B]; not a copy. */
  int[] lengths() {
    return lengths;
  }

  /** Rows of the table [U×B×3]. */
  Indices indices() {
    return indices;
  }

  /** Row of each character's form in a table of letterforms, by its line's hand [U×B]. */
  Indices forms(int[] hands, Letterforms table) {
    int[] rows = new int[characters.length];
    for (int i = 0; i < rows.length; i++) {
      int hand = hands[i % hands.length];
      rows[i] = characters[i] < 0 ? NONE : table.row(hand, characters[i], forms[i]);
    }
    return new Indices(rows, 1);
  }
}
