package ductus.music.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AbcErrorsTest {
  private static final String HEADER = "M:4/4\nL:1/4\nK:C\n";

  @Test
  void namesFileLineColumnAndByte() {
    String abc = "T:\u00c4nnchen\nM:6/8\nL:1/8\nK:C\nC6 | C6 | C6 |\n  C0 | C6 |]\n";
    BadFileException bad = assertThrows(BadFileException.class, () -> read(abc));
    assertEquals(Path.of("test.abc"), bad.path());
    assertEquals("line 6, column 4: note length must be such as 2, 3/2 or /", bad.reason());
    byte[] bytes = abc.getBytes(StandardCharsets.UTF_8);
    assertEquals("0 |", new String(bytes, (int) bad.offset(), 3, StandardCharsets.UTF_8));
  }

  @Test
  void refusesNotesThatAreNone() {
    assertMusic("note length must be such as", "C0 |]");
    assertMusic("note length must be such as", "C/0 |]");
    assertMusic("number must have 4 digits at most", "C12345 |]");
    assertMusic("accidental must be", "^=C4 |]");
    assertMusic("pitch must be 0 to 127", "C,,,,,,,4 |]");
    assertMusic("Z must be for 1 to 64 bars", "Z65 |]");
  }

  @Test
  void refusesWhatIsNotClosedOnItsLine() {
    assertMusic("grace notes must be closed by }", "{ag C4 |]");
    assertMusic("a text must be closed by \"", "\"Am C4 |]");
    assertMusic("a chord must be closed by ]", "[C\"]\"E C4 |");
    assertMusic("an inline field must be closed by ]", "[K:G C4 |");
  }

  @Test
  void refusesWhatIsNoTune() {
    assertBad("there is no K: field", "hello\nM:4/4\n");
    assertBad("there is no K: field", "T:a\nM:4/4\n");
    assertBad("there is no K: field", "");
    assertBad("the tune has no notes", "M:4/4\nK:C\n|]\n");
    assertMusic("it has 2 tunes: name one of them, such as test.abc#2", "C4 |]\nX:2\n");
    assertMusic("most of its signs mean nothing", "\u0001\u0002@@@#?*;; 77 C ;;;");
  }

  @Test
  void refusesTunesWithoutMeasure() {
    assertBad(
        "a tune must play 65536 bars at most",
        "P:(A99)9\nM:4/4\nL:1/4\nK:C\nP:A\n" + "C4 |".repeat(99) + "\n");
    assertMusic("a tune must have 4096 bars at most", "Z64 |".repeat(65));
    assertMusic(
        "its note lengths have no common measure",
        "C1/997 C1/991 C1/983 C1/977 C1/971 C1/967 C1/953 |");
  }

  @Test
  void survivesAnyText() {
    String signs = "CCDD||||::[[]]12CDEFGABcdefgabz|:[]()<>-/0123456789^_=,'\"{}! \n~%&KMLXV";
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      try {
        read(text.toString());
      } catch (BadFileException expected) {
        assertTrue(!expected.reason().isEmpty(), "seed " + seed);
      }
    }
  }

  private static void assertMusic(String part, String music) {
    assertBad(part, HEADER + music);
  }

  private static void assertBad(String part, String abc) {
    BadFileException bad = assertThrows(BadFileException.class, () -> read(abc), abc);
    assertTrue(bad.reason().contains(part), bad.reason() + " in " + abc);
  }

  private static void read(String abc) throws BadFileException {
    AbcReader.read(Path.of("test.abc"), abc.getBytes(StandardCharsets.UTF_8));
  }
}
