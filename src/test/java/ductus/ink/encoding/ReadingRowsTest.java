package ductus.ink.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import ductus.model.reading.LineRows;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ReadingRowsTest {
  private static final int LIFTED = 8;
  private static final int HEIGHT = 9;

  private static Stroke stroke(double... coordinates) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(PenPoint.at(coordinates[i], coordinates[i + 1]));
    }
    return new Stroke(points);
  }

  @Test
  void aStrokeIsAMoveAndPiecesOfAboutThreeFifthsOfAnXHeight() {
    LineRows rows = ReadingRows.of(Handwriting.of(List.of(stroke(1, 0.5, 1, 1.7))));
    assertEquals(3, rows.steps());
    assertEquals(1, rows.value(0, LIFTED));
    assertEquals(0.5f, rows.value(0, HEIGHT), 1e-6f);
    assertEquals(0, rows.value(1, LIFTED));
    assertEquals(1, rows.value(1, 1), 1e-5f);
    assertEquals(1.1f, rows.value(1, HEIGHT), 1e-5f);
    assertEquals(1.7f, rows.value(2, HEIGHT), 1e-5f);
  }

  @Test
  void aDotHasAStepOfItsOwn() {
    LineRows rows =
        ReadingRows.of(Handwriting.of(List.of(stroke(0, 0, 0, 0.6), stroke(0.2, 0), stroke(1, 0))));
    assertEquals(6, rows.steps());
    assertEquals(0.2f, rows.value(2, 6), 1e-6f);
    assertEquals(-0.6f, rows.value(2, 7), 1e-6f);
    assertEquals(0.8f, rows.value(4, 6), 1e-6f);
    for (int feature = 0; feature < LIFTED; feature++) {
      assertEquals(0, rows.value(5, feature));
    }
  }

  @Test
  void theStepsOfAStrokeAddUpToIt() {
    RandomGenerator random = Randomness.of(1);
    for (int round = 0; round < 200; round++) {
      double[] coordinates = new double[2 * (1 + random.nextInt(12))];
      for (int i = 0; i < coordinates.length; i++) {
        coordinates[i] = 2 * random.nextDouble();
      }
      LineRows rows = ReadingRows.of(Handwriting.of(List.of(stroke(coordinates))));
      double x = coordinates[0];
      double y = coordinates[1];
      for (int step = 1; step < rows.steps(); step++) {
        for (int offset = 0; offset < 3; offset++) {
          x += 0.2 * rows.value(step, 2 * offset);
          y += 0.2 * rows.value(step, 2 * offset + 1);
        }
        assertEquals(y, rows.value(step, HEIGHT), 1e-5);
      }
      assertEquals(coordinates[coordinates.length - 2], x, 1e-5, "round " + round);
      assertEquals(coordinates[coordinates.length - 1], y, 1e-5, "round " + round);
    }
  }

  @Test
  void rowsDoNotDependOnWhereOnThePaperALineBegins() {
    Handwriting line = Handwriting.of(List.of(stroke(0, 0, 1, 1, 0.5, 2), stroke(2, 0, 2, 1)));
    LineRows there = ReadingRows.of(line.map(point -> point.moved(point.x() + 64, point.y())));
    LineRows here = ReadingRows.of(line);
    for (int step = 0; step < here.steps(); step++) {
      for (int feature = 0; feature < ReadingRows.FEATURES; feature++) {
        assertEquals(here.value(step, feature), there.value(step, feature), 1e-5f);
      }
    }
  }

  @Test
  void eachStepKnowsTheLastPointThatItHasPassed() {
    Handwriting line =
        Handwriting.of(List.of(stroke(0, 0, 0, 0.7, 0, 1.3, 0, 1.8), stroke(1, 0, 1, 0.6)));
    assertArrayEquals(new int[] {0, 0, 1, 3, 4, 5}, ReadingRows.points(line));
  }

  @Test
  void refusesWhatIsNotALine() {
    assertThrows(IllegalArgumentException.class, () -> ReadingRows.of(Handwriting.of(List.of())));
    Stroke endless = stroke(0, 0, 1e6, 0);
    assertThrows(
        IllegalArgumentException.class, () -> ReadingRows.of(Handwriting.of(List.of(endless))));
  }
}
