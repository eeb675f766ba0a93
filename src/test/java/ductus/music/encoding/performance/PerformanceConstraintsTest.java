package ductus.music.encoding.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.generate.UniformDraw;
import ductus.math.Seeded;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.encoding.performance.PerformanceEncoding.PerformanceDecoding;
import ductus.music.encoding.performance.PerformanceEncoding.PerformanceScaleConstraint;
import ductus.music.performance.PerformedNote;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PerformanceConstraintsTest {
  private static final Key G_MAJOR = new Key(7, Mode.MAJOR);
  private static final int STEPS = 2000;
  private static final int KEYS = 3;

  private final PerformanceEncoding encoding = new PerformanceEncoding();

  @Test
  void anyDrawnPerformanceKeepsLengthScaleAndHandsAndEnds() {
    for (int seed = 0; seed < 40; seed++) {
      List<Constraint> constraints =
          List.of(
              new DurationConstraint(STEPS, STEPS),
              new KeysConstraint(KEYS),
              new PerformanceScaleConstraint(G_MAJOR));
      PerformanceDecoding drawn = draw(Seeded.random(seed), constraints);
      assertEquals(0, drawn.closed(), "seed " + seed);
      List<PerformedNote> notes = drawn.performance().notes();
      for (PerformedNote note : notes) {
        assertTrue(note.onset() < STEPS && G_MAJOR.contains(note.pitch()), "seed " + seed);
        long down =
            notes.stream().filter(n -> n.onset() <= note.onset() && n.end() > note.onset()).count();
        assertTrue(down <= KEYS, "seed " + seed);
      }
    }
  }

  private PerformanceDecoding draw(RandomGenerator random, List<Constraint> constraints) {
    int[] tokens = UniformDraw.of(encoding, constraints, 3000, random);
    return encoding.decode(tokens, tokens.length);
  }
}
