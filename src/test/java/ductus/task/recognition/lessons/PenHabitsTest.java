package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.HandFile;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PenHabitsTest {
  @Test
  void noInkIsLostOrAdded() throws Exception {
    LineComposer composer =
        new LineComposer(
            HandFile.read(Path.of("corpora/hands/round.json")), HandVariation.natural(), 0.2);
    Set<Integer> numbersOfStrokes = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      ComposedLine line = composer.compose("A little jitter, it is", Randomness.of(1));
      List<Stroke> rewritten = new PenHabits(Randomness.of(seed)).rewrite(line);
      assertEquals(points(line.handwriting().strokes()), points(rewritten), "seed " + seed);
      numbersOfStrokes.add(rewritten.size());
    }
    assertTrue(numbersOfStrokes.size() > 3, "strokes " + numbersOfStrokes);
  }

  private static Set<String> points(List<Stroke> strokes) {
    Set<String> points = new HashSet<>();
    for (Stroke stroke : strokes) {
      for (PenPoint point : stroke.points()) {
        points.add(point.x() + " " + point.y());
      }
    }
    return points;
  }
}
