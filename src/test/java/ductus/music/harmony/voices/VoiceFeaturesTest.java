package ductus.music.harmony.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.Key;
import ductus.music.Mode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class VoiceFeaturesTest {
  private static final Key C = new Key(0, Mode.MAJOR);

  @Test
  void everyPitchOfAChoirHasALabelInEveryKey() {
    for (int tonic = 0; tonic < 12; tonic++) {
      Key key = new Key(tonic, Mode.MINOR);
      for (int pitch = 36; pitch <= 85; pitch++) {
        assertEquals(pitch, VoiceFeatures.pitch(VoiceFeatures.label(pitch, key), key));
      }
      int rest = VoiceFeatures.label(Chorale.REST, key);
      assertEquals(Chorale.REST, VoiceFeatures.pitch(rest, key));
      assertEquals(VoiceFeatures.LABELS - 1, rest);
      assertEquals(VoiceFeatures.LABELS - 2, VoiceFeatures.label(120, key));
    }
  }

  @Test
  void aTuneLooksTheSameInEveryKeyButForTheKeynote() {
    int[] pitches = {72, 67, 64, 48, 74, 67, 59, 55};
    boolean[] hidden = new boolean[8];
    int[] rows = VoiceFeatures.of(pitches, hidden, 1, C);
    for (int semitones = -5; semitones <= 6; semitones++) {
      int up = semitones;
      int[] moved = Arrays.stream(pitches).map(pitch -> pitch + up).toArray();
      int[] there = VoiceFeatures.of(moved, hidden, 1, C.transpose(up));
      for (int i = 0; i < rows.length; i++) {
        boolean ofKey = i % VoiceFeatures.PER_BEAT == VoiceFeatures.PER_BEAT - 1;
        assertEquals(ofKey ? rows[i] + Math.floorMod(up, 12) : rows[i], there[i]);
      }
    }
  }

  @Test
  void rowsStandInTheTableAndDoNotTellWhatIsHidden() {
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int[] pitches = random.ints(40, 30, 90).toArray();
      boolean[] hidden = new boolean[40];
      hidden[random.nextInt(40)] = true;
      int[] rows = VoiceFeatures.of(pitches, hidden, 2, C);
      assertTrue(
          Arrays.stream(rows).allMatch(row -> row >= 0 && row < VoiceFeatures.TABLE_ROWS),
          "seed " + seed);
      int[] others = pitches.clone();
      for (int i = 0; i < 40; i++) {
        others[i] += hidden[i] ? 1 : 0;
      }
      assertTrue(Arrays.equals(rows, VoiceFeatures.of(others, hidden, 2, C)), "seed " + seed);
      assertFalse(Arrays.equals(rows, VoiceFeatures.of(pitches, hidden, 1, C)), "seed " + seed);
    }
  }
}
