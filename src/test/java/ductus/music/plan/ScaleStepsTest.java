package ductus.music.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import ductus.music.Mode;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScaleStepsTest {
  private static final ScaleSteps C_MAJOR = new ScaleSteps(new Key(0, Mode.MAJOR));

  @Test
  void numbersEveryPitchOfEveryScaleAndNoOther() {
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        ScaleSteps steps = new ScaleSteps(key);
        int last = Integer.MIN_VALUE;
        for (int pitch = 0; pitch < 128; pitch++) {
          OptionalInt step = steps.of(pitch);
          assertEquals(key.contains(pitch), step.isPresent(), key + " " + pitch);
          if (step.isPresent()) {
            assertEquals(pitch, steps.pitch(step.getAsInt()), key.toString());
            assertTrue(last == Integer.MIN_VALUE || step.getAsInt() == last + 1, key + " " + pitch);
            last = step.getAsInt();
          }
        }
      }
    }
  }

  @Test
  void movesByStepsOfTheScale() {
    // E from C to D is F, a semitone; B over C to D is C.
    assertEquals(65, C_MAJOR.moved(64, 60, 62));
    assertEquals(72, C_MAJOR.moved(71, 60, 62));
    assertEquals(59, C_MAJOR.moved(60, 62, 60));
    assertEquals(76, C_MAJOR.moved(64, 60, 72));
  }

  @Test
  void movesBySemitonesWhereOneOfThreeIsNoneOfTheScale() {
    assertEquals(63, C_MAJOR.moved(61, 60, 62));
    assertEquals(66, C_MAJOR.moved(64, 61, 63));
    assertEquals(65, C_MAJOR.moved(64, 60, 61));
  }

  @Test
  void movesBackToWhereItCameFrom() {
    for (Mode mode : Mode.values()) {
      ScaleSteps steps = new ScaleSteps(new Key(7, mode));
      for (int pitch = 0; pitch < 15; pitch++) {
        for (int to = -10; to < 10; to++) {
          int there = steps.moved(steps.pitch(70 + pitch), steps.pitch(70), steps.pitch(70 + to));
          assertEquals(steps.pitch(70 + pitch + to), there);
          assertEquals(
              steps.pitch(70 + pitch), steps.moved(there, steps.pitch(70 + to), steps.pitch(70)));
        }
      }
    }
  }
}
