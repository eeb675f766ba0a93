package ductus.ink.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Joins;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FontJoinsTest {
  /** From the left edge down, along the baseline, and out to the right. */
  private static final Stroke CUP = stroke(0, 0.5, 0.2, 0.4, 0.4, 0, 1, 0, 1.3, 0.4);

  private static final Stroke BAR = stroke(0.2, 1, 0.8, 1);

  private static Stroke stroke(double... xy) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(PenPoint.at(xy[i], xy[i + 1]));
    }
    return new Stroke(points);
  }

  private static Glyph joined(Stroke... strokes) {
    return new FontJoins(0).joined(new Glyph(List.of(strokes), Joins.NONE));
  }

  @Test
  void theBodyComesFirstAndJoinsBothNeighbors() {
    assertEquals(new Glyph(List.of(CUP, BAR), Joins.BOTH), joined(BAR, CUP));
  }

  @Test
  void aBodyThatWasDrawnFromItsEndIsTurned() {
    assertEquals(new Glyph(List.of(CUP, BAR), Joins.BOTH), joined(BAR, CUP.backwards()));
  }

  @Test
  void whatEndsHighAtTheRightIsNotTurned() {
    Stroke bow = stroke(1, 0.9, 0.5, 1, 0, 0.6, 0.8, 0.4, 0.4, 0, 0, 0.1);
    assertEquals(new Glyph(List.of(bow), Joins.NONE), joined(bow));
  }
}
