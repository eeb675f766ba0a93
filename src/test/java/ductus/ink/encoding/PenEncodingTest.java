package ductus.ink.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Seeded;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PenEncodingTest {
  private static final Alphabet ALPHABET = new Alphabet(" abc");

  @Test
  void inkWithATextComesBackFromItsOffsetsAndBelongsToNoCharacterYet() {
    for (int seed = 0; seed < 50; seed++) {
      Handwriting line = line(Seeded.random(seed));
      PenSequence encoded = PenEncoding.encode(line, "ab c", ALPHABET, 3);
      int[] numbers = ALPHABET.numbers(new int[] {'a', 'b', ' ', 'c'});
      for (int u = 0; u < numbers.length; u++) {
        assertEquals(numbers[u], encoded.text().character(u));
        assertEquals(0, encoded.text().form(u));
      }
      assertEquals(3, encoded.style());
      assertEquals(line.points(), encoded.points());
      assertEquals(0, encoded.deltaX(0));
      for (int t = 0; t < encoded.points(); t++) {
        assertEquals(PenBatch.NONE, encoded.characterOfPoint(t));
      }
      Handwriting decoded = decoded(encoded);
      assertEquals(line.strokes().size(), decoded.strokes().size(), "seed " + seed);
      double left = line.strokes().get(0).first().x();
      for (int s = 0; s < line.strokes().size(); s++) {
        List<PenPoint> expected = line.strokes().get(s).points();
        List<PenPoint> actual = decoded.strokes().get(s).points();
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
          assertEquals(expected.get(i).x() - left, actual.get(i).x(), 1e-4, "seed " + seed);
          assertEquals(expected.get(i).y(), actual.get(i).y(), 1e-4, "seed " + seed);
        }
      }
    }
  }

  /** The strokes from x = 0 on, the baseline at y = 0. */
  private static Handwriting decoded(PenSequence line) {
    List<Stroke> strokes = new ArrayList<>();
    List<PenPoint> stroke = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (int t = 0; t < line.points(); t++) {
      x += line.deltaX(t);
      y += line.deltaY(t);
      stroke.add(PenPoint.at(x, y));
      if (line.penUp(t) || t == line.points() - 1) {
        strokes.add(new Stroke(stroke));
        stroke.clear();
      }
    }
    return Handwriting.of(strokes);
  }

  private static Handwriting line(RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int s = 0; s < count; s++) {
      List<PenPoint> points = new ArrayList<>();
      int length = 1 + random.nextInt(6);
      for (int i = 0; i < length; i++) {
        points.add(PenPoint.at(3 + s + random.nextDouble(), random.nextDouble() - 0.3));
      }
      strokes.add(new Stroke(points));
    }
    return Handwriting.of(strokes);
  }
}
