package ductus.ink.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterWidthsTest {
  private static final CharacterWidths AVERAGE = CharacterWidths.AVERAGE;

  @Test
  void marksAndWhatCannotBeSeenHaveNoWidth() {
    assertEquals(AVERAGE.of("e"), AVERAGE.of("e\u0301\u00ad"));
  }

  @Test
  void knowsNarrowAndWideLetters() {
    assertTrue(AVERAGE.of("i") < AVERAGE.of("a") && AVERAGE.of("a") < AVERAGE.of("m"));
  }

  @Test
  void learnsFromLinesHowWideAHandIs() {
    List<String> text = List.of("it was in the winter of that year when nobody thought of leaving");
    CharacterWidths once = CharacterWidths.measured(new ZigzagWriter(1, 1, 0).write(text));
    CharacterWidths twice = CharacterWidths.measured(new ZigzagWriter(1, 2, 0).write(text));
    double ink = new ZigzagWriter(1, 2, 0).write(text).get(0).ink().box().orElseThrow().width();
    assertEquals(ink, twice.of(text.get(0)), 1e-9);
    assertTrue(twice.factor() > 1.6 * once.factor());
  }

  @Test
  void isAverageWhereNothingWasWritten() {
    WrittenLine empty = new WrittenLine("a", Handwriting.of(List.of()), List.of());
    assertEquals(AVERAGE, CharacterWidths.measured(List.of(empty)));
    assertEquals(AVERAGE, CharacterWidths.measured(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new CharacterWidths(0));
  }
}
