package ductus.music.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.KeySpelling;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpelledPitchTest {
  @Test
  void everyPitchInEveryKeyKeepsItsSound() {
    for (String key : List.of("C", "Am", "F#", "Gb", "C#", "Cb", "Ebm", "Ddor", "Emix", "A#m")) {
      for (int pitch = 0; pitch < 128; pitch++) {
        assertEquals(pitch, SpelledPitch.of(pitch, KeySpelling.parse(key)).pitch(), key);
      }
    }
  }

  @Test
  void namesFollowTheKey() {
    assertEquals(new SpelledPitch('G', 1, 4), SpelledPitch.of(68, KeySpelling.parse("Am")));
    assertEquals(new SpelledPitch('A', -1, 4), SpelledPitch.of(68, KeySpelling.parse("Eb")));
    assertEquals(new SpelledPitch('F', 1, 4), SpelledPitch.of(66, KeySpelling.parse("C")));
    assertEquals(new SpelledPitch('C', -1, 5), SpelledPitch.of(71, KeySpelling.parse("Gb")));
  }

  @Test
  void scaleNotesNeedNoAccidental() {
    for (String name : List.of("C", "D", "A", "E", "B", "F#", "C#", "F", "Bb", "Eb", "Ab", "Db")) {
      KeySpelling key = KeySpelling.parse(name);
      BarAccidentals accidentals = new BarAccidentals(key);
      for (int pitch = 0; pitch < 128; pitch++) {
        boolean inScale = key.key().contains(pitch);
        if (inScale) {
          assertFalse(accidentals.write(accidentals.spell(pitch)), name + " " + pitch);
        }
      }
    }
  }

  @Test
  void anAccidentalIsWrittenWhereReadersMayDiffer() {
    BarAccidentals bar = new BarAccidentals(KeySpelling.parse("C"));
    assertTrue(bar.write(bar.spell(66)));
    assertFalse(bar.write(bar.spell(66)));
    assertTrue(bar.write(bar.spell(65 + 12)), "a natural an octave higher");
    assertTrue(bar.write(bar.spell(66)), "the sharp again");
  }
}
