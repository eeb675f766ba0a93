package ductus.music;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeySpellingTest {
  @Test
  void readsKeysAsPeopleWriteThem() {
    assertEquals(new KeySpelling(new Key(2, Mode.DORIAN), 0), KeySpelling.parse("D dorian"));
    assertEquals(new KeySpelling(new Key(2, Mode.DORIAN), 0), KeySpelling.parse(" Ddor "));
    assertEquals(new KeySpelling(new Key(6, Mode.MINOR), 3), KeySpelling.parse("F#m"));
    assertEquals(new KeySpelling(new Key(6, Mode.MINOR), 3), KeySpelling.parse("F# minor"));
    assertEquals(new KeySpelling(new Key(10, Mode.MAJOR), -2), KeySpelling.parse("Bb"));
    assertEquals(new KeySpelling(new Key(10, Mode.MAJOR), -2), KeySpelling.parse("b\u266d major"));
    assertEquals(new KeySpelling(new Key(9, Mode.MINOR), 0), KeySpelling.parse("A Aeolian"));
    assertEquals(new KeySpelling(new Key(0, Mode.MAJOR), 0), KeySpelling.parse("CIon"));
  }

  @Test
  void tellsEnharmonicSpellingsApart() {
    assertEquals(6, KeySpelling.parse("F#").fifths());
    assertEquals(-6, KeySpelling.parse("Gb").fifths());
    assertEquals(KeySpelling.parse("F#").key(), KeySpelling.parse("Gb").key());
  }

  @Test
  void refusesWhatIsNoKey() {
    assertRefusedNaming("key must be a keynote and a mode", () -> KeySpelling.parse("H"));
    assertRefusedNaming("key must be a keynote and a mode", () -> KeySpelling.parse(""));
    assertRefusedNaming("mode must be major, minor", () -> KeySpelling.parse("C locrian"));
    assertRefusedNaming("7 sharps or flats at most", () -> KeySpelling.parse("G# major"));
  }

  @Test
  void readsBackEveryKeyThatItWrites() {
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        assertEquals(key, Key.parse(key.abc()), key.abc());
        assertEquals(key, Key.parse(key.label()), key.label());
        assertEquals(key.fifths(), KeySpelling.parse(key.abc()).fifths(), key.abc());
      }
    }
  }

  @Test
  void tellsAKeynoteFromAKey() {
    assertTrue(KeySpelling.isKeynote("G"));
    assertTrue(KeySpelling.isKeynote(" F# "));
    assertFalse(KeySpelling.isKeynote("Gm"));
    assertFalse(KeySpelling.isKeynote("G dorian"));
    assertFalse(KeySpelling.isKeynote("H"));
  }
}
