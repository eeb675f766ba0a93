package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Joins;
import ductus.math.Randomness;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterformInterpolationTest {
  private static final Stroke DOT = new Stroke(List.of(PenPoint.at(0, 1.5)));

  private static Glyph glyph(Joins joins, Stroke... strokes) {
    return new Glyph(List.of(strokes), joins);
  }

  private static Stroke line(double x, double y) {
    return new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(x, y)));
  }

  @Test
  void aBlendLiesOnTheWayBetweenTwoDrawingsOrALittleBeyond() {
    Glyph upright = glyph(Joins.NONE, line(0, 1), DOT);
    Glyph leaning = glyph(Joins.NONE, line(0.5, 1), DOT);
    double least = 1;
    double most = 0;
    for (int seed = 0; seed < 100; seed++) {
      Glyph blend = LetterformInterpolation.of(upright, leaning, Randomness.of(seed)).orElseThrow();
      PenPoint top = blend.strokes().get(0).last();
      assertEquals(1, top.y(), 1e-9);
      for (PenPoint point : blend.strokes().get(0).points()) {
        assertEquals(top.x() * point.y(), point.x(), 1e-9, "seed " + seed);
      }
      assertEquals(DOT, blend.strokes().get(1));
      least = Math.min(least, top.x());
      most = Math.max(most, top.x());
    }
    assertTrue(least > -0.16 && least < 0 && most > 0.5 && most < 0.66, least + " " + most);
  }

  @Test
  void drawingsOfOtherFormsAreNotBlended() {
    Glyph upright = glyph(Joins.NONE, line(0, 1));
    for (Glyph other :
        List.of(
            glyph(Joins.NONE, line(0, 1), DOT),
            glyph(Joins.RIGHT, line(0, 1)),
            glyph(Joins.NONE, line(0, 1).backwards()),
            glyph(Joins.NONE, line(2, 0)))) {
      assertTrue(
          LetterformInterpolation.of(upright, other, Randomness.of(1)).isEmpty(), other.toString());
    }
  }
}
