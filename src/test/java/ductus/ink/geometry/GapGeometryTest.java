package ductus.ink.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ductus.ink.layout.WrittenLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapGeometryTest {
  private static final double EXACT = 1e-9;

  /** Three words of two stems each: letter gaps 0.2, 0.5 and 0.2, word gaps 1 and 0.4. */
  private static DrawnLine uneven() {
    return new DrawnLine("ll ll ll")
        .bar(0, 0, 0, 1)
        .bar(1, 0.2, 0, 1)
        .bar(3, 1.2, 0, 1)
        .bar(4, 1.7, 0, 1)
        .bar(6, 2.1, 0, 1)
        .bar(7, 2.3, 0, 1);
  }

  private static GapGeometry of(DrawnLine line) {
    return line.measured().gaps();
  }

  private static double value(@Nullable Double figure) {
    return Objects.requireNonNull(figure);
  }

  @Test
  void aWordGapIsNarrowWhereALetterGapOfTheLineIsWider() {
    GapGeometry gaps = of(uneven());
    assertEquals(2, gaps.words());
    assertEquals(0.5, value(gaps.narrow()), EXACT);
    assertEquals(0.5, value(gaps.hidden()), EXACT);
    assertEquals(0.4, value(gaps.word()), EXACT);
    assertEquals(0.2, value(gaps.letter()), EXACT);
    assertEquals(0.7 / 0.3, value(gaps.ratio()), EXACT);
  }

  @Test
  void aLetterGapFarAwayHidesNoWordGap() {
    DrawnLine line =
        new DrawnLine("ll l l")
            .bar(0, 0, 0, 1)
            .bar(1, 0.5, 0, 1)
            .bar(3, 1.5, 0, 1)
            .bar(5, 1.9, 0, 1);
    assertEquals(0.5, value(of(line).narrow()), EXACT);
    assertEquals(0, value(of(line).hidden()), EXACT);
  }

  @Test
  void lettersThatTouchHaveNoGap() {
    DrawnLine line =
        new DrawnLine("nn n")
            .stroke(0, 0, 0, 0.5, 1, 1, 0, 1.5, 1, 2, 0, 2.5, 1)
            .owned(0, 0, 0, 1, 1, 1)
            .bar(3, 3, 0, 1);
    assertEquals(0, value(of(line).letter()), EXACT);
    assertNull(of(line).ratio());
    assertEquals(0, value(of(line).narrow()), EXACT);
  }

  @Test
  void wordsInOneStrokeHaveNoGap() {
    DrawnLine line =
        new DrawnLine("n n")
            .stroke(0, 0, 0, 0.5, 1, 1, 0, 2, 0, 2.5, 1, 3, 0)
            .owned(0, 0, 0, 2, 2, 2);
    assertEquals(-0.0, value(of(line).word()), EXACT);
  }

  @Test
  void aPointOrTwoOfTheNeighborsCharacterMakeNoNarrowGap() {
    DrawnLine line =
        new DrawnLine("l l").bar(0, 0, 0, 1).owned(0, 0, 0, 1).bar(2, 0.9, 0, 1).owned(1, 1, 2, 2);
    assertEquals(0.9, value(of(line).word()), EXACT);
    DrawnLine early = new DrawnLine("l l").bar(0, 0, 0, 1).bar(2, 0.9, 0, 1).owned(0, 0, 2, 2);
    assertEquals(0.9, value(of(early).word()), EXACT);
  }

  @Test
  void inkAboveAndBelowTheBodyOfLettersCloses() {
    DrawnLine line =
        new DrawnLine("g d")
            .stroke(0, 0, 1, 0, 0, -1, -1, 0.8, -1)
            .stroke(2, 1, 0, 1, 1, 0.2, 2, 0.2, 1.9);
    double rising = 0.1 * 0.8;
    assertEquals(1 - rising, value(of(line).word()), EXACT);
  }

  @Test
  void punctuationIsOfItsWordButNoLetter() {
    DrawnLine line =
        new DrawnLine("ll, \"l")
            .bar(0, 0, 0, 1)
            .bar(1, 0.2, 0, 1)
            .stroke(2, 0.6, 0.1, 0.5, -0.2)
            .bar(4, 1.5, 1.5, 1.8)
            .bar(5, 1.9, 0, 1);
    assertEquals(0.9, value(of(line).word()), EXACT);
    assertEquals(0.2, value(of(line).letter()), EXACT);
  }

  @Test
  void numbersAreWordsWithoutLetterGaps() {
    DrawnLine line =
        new DrawnLine("11 ll")
            .bar(0, 0, 0, 1)
            .bar(1, 0.9, 0, 1)
            .bar(3, 1.6, 0, 1)
            .bar(4, 1.8, 0, 1);
    assertEquals(0, value(of(line).hidden()), EXACT);
    assertEquals(0.2, value(of(line).letter()), EXACT);
  }

  @Test
  void aSlantThatIsKnownChangesNothing() {
    WrittenLine upright = uneven().line();
    WrittenLine leaning =
        new WrittenLine(
            upright.text(),
            upright.ink().map(point -> point.moved(point.x() + 0.4 * point.y(), point.y())),
            upright.characters());
    GapGeometry gaps = LineGeometry.of(List.of(leaning), 0.4).gaps();
    assertEquals(0.4, value(gaps.word()), EXACT);
    assertEquals(0.5, value(gaps.narrow()), EXACT);
  }

  @Test
  void aLineOfOneWordHasNoFigure() {
    GapGeometry gaps = of(new DrawnLine("l").bar(0, 0, 0, 1));
    assertEquals(0, gaps.words());
    assertNull(gaps.narrow());
    assertNull(gaps.word());
  }
}
