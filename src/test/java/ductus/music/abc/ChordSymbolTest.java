package ductus.music.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void refusesOtherTexts() {
    for (String text : List.of("Fine", "H", "D.C.", "c", "", "Gmaj77", "C/X")) {
      assertThrows(IllegalArgumentException.class, () -> ChordSymbol.parse(text), text);
    }
  }
}
