package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PenTextTest {
  private static int[] characters(PenText text) {
    return IntStream.range(0, text.length()).map(text::character).toArray();
  }

  private static int[] forms(PenText text) {
    return IntStream.range(0, text.length()).map(text::form).toArray();
  }

  @Test
  void aTextBeforeAnotherLosesItsEnd() {
    PenText first = new PenText(new int[] {3, 1, Alphabet.END}, new int[] {2, 0});
    PenText second = new PenText(new int[] {4, Alphabet.END}, new int[] {1, 0});
    PenText both = first.before(second);
    assertArrayEquals(new int[] {3, 1, 4, Alphabet.END}, characters(both));
    assertArrayEquals(new int[] {2, 0, 1, 0}, forms(both));
    assertArrayEquals(characters(second), characters(PenText.NONE.before(second)));
    PenText nothing = PenText.of(new int[] {Alphabet.END});
    assertArrayEquals(forms(second), forms(nothing.before(second)));
  }

  @Test
  void everyCharacterHasAForm() {
    assertEquals(0, PenText.of(new int[] {5, Alphabet.END}).form(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PenText(new int[] {3, 1, Alphabet.END}, new int[] {2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PenText(new int[] {3, Alphabet.END}, new int[] {-1}));
  }
}
