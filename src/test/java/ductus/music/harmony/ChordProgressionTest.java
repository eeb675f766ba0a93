package ductus.music.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import org.junit.jupiter.api.Test;

class ChordProgressionTest {
  private static final Key C = Key.parse("C");

  @Test
  void takesEachChordForABarUnlessThereAreBarLines() {
    assertEquals("| C | G | Am | F |", ChordProgression.parse("C G Am F").name(C));
    assertEquals("| C | G/B | Am F |", ChordProgression.parse("C | G/B | Am F").name(C));
    assertEquals("| C | F |", ChordProgression.parse(" |C|  F | ").name(C));
  }

  @Test
  void namesTheColumnOfWhatIsNoChord() {
    assertEquals(
        "column 5: chord symbol must be such as Am7 or G/B but was H7", message("C G H7 F"));
    assertEquals(
        "column 3: chord symbol must be such as Am7 or G/B but was Gmaj77", message("C|Gmaj77"));
    assertTrue(message(" | ").contains("there were none"), message(" | "));
  }

  @Test
  void movesToOtherKeys() {
    assertEquals(
        "| Eb | Bb/D | Cm |",
        ChordProgression.parse("C | G/B | Am").transpose(3).name(Key.parse("Eb")));
  }

  private static String message(String text) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> ChordProgression.parse(text))
            .getMessage());
  }
}
