package ductus.music.encoding.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.performance.PerformedNote;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
    Encoding.Cursor cursor = encoding.cursor();
    int[] tokens = new int[3000];
    int length = 0;
    while (!cursor.ended() && length < tokens.length) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      for (Constraint constraint : constraints) {
        constraint.restrict(tokens, length, allowed);
      }
      int[] choices = IntStream.range(0, allowed.length).filter(t -> allowed[t]).toArray();
      tokens[length] = choices[random.nextInt(choices.length)];
      cursor.accept(tokens[length++]);
    }
    assertTrue(cursor.ended());
    return encoding.decode(tokens, length);
  }
}
