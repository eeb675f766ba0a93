package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.pen.Alphabet;
import ductus.model.pen.Letterforms;
import ductus.model.pen.PenStyle;
import ductus.model.pen.PenText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class FormChoiceTest {
  private static final Alphabet ALPHABET = new Alphabet("abc");
  private static final Letterforms FORMS =
      new Letterforms(
          ALPHABET,
          List.of(
              new PenStyle("one", false, "abc", List.of(3, 1, 2)),
              new PenStyle("two", false, "abc", List.of(1, 5, 1))));

  /** The first line is in hand one, the second in a blend. */
  private final FormChoice choice =
      new FormChoice(FORMS, new FMatrixRMaj(2, 2, true, 1, 0, 0.5f, 0.5f));

  private static int[] repeated(int character) {
    int[] text = new int[300];
    Arrays.fill(text, 0, 299, character);
    return text;
  }

  @Test
  void noFormComesTwiceInSuccessionAndAllComeAboutAsOften() {
    int[] often = new int[3];
    PenText text = choice.draw(repeated(1), 0, Seeded.random(1));
    for (int u = 0; u < 299; u++) {
      often[text.form(u)]++;
      assertTrue(u == 0 || text.form(u) != text.form(u - 1));
    }
    assertTrue(Arrays.stream(often).allMatch(count -> count > 70), Arrays.toString(often));
  }

  @Test
  void aBlendHasTheFormsOfAllItsHandsAndAHandOnlyItsOwn() {
    PenText own = choice.draw(repeated(2), 0, Seeded.random(1));
    PenText blend = choice.draw(repeated(2), 1, Seeded.random(1));
    int most = 0;
    for (int u = 0; u < 299; u++) {
      assertEquals(0, own.form(u));
      most = Math.max(most, blend.form(u));
    }
    assertEquals(4, most);
  }

  @Test
  void whatIsChosenDependsOnTheRandomNumbersAlone() {
    int[] text = repeated(3);
    assertEquals(
        forms(choice.draw(text, 0, Seeded.random(4))),
        forms(choice.draw(text, 0, Seeded.random(4))));
    assertNotEquals(
        forms(choice.draw(repeated(1), 0, Seeded.random(4))),
        forms(choice.draw(repeated(1), 0, Seeded.random(5))));
  }

  private static List<Integer> forms(PenText text) {
    return IntStream.range(0, text.length()).mapToObj(text::form).toList();
  }
}
