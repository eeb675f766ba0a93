package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineSettingTest {
  private static final Set<Integer> ASCII =
      IntStream.rangeClosed('!', '~').boxed().collect(Collectors.toUnmodifiableSet());
  private static final Proportions UPRIGHT = new Proportions(0, 1.65, 0.6);

  /** A line of stems: each character a stroke of 1 x 1, commas of their own height, an i dotted. */
  private static WrittenLine drawn(String text, double comma) {
    List<Stroke> strokes = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    int[] codePoints = text.codePoints().toArray();
    for (int at = 0; at < codePoints.length; at++) {
      double x = 1.5 * at;
      if (codePoints[at] == ' ') {
        continue;
      }
      if (codePoints[at] == ',') {
        add(strokes, characters, at, PenPoint.at(x, 0), PenPoint.at(x, -comma));
      } else {
        add(
            strokes,
            characters,
            at,
            PenPoint.at(x, 0),
            PenPoint.at(x, 1),
            PenPoint.at(x + 1, 1),
            PenPoint.at(x + 1, 0));
      }
      if (codePoints[at] == 'i') {
        add(strokes, characters, at, PenPoint.at(x + 0.5, 1.4), PenPoint.at(x + 0.5, 1.45));
      }
    }
    return new WrittenLine(text, Handwriting.of(strokes), characters);
  }

  private static void add(
      List<Stroke> strokes, List<Integer> characters, int at, PenPoint... points) {
    strokes.add(new Stroke(List.of(points)));
    for (int i = 0; i < points.length; i++) {
      characters.add(at);
    }
  }

  private static WrittenLine set(String text, boolean joined, double comma, double slant) {
    ApartText apart = ApartText.of(text, ASCII, joined, Symbols.shipped());
    Proportions hand = new Proportions(slant, UPRIGHT.ascender(), UPRIGHT.stems());
    return LineSetting.of(
        apart, drawn(apart.drawn(), comma), Symbols.shipped(), hand, Randomness.of(1));
  }

  private static Box box(WrittenLine line, int at) {
    List<PenPoint> all =
        line.ink().strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    return Box.around(
            IntStream.range(0, all.size())
                .filter(i -> line.characters().get(i) == at)
                .mapToObj(all::get)
                .toList())
        .orElseThrow();
  }

  @Test
  void marksThatStoodApartAreSetBesideTheirLetters() {
    WrittenLine line = set("a(b) c", true, 0.4, 0);
    assertEquals("a(b) c", line.text());
    for (int at = 1; at < 4; at++) {
      assertEquals(0.16, box(line, at).left() - box(line, at - 1).right(), 1e-9, "at " + at);
    }
    // The gap that the words were drawn with stays: a space between two stems of the line.
    assertEquals(2, box(line, 5).left() - box(line, 3).right(), 1e-9);
  }

  @Test
  void aSymbolStandsBetweenItsNeighbors() {
    WrittenLine line = set("a\u00bdb", false, 0.4, 0);
    Box half = box(line, 1);
    assertEquals(0.16, half.left() - box(line, 0).right(), 1e-9);
    assertEquals(0.16, box(line, 2).left() - half.right(), 1e-9);
    assertTrue(half.height() > 1.3 && half.top() > 1.4, half.toString());
  }

  @Test
  void aSymbolLeansAsTheHandDoes() {
    Box upright = box(set("a |", false, 0.4, 0), 2);
    assertTrue(upright.width() < 1.1, "learned, as it was drawn");
    double lean =
        box(set("a \u2020", false, 0.4, 0.5), 2).width()
            - box(set("a \u2020", false, 0.4, 0), 2).width();
    assertTrue(lean > 0.4, "lean " + lean);
  }

  @Test
  void aLineThatBeginsWithASymbolKeepsItsWordsApart() {
    WrittenLine line = set("\u2192 a b", false, 0.4, 0);
    assertEquals(2, box(line, 2).left() - box(line, 0).right(), 1e-9);
    assertEquals(2, box(line, 4).left() - box(line, 2).right(), 1e-9);
  }

  @Test
  void aCommaThatIsADotIsDrawnAnew() {
    assertTrue(LineSetting.lacksAComma(drawn("a, b", 0.1)));
    assertFalse(LineSetting.lacksAComma(drawn("a, b", 0.3)));
    assertTrue(box(set("a, b", false, 0.1, 0), 1).height() > 0.25);
    assertEquals(0.3, box(set("a, b", false, 0.3, 0), 1).height(), 1e-9);
    assertTrue(box(set("a, b", true, 0.1, 0), 1).height() > 0.25);
  }

  @Test
  void aMarkStandsOverItsLetterAndOneBelowHangs() {
    WrittenLine line = set("z\u030cs\u0326 Z\u0307", false, 0.4, 0);
    Box caron = box(line, 1);
    assertEquals(0.5, (caron.left() + caron.right()) / 2 - box(line, 0).left(), 0.1);
    assertTrue(caron.bottom() > 1.05 && caron.bottom() < 1.35, caron.toString());
    assertTrue(box(line, 3).top() < 0.02, box(line, 3).toString());
    assertTrue(box(line, 6).bottom() > 1.05, box(line, 6).toString());
  }

  @Test
  void aGapBehindPunctuationIsHardlyNarrowerThanOthers() {
    List<Stroke> strokes = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    double[] left = {0, 0.3, 0.3, 1.5};
    int[] at = {0, 1, 3, 5};
    for (int i = 0; i < 4; i++) {
      add(strokes, characters, at[i], PenPoint.at(left[i], -0.5), PenPoint.at(left[i], 0.5));
    }
    // Between the words "b" and "c" are 1.2, between "a!" and "b" none is left.
    WrittenLine drawn = new WrittenLine("a! b c", Handwriting.of(strokes), characters);
    WrittenLine line =
        LineSetting.of(
            ApartText.of("a! b c", ASCII, false, Symbols.shipped()),
            drawn,
            Symbols.shipped(),
            UPRIGHT,
            Randomness.of(1));
    assertEquals(0.8 * 0.6, box(line, 3).left() - box(line, 1).right(), 1e-9);
    assertEquals(1.2, box(line, 5).left() - box(line, 3).right(), 1e-9);
  }

  @Test
  void aMarkIsSetOnALetterWhoseStrokeBelongsToAnotherWord() {
    Stroke through =
        new Stroke(IntStream.range(0, 8).mapToObj(i -> PenPoint.at(0.4 * i, i % 2)).toList());
    WrittenLine drawn =
        new WrittenLine("z abc", Handwriting.of(List.of(through)), List.of(0, 0, 2, 2, 3, 3, 4, 4));
    WrittenLine line =
        LineSetting.of(
            ApartText.of("z\u030c abc", ASCII, true, Symbols.shipped()),
            drawn,
            Symbols.shipped(),
            UPRIGHT,
            Randomness.of(1));
    assertTrue(box(line, 1).bottom() > 1.05);
  }

  @Test
  void twoMarksStandOneOverTheOther() {
    WrittenLine line = set("u\u0308\u0304", false, 0.4, 0);
    assertTrue(box(line, 2).bottom() > box(line, 1).top() + 0.05);
  }

  @Test
  void anIUnderAMarkHasNoDot() {
    WrittenLine line = set("\u012b i", false, 0.4, 0);
    assertEquals(1, box(line, 0).top());
    assertTrue(box(line, 1).bottom() > 1.05);
    assertEquals(1.45, box(line, 3).top());
  }

  @Test
  void theSameChanceMakesTheSameLine() {
    assertEquals(
        set("\u00bd \u2192 \u017e", false, 0.4, 0), set("\u00bd \u2192 \u017e", false, 0.4, 0));
  }
}
