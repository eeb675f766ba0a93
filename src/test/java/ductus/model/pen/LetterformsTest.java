package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterformsTest {
  private static final Alphabet ALPHABET = new Alphabet(" abcdef");
  private static final List<PenStyle> STYLES =
      List.of(
          new PenStyle("one", false, "abc"),
          new PenStyle("two", true, "fab", List.of(3, 1, 2)),
          new PenStyle("three", true, "cx", List.of(2, 4)));

  private final Letterforms forms = new Letterforms(ALPHABET, STYLES);

  @Test
  void everyFormOfEveryHandHasARowOfItsOwnAndNoRowIsLeftOver() {
    Set<Integer> rows = new HashSet<>();
    int count = 0;
    for (int hand = 0; hand < STYLES.size(); hand++) {
      for (int character = 0; character < ALPHABET.size(); character++) {
        for (int form = 0; form < forms.count(hand, character); form++) {
          int row = forms.row(hand, character, form);
          assertTrue(row >= forms.from(hand) && row < forms.from(hand + 1));
          rows.add(row);
          count++;
        }
      }
    }
    assertEquals(count, rows.size());
    assertEquals(count, forms.rows());
    // A character that the alphabet lacks has no rows: 3 hands of 8, then 2 + 1 + 1 further forms.
    assertEquals(3 * 8 + 2 + 1 + 1, count);
  }

  @Test
  void firstFormsStandAsTheAlphabetDoesAndFormsBeyondTheLastBeginAgain() {
    int f = ALPHABET.number('f');
    assertEquals(forms.from(1) + f, forms.row(1, f, 0));
    assertEquals(forms.row(1, f, 1), forms.row(1, f, 4));
    assertEquals(3, forms.count(1, f));
    assertEquals(1, forms.count(1, Alphabet.END));
    assertEquals(1, forms.count(0, f));
  }

  @Test
  void aStyleHasAFormOrMoreOfEachCharacter() {
    assertThrows(IllegalArgumentException.class, () -> new PenStyle("x", false, "ab", List.of(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new PenStyle("x", false, "ab", List.of(1, 0)));
  }
}
