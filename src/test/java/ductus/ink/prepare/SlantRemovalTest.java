package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SlantRemovalTest {
  @Test
  void findsTheSlantOfDownStrokesAndTakesItOut() {
    for (long seed = 0; seed < 50; seed++) {
      RandomGenerator random = Randomness.of(seed);
      Handwriting upright = WrittenLines.of(20, random);
      double slant = random.nextDouble(-35, 35);
      double shear = Math.tan(Math.toRadians(slant));
      PreparedInk prepared =
          new SlantRemoval().apply(upright.map(p -> p.moved(p.x() + shear * p.y(), p.y())));
      assertEquals(slant, prepared.value(PreparedInk.SLANT).orElseThrow(), 3, "seed " + seed);
      assertEquals(0, SlantRemoval.shear(prepared.ink()), 0.05, "seed " + seed);
    }
  }

  @Test
  void takesFlatInkForUpright() {
    Handwriting dash =
        Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(5, 0.1)))));
    assertEquals(0, SlantRemoval.shear(dash));
    assertEquals(dash, new SlantRemoval().apply(dash).ink());
  }
}
