package ductus.music.harmony.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class VoiceLeadingTest {
  @Test
  void countsEachFault() {
    assertEquals(new VoiceLeading(1, 0, 0, 0, 0, 2), of(72, 64, 60, 53, 74, 65, 60, 55));
    assertEquals(new VoiceLeading(0, 1, 0, 0, 0, 2), of(72, 64, 57, 48, 74, 64, 57, 50));
    assertEquals(new VoiceLeading(0, 0, 1, 0, 0, 1), of(65, 67, 60, 48));
    assertEquals(new VoiceLeading(0, 0, 0, 1, 0, 1), of(77, 64, 60, 48));
    assertEquals(new VoiceLeading(0, 0, 0, 0, 1, 1), of(72, 67, 60, 35));
  }

  @Test
  void forgivesContraryMotionAndRepeatedChords() {
    assertEquals(0, of(72, 64, 57, 48, 72, 64, 57, 48).total());
    assertEquals(0, of(72, 64, 60, 48, 71, 62, 55, 55).octaves());
    assertEquals(0, of(67, 64, 60, 48, -1, -1, -1, -1).total());
  }

  @Test
  void theFaultsAroundBeatsAreThoseThatAChangeMayChange() {
    for (long seed = 0; seed < 200; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int[] pitches = random.ints(6 * Chorale.VOICES, 45, 75).toArray();
      int beat = random.nextInt(6);
      int[] changed = pitches.clone();
      changed[beat * Chorale.VOICES + random.nextInt(Chorale.VOICES)] = random.nextInt(45, 75);
      int difference =
          VoiceLeading.of(new Chorale(changed)).total()
              - VoiceLeading.of(new Chorale(pitches)).total();
      assertEquals(
          difference,
          VoiceLeading.around(changed, beat) - VoiceLeading.around(pitches, beat),
          "seed " + seed);
    }
  }

  @Test
  void countsByBarsOfFourBeats() {
    VoiceLeading two = of(72, 64, 60, 35, 72, 64, 60, 35);
    assertEquals(4, two.perBar());
    assertEquals(4, two.plus(two).perBar());
    assertEquals(0, VoiceLeading.NONE.perBar());
  }

  private static VoiceLeading of(int... pitches) {
    return VoiceLeading.of(new Chorale(pitches));
  }
}
