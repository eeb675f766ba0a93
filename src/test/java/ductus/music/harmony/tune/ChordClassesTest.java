package ductus.music.harmony.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Key;
import ductus.music.harmony.ChordSymbol;
import org.junit.jupiter.api.Test;

class ChordClassesTest {
  @Test
  void everyClassIsAChordInEveryKey() {
    for (int tonic = 0; tonic < 12; tonic++) {
      Key key = Key.parse("C").transpose(tonic);
      for (int c = 0; c < ChordClasses.COUNT; c++) {
        assertEquals(c, ChordClasses.of(ChordClasses.chord(c, key), key));
      }
    }
  }

  @Test
  void countsFromTheKeynote() {
    assertEquals(0, ChordClasses.of(ChordSymbol.parse("G/B"), Key.parse("G")));
    assertEquals(7 + 24, ChordClasses.of(ChordSymbol.parse("D9"), Key.parse("G")));
    assertEquals(7, ChordClasses.triad(7 + 24));
    assertEquals(2 + 12, ChordClasses.of(ChordSymbol.parse("Am7"), Key.parse("G")));
    assertEquals(12, ChordClasses.tonic(Key.parse("Am")));
    assertThrows(
        IllegalArgumentException.class, () -> ChordClasses.of(ChordSymbol.NONE, Key.parse("C")));
  }
}
