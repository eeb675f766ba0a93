package ductus.music.harmony.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class VoiceFeaturesTest {
  @Test
  void everyPitchInReachHasALabel() {
    for (int pitch = VoiceFeatures.LOWEST; pitch <= VoiceFeatures.HIGHEST; pitch++) {
      assertEquals(pitch, VoiceFeatures.pitch(VoiceFeatures.label(pitch)));
    }
    int rest = VoiceFeatures.label(Chorale.REST);
    assertEquals(Chorale.REST, VoiceFeatures.pitch(rest));
    assertEquals(VoiceFeatures.LABELS - 1, rest);
    assertEquals(VoiceFeatures.label(VoiceFeatures.HIGHEST), VoiceFeatures.label(120));
  }

  @Test
  void rowsStandInTheTableAndDoNotTellWhatIsHidden() {
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int[] pitches = random.ints(40, 30, 90).toArray();
      boolean[] hidden = new boolean[40];
      hidden[random.nextInt(40)] = true;
      int[] rows = VoiceFeatures.of(pitches, hidden, 2);
      assertTrue(
          Arrays.stream(rows).allMatch(row -> row >= 0 && row < VoiceFeatures.TABLE_ROWS),
          "seed " + seed);
      int[] others = pitches.clone();
      for (int i = 0; i < 40; i++) {
        others[i] += hidden[i] ? 1 : 0;
      }
      assertTrue(Arrays.equals(rows, VoiceFeatures.of(others, hidden, 2)), "seed " + seed);
      assertFalse(Arrays.equals(rows, VoiceFeatures.of(pitches, hidden, 1)), "seed " + seed);
    }
  }
}
