package ductus.ink.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.HandFile;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplittingTest {
  private static final String[] TEXTS = {
    "Dear Anna, the jig is up.", "It is 9:30 already;", "why not (say) today?"
  };

  @Test
  void takesLinesApartThatStandCloseTogether() throws Exception {
    for (String name : new String[] {"print", "round", "note", "capitals"}) {
      LineComposer composer =
          new LineComposer(
              HandFile.read(Path.of("corpora/hands/" + name + ".json")),
              HandVariation.natural(),
              0.2);
      List<Stroke> page = new ArrayList<>();
      List<Integer> strokes = new ArrayList<>();
      for (int i = 0; i < TEXTS.length; i++) {
        double down = 2.6 * i;
        Handwriting line = composer.compose(TEXTS[i], Randomness.of(i)).handwriting();
        List<Stroke> moved =
            line.map(point -> point.moved(37 * point.x(), 37 * (point.y() - down))).strokes();
        page.addAll(moved);
        strokes.add(moved.size());
      }
      List<Handwriting> lines = LineSplitting.of(Handwriting.of(page));
      assertEquals(strokes, lines.stream().map(line -> line.strokes().size()).toList(), name);
    }
  }

  @Test
  void aSingleLineStaysAsItIs() throws Exception {
    LineComposer composer =
        new LineComposer(
            HandFile.read(Path.of("corpora/hands/print.json")), HandVariation.natural(), 0.2);
    Handwriting line = composer.compose("Jumping, if it is you!", Randomness.of(1)).handwriting();
    assertSame(line, LineSplitting.of(line).get(0));
  }
}
