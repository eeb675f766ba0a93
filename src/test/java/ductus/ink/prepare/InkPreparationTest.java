package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InkPreparationTest {
  @Test
  void bringsALineFromAnyTabletToUnitHeight() {
    for (long seed = 0; seed < 100; seed++) {
      RandomGenerator random = Randomness.of(seed);
      Handwriting line = WrittenLines.of(12 + random.nextInt(30), random);
      double scale = Math.exp(random.nextDouble(-4, 6));
      double angle = random.nextDouble(-12, 12);
      double right = random.nextDouble(-1000, 1000);
      double up = random.nextDouble(-1000, 1000);
      Handwriting source =
          turned(line, angle)
              .map(point -> point.moved(scale * (point.x() + right), scale * (point.y() + up)));

      PreparedInk prepared = InkPreparation.ofLines(0.2).apply(source);

      String what = "seed " + seed;
      assertEquals(angle, prepared.value(PreparedInk.BASELINE_ANGLE).orElseThrow(), 0.7, what);
      assertEquals(scale, prepared.value(PreparedInk.X_HEIGHT).orElseThrow(), 0.07 * scale, what);
      Box expected = line.box().orElseThrow();
      Box box = prepared.ink().box().orElseThrow();
      assertEquals(expected.bottom(), box.bottom(), 0.2, what);
      assertEquals(expected.top(), box.top(), 0.25, what);
      assertEquals(0, box.left(), 0.05, what);
      assertEquals(expected.width(), box.width(), 0.08 * expected.width(), what);
    }
  }

  @Test
  void goesThroughItsStepsInOrder() {
    Handwriting ink =
        new Handwriting(
            List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0, 0), PenPoint.at(4, 0)))),
            Optional.of("-"),
            Optional.of("Anna"));
    InkPreparation twoSteps =
        new InkPreparation(List.of(new RepeatedPointRemoval()))
            .then(new ArcLengthResampling(1))
            .then(new Simplification(0.1));
    assertEquals(3, twoSteps.steps().size());
    PreparedInk prepared = twoSteps.apply(ink);
    assertEquals(
        new Handwriting(
            List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(4, 0)))),
            ink.text(),
            ink.writer()),
        prepared.ink());
    assertTrue(prepared.estimates().isEmpty());
  }

  @Test
  void leavesNothingOutOfTheSmallestInk() {
    for (Handwriting ink :
        List.of(
            Handwriting.of(List.of()),
            Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(3, 4))))),
            Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(3, 4), PenPoint.at(3, 4))))),
            Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(3, 4), PenPoint.at(9, 4))))))) {
      InkPreparation all =
          InkPreparation.ofLines(1).then(new SlantRemoval()).then(new Simplification(0));
      PreparedInk prepared = all.apply(ink);
      assertEquals(ink.strokes().size(), prepared.ink().strokes().size());
    }
  }

  @Test
  void tellsALineFromALetter() {
    Handwriting line = WrittenLines.of(10, Randomness.of(1));
    assertTrue(InkPreparation.isLine(line));
    assertTrue(InkPreparation.isLine(labeled(line, "ten letter")));
    assertFalse(InkPreparation.isLine(labeled(line, "w")));
    assertFalse(InkPreparation.isLine(WrittenLines.of(1, Randomness.of(1))));
    assertFalse(InkPreparation.isLine(line.map(p -> p.moved(p.x(), 9 * p.y()))));
    assertFalse(InkPreparation.isLine(Handwriting.of(List.of())));
  }

  private static Handwriting labeled(Handwriting ink, String text) {
    return new Handwriting(ink.strokes(), Optional.of(text), Optional.empty());
  }

  private static Handwriting turned(Handwriting ink, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return ink.map(
        point -> point.moved(cos * point.x() - sin * point.y(), sin * point.x() + cos * point.y()));
  }
}
