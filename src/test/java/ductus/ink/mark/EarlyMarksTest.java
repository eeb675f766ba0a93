package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyMarksTest {
  /** Points of each letter of a joined word: up to its top, and down to the next one. */
  private static final double[] HEIGHTS = {0, 1, 0.5, 0};

  @Test
  void marksComeBehindTheirLettersAndTheStrokeGoesOnWhereItWasCut() {
    OwnedStroke word = word("tin");
    OwnedStroke dot = mark(1, 1.6, 0);
    OwnedStroke bar = mark(0, 1.2, 0.8);
    List<OwnedStroke> early = EarlyMarks.of("tin", List.of(word, dot, bar));
    assertEquals(
        List.of(
            part(word, 0, 4),
            OwnedStroke.of(bar.stroke(), 0),
            part(word, 3, 8),
            OwnedStroke.of(dot.stroke(), 1),
            part(word, 7, 12)),
        early);
  }

  @Test
  void lateMarksUndoIt() {
    OwnedStroke word = word("tint");
    List<OwnedStroke> written =
        List.of(word, mark(0, 1.2, 0.8), mark(1, 1.6, 0), mark(3, 1.2, 0.7));
    List<OwnedStroke> late = LateMarks.of(codes("tint"), EarlyMarks.of("tint", written));
    assertEquals(
        written.stream().map(OwnedStroke::stroke).toList(),
        late.stream().map(OwnedStroke::stroke).toList());
    assertEquals(word.characters(), late.get(0).characters());
    assertEquals(List.of(0), late.get(1).characters().stream().distinct().toList());
  }

  @Test
  void aDotGoesToTheNearestDottedLetterAndABarToABarredOne() {
    OwnedStroke word = word("tii");
    OwnedStroke dot = mark(2, 1.6, 0);
    OwnedStroke bar = mark(0.6, 1.2, 0.6);
    List<OwnedStroke> early = EarlyMarks.of("tii", List.of(word, bar, dot));
    assertEquals(
        List.of(0, 2),
        early.stream()
            .filter(stroke -> isIn(stroke, List.of(bar, dot)))
            .map(OwnedStroke::owner)
            .toList());
  }

  @Test
  void whatIsNoMarkStaysWhereItIs() {
    OwnedStroke word = word("it");
    OwnedStroke stem = new OwnedStroke(stroke(1, 0, 1, 2), List.of(-1, -1));
    OwnedStroke far = mark(6, 1.5, 0);
    List<OwnedStroke> written = List.of(word, stem, far);
    assertEquals(written, EarlyMarks.of("it", written));
    List<OwnedStroke> unmarked = List.of(word("no"), mark(0, 1.5, 0));
    assertEquals(unmarked, EarlyMarks.of("no", unmarked));
    List<OwnedStroke> unknown = List.of(OwnedStroke.of(word.stroke(), -1), mark(0, 1.5, 0));
    assertEquals(unknown, EarlyMarks.of("it", unknown));
  }

  @Test
  void thePenIsLedToWhereItWasLiftedAndOnlyFromNearby() {
    OwnedStroke before = OwnedStroke.of(stroke(0, 0, 1, 0), 0);
    OwnedStroke dot = mark(0, 1.6, 0);
    OwnedStroke near = OwnedStroke.of(stroke(1.1, 0.1, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0), 1);
    List<OwnedStroke> late = LateMarks.of(codes("in"), List.of(before, dot, near));
    assertEquals(2, late.size());
    List<PenPoint> points = late.get(0).stroke().points();
    assertEquals(8, points.size());
    assertEquals(2 - 0.8 * 0.1, points.get(2).x(), 1e-12);
    assertEquals(-0.8 * 0.1, points.get(2).y(), 1e-12);
    assertEquals(PenPoint.at(6, 0), points.get(6));
    List<OwnedStroke> apart = List.of(before, dot, OwnedStroke.of(stroke(1.3, 0, 2, 0), 1));
    assertEquals(apart, LateMarks.of(codes("in"), apart));
    List<OwnedStroke> letter = List.of(before, OwnedStroke.of(stroke(0, 0, 3, 0), 0), near);
    assertEquals(letter, LateMarks.of(codes("in"), letter));
  }

  @Test
  void whatIsDrawnBehindOtherLettersIsNoMark() {
    OwnedStroke stem = OwnedStroke.of(stroke(0, 2, 0, 0), 0);
    OwnedStroke upper = OwnedStroke.of(stroke(0, 2, 1, 2), 0);
    OwnedStroke lower = OwnedStroke.of(stroke(0, 0, 1, 0), 0);
    List<OwnedStroke> printed = List.of(stem, upper, lower);
    assertEquals(printed, LateMarks.of(codes("En"), printed));
    List<OwnedStroke> low = List.of(stem, OwnedStroke.of(stroke(-1, 0.4, 1, 0.4), 0), lower);
    assertEquals(low, LateMarks.of(codes("tn"), low));
  }

  private static List<Integer> codes(String text) {
    return text.codePoints().boxed().toList();
  }

  private static boolean isIn(OwnedStroke stroke, List<OwnedStroke> marks) {
    return marks.stream().anyMatch(mark -> mark.stroke().equals(stroke.stroke()));
  }

  /** A word in one stroke, each letter one x-height wide, its top in its middle. */
  private static OwnedStroke word(String text) {
    List<PenPoint> points = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    for (int u = 0; u < text.length(); u++) {
      for (int i = 0; i < HEIGHTS.length; i++) {
        points.add(PenPoint.at(u + 0.25 * (i - 1), HEIGHTS[i]));
        characters.add(u);
      }
    }
    return new OwnedStroke(new Stroke(points), characters);
  }

  private static OwnedStroke part(OwnedStroke of, int from, int to) {
    return new OwnedStroke(
        new Stroke(of.stroke().points().subList(from, to)), of.characters().subList(from, to));
  }

  /** A dot, or a bar of some width, over a place. */
  private static OwnedStroke mark(double x, double y, double width) {
    return new OwnedStroke(stroke(x - width / 2, y, x + width / 2, y), Collections.nCopies(2, -1));
  }

  private static Stroke stroke(double... xy) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(PenPoint.at(xy[i], xy[i + 1]));
    }
    return new Stroke(points);
  }
}
