package ductus.ink.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.WrittenLine.WrittenWord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenLineTest {
  private static final Stroke FIRST = stroke(0, 1, 2);
  private static final Stroke SECOND = stroke(3, 4, 5);
  private static final Handwriting INK = Handwriting.of(List.of(FIRST, SECOND));

  @Test
  void aStrokeBelongsToTheWordOfMostOfItsPoints() {
    WrittenLine line = new WrittenLine("a b", INK, List.of(0, 0, 2, 1, 2, 2));
    assertEquals(
        List.of(new WrittenWord("a", List.of(FIRST)), new WrittenWord("b", List.of(SECOND))),
        line.words());
  }

  @Test
  void aWordWithoutInkIsStillAWord() {
    WrittenLine line = new WrittenLine("a b c", INK, List.of(0, 0, 0, 4, 4, 4));
    assertEquals(3, line.words().size());
    assertTrue(line.words().get(1).box().isEmpty());
  }

  @Test
  void charactersAreCodePoints() {
    WrittenLine line = new WrittenLine("😀 b", INK, List.of(0, 0, 0, 2, 2, 2));
    assertEquals(List.of(SECOND), line.words().get(1).strokes());
  }

  @Test
  void refusesCharactersThatAreNotThere() {
    assertThrows(
        IllegalArgumentException.class, () -> new WrittenLine("a", INK, List.of(0, 0, 0, 0, 0)));
    assertThrows(
        IllegalArgumentException.class, () -> new WrittenLine("a", INK, List.of(0, 0, 0, 0, 0, 1)));
  }

  private static Stroke stroke(double... places) {
    return new Stroke(Arrays.stream(places).mapToObj(x -> PenPoint.at(x, 0)).toList());
  }
}
