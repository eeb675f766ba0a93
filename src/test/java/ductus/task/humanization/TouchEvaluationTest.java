package ductus.task.humanization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.WrittenNote;
import ductus.music.touch.WrittenNote.BarPlace;
import ductus.task.humanization.TouchBaselines.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TouchEvaluationTest {
  private static final int NOTES = 400;

  /** A hat on each eighth. */
  private static List<PlayedNote> hats(IntToDoubleFunction loudness) {
    List<PlayedNote> take = new ArrayList<>();
    for (int i = 0; i < NOTES; i++) {
      BarPlace place = new BarPlace(i / 8, 12 * (i % 8), 2);
      take.add(
          new PlayedNote(
              new WrittenNote(12L * i, 6, 42, place, 120), loudness.applyAsDouble(i), 0));
    }
    return take;
  }

  private static double nats(Context context, List<PlayedNote> take) {
    return TouchBaselines.ofLoudness(Player.DRUMMER, context, List.of(take)).nats(take) / NOTES;
  }

  @Test
  void countsKnowWhatTheyAreCountedBy() {
    List<PlayedNote> accents = hats(i -> i % 2 == 0 ? 20 : -20);
    assertEquals(Math.log(2), nats(Context.NONE, accents), 0.05);
    assertTrue(nats(Context.PLACE, accents) < 0.15);
    assertTrue(nats(Context.LAST, accents) < 0.15);
    // Pairs: what was last does not tell, nor does the place; together they would.
    List<PlayedNote> drift = hats(i -> i / 16 % 2 == 0 ? 20 : -20);
    assertTrue(nats(Context.LAST, drift) < 0.3);
    assertEquals(Math.log(2), nats(Context.PLACE, drift), 0.1);
  }

  @Test
  void figuresTellDriftFromNoise() {
    List<PlayedNote> drift = hats(i -> 20 * Math.sin(i / 20.0));
    List<PlayedNote> alternating = hats(i -> i % 2 == 0 ? 20 : -20);
    TouchFigures slow = TouchFigures.of(Player.DRUMMER, List.of(drift), List.of(drift));
    assertEquals(1, slow.loudnessOverlap(), 1e-9);
    assertTrue(slow.loudnessKept() > 0.99);
    TouchFigures fast = TouchFigures.of(Player.DRUMMER, List.of(alternating), List.of(drift));
    assertEquals(20, fast.loudness(), 1e-9);
    assertEquals(-1, fast.loudnessKept(), 1e-9);
    assertTrue(fast.loudnessOverlap() < 0.3);
  }

  @Test
  void whatIsDrawnByCountsIsAsOftenAsItWasCounted() {
    List<PlayedNote> accents = hats(i -> i % 2 == 0 ? 20 : -20);
    TouchBaselines counts =
        TouchBaselines.ofLoudness(Player.DRUMMER, Context.PLACE, List.of(accents));
    int[] drawn = counts.draw(accents, Randomness.of(1));
    for (int i = 0; i < NOTES; i++) {
      assertEquals(i % 2 == 0 ? 21 : 11, drawn[i]);
    }
  }
}
