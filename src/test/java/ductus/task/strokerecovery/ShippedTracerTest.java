package ductus.task.strokerecovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.tracing.LetterPicture;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.tracing.Picture;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the network that ships draws of letters in a hand that it never saw. */
class ShippedTracerTest {
  @Test
  void drawsLettersOfAHandThatItNeverSaw() throws Exception {
    List<Handwriting> letters = new ArrayList<>();
    for (Handwriting piece : InkFile.read(Path.of("corpora/hands/letter.json")).pieces()) {
      if ("abcdefghijklmnopqrstuvwxyz".contains(piece.text().orElseThrow())) {
        letters.add(piece);
      }
    }
    List<LetterPicture> seen =
        letters.stream().map(letter -> LetterPicture.of(letter, 0.1)).toList();
    List<Picture> pictures = seen.stream().map(letter -> letter.traced().picture()).toList();
    TracerNetwork network = LetterTracer.open(LetterTracer.find(LetterTracer.SHIPPED)).network();
    try (Workers workers = new Workers(1)) {
      LetterTracer tracer =
          new LetterTracer(network, LetterTracer.USUAL_TRIES, KernelChoice.best(), workers);
      List<LetterTracer.Traced> drawn = tracer.trace(pictures, 1);
      double overlap = 0;
      double distance = 0;
      for (int i = 0; i < drawn.size(); i++) {
        overlap += drawn.get(i).likeness().overlap();
        Handwriting original = LetterPicture.strokes(seen.get(i).traced());
        distance += StrokeDistance.between(original, drawn.get(i).strokes());
      }
      assertTrue(overlap / drawn.size() > 0.82, "overlap " + overlap / drawn.size());
      assertTrue(distance / drawn.size() < 0.5, "distance " + distance / drawn.size());
      // The same alone and among others.
      assertEquals(
          drawn.get(3).strokes(), tracer.trace(pictures.subList(3, 4), 1).get(0).strokes());
    }
  }

  @Test
  void drawingsAreAsFarApartAsTheirPoints() {
    Handwriting one = strokes(0, 0, 10, 0);
    assertEquals(0, StrokeDistance.between(one, strokes(10, 0, 0, 0)), 1e-9);
    assertEquals(2, StrokeDistance.between(one, strokes(0, 2, 10, 2)), 1e-9);
  }

  private static Handwriting strokes(double x, double y, double toX, double toY) {
    return LetterPicture.strokes(
        new TracedLetter(
            new Picture(new float[Picture.SIDE * Picture.SIDE]),
            new double[] {x, toX},
            new double[] {y, toY},
            new boolean[] {false, true}));
  }
}
