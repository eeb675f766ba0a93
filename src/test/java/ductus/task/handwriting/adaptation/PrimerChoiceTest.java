package ductus.task.handwriting.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.HandPrimer;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window of a network that learned nothing moves on evenly, a character in about 16 points. */
class PrimerChoiceTest {
  private static final int POINTS = 16;

  private final HandModel model;

  PrimerChoiceTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private HandPrimer among(List<Handwriting> lines) {
    try (Workers workers = new Workers(1)) {
      return new PrimerChoice(model.network(), KernelChoice.best(), workers).among(lines, 0);
    }
  }

  /** A line of dots, so that the pen is lifted after every point. */
  private static Handwriting dots(String text) {
    List<Stroke> dots =
        IntStream.range(0, POINTS * text.length())
            .mapToObj(i -> new Stroke(List.of(PenPoint.at(i / 10.0, 0))))
            .toList();
    return new Handwriting(dots, Optional.of(text), Optional.empty());
  }

  @Test
  void takesTheFirstWordsOfALineAndTheirPoints() {
    HandPrimer primer =
        among(List.of(dots("a verylongwordindeed is here"), dots("some words more or less")));
    assertEquals("some words ", primer.text());
    assertTrue(
        Math.abs(primer.points().size() - 11 * POINTS) < 3 * POINTS,
        primer.points().size() + " points");
  }

  @Test
  void aLineThatIsOneStrokeOrOneWordHasNone() {
    List<PenPoint> way = IntStream.range(0, 300).mapToObj(i -> PenPoint.at(i / 10.0, 0)).toList();
    Handwriting oneStroke =
        new Handwriting(List.of(new Stroke(way)), Optional.of("some words more"), Optional.empty());
    assertEquals(HandPrimer.NONE, among(List.of(oneStroke, dots("unbroken"))));
    assertEquals(HandPrimer.NONE, among(List.of()));
  }
}
