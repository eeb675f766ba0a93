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
  void takesRareKindsForTheNearest() {
    Key key = Key.parse("C");
    String[][] nearest = {
      {"C9", "C7"}, {"C7b9", "C7"}, {"Cmaj9", "Cmaj7"}, {"Cm9", "Cm7"}, {"CmM7", "Cm"},
      {"C7sus4", "Csus4"}, {"Cadd9", "C"}, {"Csus2", "C"}, {"C5", "C"}, {"C6", "C6"},
      {"Cm6", "Cm6"}, {"Cm7b5", "Cm7b5"}, {"Cdim7", "Cdim7"}, {"Caug", "Caug"}
    };
    for (String[] each : nearest) {
      int chordClass = ChordClasses.of(ChordSymbol.parse(each[0]), key);
      assertEquals(each[1], ChordClasses.chord(chordClass, key).toString(), each[0]);
    }
  }

  @Test
  void triadsStandBeneathAllKinds() {
    Key key = Key.parse("C");
    String[][] triads = {
      {"C6", "C"},
      {"Cmaj7", "C"},
      {"C7", "C"},
      {"Cm6", "Cm"},
      {"Cm7", "Cm"},
      {"Cm7b5", "Cdim"},
      {"Cdim7", "Cdim"},
      {"Caug", "Caug"},
      {"Csus4", "Csus4"}
    };
    for (String[] each : triads) {
      int triad = ChordClasses.triad(ChordClasses.of(ChordSymbol.parse(each[0]), key));
      assertEquals(each[1], ChordClasses.chord(triad, key).toString(), each[0]);
    }
  }

  @Test
  void countsFromTheKeynote() {
    assertEquals(0, ChordClasses.of(ChordSymbol.parse("G/B"), Key.parse("G")));
    assertEquals(7 + 24, ChordClasses.of(ChordSymbol.parse("D9"), Key.parse("G")));
    assertEquals(7, ChordClasses.triad(7 + 24));
    int minorSeventh = ChordClasses.of(ChordSymbol.parse("Am7"), Key.parse("G"));
    assertEquals("Am7", ChordClasses.chord(minorSeventh, Key.parse("G")).toString());
    assertEquals(2 + 12, ChordClasses.triad(minorSeventh));
    assertEquals(2, ChordClasses.degree(minorSeventh));
    assertEquals(12, ChordClasses.tonic(Key.parse("Am")));
    assertThrows(
        IllegalArgumentException.class, () -> ChordClasses.of(ChordSymbol.NONE, Key.parse("C")));
  }
}
