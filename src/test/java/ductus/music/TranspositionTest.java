package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranspositionTest {
  @Test
  void givesTwelveKeysWithTheTuneItselfFirst() {
    Melody melody = melody(new Key(2, Mode.DORIAN), 62, 74);
    List<Melody> all = Transposition.inAllKeys(melody);
    assertEquals(12, all.size());
    assertEquals(melody, all.get(0));
    Set<Key> keys = new HashSet<>();
    for (int semitones = 0; semitones < 12; semitones++) {
      Melody moved = all.get(semitones);
      keys.add(moved.key());
      int shift = moved.notes().get(0).pitch() - 62;
      assertEquals(semitones, Math.floorMod(shift, 12));
      assertEquals(12, moved.notes().get(1).pitch() - moved.notes().get(0).pitch());
      assertTrue(Math.abs(shift) <= 7, "shift " + shift);
    }
    assertEquals(12, keys.size());
  }

  @Test
  void staysInTheSingableRangeWhereItCan() {
    for (Melody moved : Transposition.inAllKeys(melody(new Key(0, Mode.MAJOR), 79, 84))) {
      assertTrue(moved.notes().get(1).pitch() <= Transposition.HIGHEST_SINGABLE);
    }
  }

  @Test
  void leavesOutKeysThatDoNotFitTheFiveOctaves() {
    Melody wide = melody(new Key(0, Mode.MAJOR), 40, 94);
    List<Melody> all = Transposition.inAllKeys(wide);
    assertEquals(6, all.size());
    assertThrows(IllegalArgumentException.class, () -> Transposition.to(wide, 6));
  }

  @Test
  void movesToTheKeyWithoutAccidentals() {
    assertEquals("C major", common(new Key(3, Mode.MAJOR)));
    assertEquals("A minor", common(new Key(3, Mode.MINOR)));
    assertEquals("D dorian", common(new Key(3, Mode.DORIAN)));
    assertEquals("G mixolydian", common(new Key(3, Mode.MIXOLYDIAN)));
    assertEquals("E phrygian", common(new Key(3, Mode.PHRYGIAN)));
    assertEquals("F lydian", common(new Key(3, Mode.LYDIAN)));
  }

  private static String common(Key key) {
    return Transposition.inCommonKey(melody(key, 63, 70)).key().label();
  }

  private static Melody melody(Key key, int first, int second) {
    return new Melody(
        4,
        16,
        List.of(new TimeSignature(0, 4, 4)),
        key,
        100,
        List.of(new MelodyNote(0, 8, first), new MelodyNote(8, 8, second)));
  }
}
