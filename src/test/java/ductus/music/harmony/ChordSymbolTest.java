package ductus.music.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import ductus.music.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChordSymbolTest {
  @Test
  void voicesChordsCloselyOverTheirBass() {
    assertEquals(List.of(36, 48, 52, 55), ChordSymbol.parse("C").voicing());
    assertEquals(List.of(45, 48, 52, 57), ChordSymbol.parse("Am").voicing());
    assertEquals(List.of(47, 50, 55, 59), ChordSymbol.parse("G/B").voicing());
    assertEquals(List.of(38, 48, 50, 54, 57), ChordSymbol.parse("D7").voicing());
    assertEquals(List.of(42, 49, 54, 58), ChordSymbol.parse("F#").voicing());
    assertEquals(List.of(46, 50, 53, 58), ChordSymbol.parse("Bb").voicing());
  }

  @Test
  void knowsTheUsualKinds() {
    for (String kind :
        "m 5 6 m6 7 m7 maj7 mmaj7 dim dim7 m7b5 aug aug7 sus4 sus2 7sus4 add9 9 7b9 m9 maj9"
            .split(" ", -1)) {
      assertTrue(ChordSymbol.parse("E" + kind).voicing().size() >= 3, kind);
    }
    assertEquals(ChordSymbol.parse("Em"), ChordSymbol.parse("(Emin)"));
    assertTrue(ChordSymbol.parse("N.C.").voicing().isEmpty());
  }

  @Test
  void refusesTextsThatAreNoChord() {
    for (String text : List.of("Fine", "H", "D.C.", "c", "", "Gmaj77", "C/X")) {
      assertThrows(IllegalArgumentException.class, () -> ChordSymbol.parse(text), text);
    }
  }

  @Test
  void readsWhatItWritesInEveryKey() {
    for (int fifths = -7; fifths <= 7; fifths++) {
      Key key = new Key(Math.floorMod(fifths * 7, 12), Mode.MAJOR);
      for (int root = 0; root < 12; root++) {
        for (ChordQuality quality : ChordQuality.values()) {
          for (int bass = 0; bass < 12 && quality != ChordQuality.NONE; bass++) {
            ChordSymbol chord = new ChordSymbol(root, quality, bass);
            assertEquals(chord, ChordSymbol.parse(chord.name(key)), chord.name(key));
            assertEquals(chord, chord.transpose(5).transpose(-5));
          }
        }
      }
    }
    assertEquals(ChordSymbol.NONE, ChordSymbol.parse(ChordSymbol.NONE.toString()));
  }

  @Test
  void spellsChordsAsTheKeyAsks() {
    ChordSymbol gSharpMinor = ChordSymbol.of(8, ChordQuality.MINOR);
    assertEquals("G#m", gSharpMinor.name(Key.parse("E")));
    assertEquals("Abm", gSharpMinor.name(Key.parse("Eb")));
    assertEquals("G#dim", ChordSymbol.of(8, ChordQuality.DIMINISHED).name(Key.parse("Am")));
    assertEquals("Bb", ChordSymbol.of(10, ChordQuality.MAJOR).name(Key.parse("C")));
    assertEquals("E/G#", ChordSymbol.parse("E/Ab").name(Key.parse("F")));
    assertEquals("C7/Bb", ChordSymbol.parse("C7/A#").name(Key.parse("G")));
  }

  @Test
  void knowsItsNotes() {
    assertEquals(List.of(9, 0, 4, 7), ChordSymbol.parse("Am7").pitchClasses());
    assertTrue(ChordSymbol.parse("Am7").contains(67));
  }

  @Test
  void refusesPitchClassesThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> new ChordSymbol(12, ChordQuality.MAJOR, 0));
    assertThrows(IllegalArgumentException.class, () -> new ChordSymbol(1, ChordQuality.NONE, 1));
  }
}
