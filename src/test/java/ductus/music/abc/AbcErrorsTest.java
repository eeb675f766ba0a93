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
  void namesFileLineColumnByteAndBar() {
    String abc = "T:\u00c4nnchen\nM:6/8\nL:1/8\nK:C\nC6 | C6 | C6 |\n  C5 | C6 |]\n";
    BadFileException bad = assertThrows(BadFileException.class, () -> read(abc));
    assertEquals(Path.of("test.abc"), bad.path());
    assertEquals("line 6, column 3: bar 4 must last 6/8 but lasts 5/8", bad.reason());
    byte[] bytes = abc.getBytes(StandardCharsets.UTF_8);
    assertEquals("C5", new String(bytes, (int) bad.offset(), 2, StandardCharsets.UTF_8));
  }

  @Test
  void refusesBarsThatAreNotFull() {
    assertMusic("column 9: bar 2 must last 4/4 but lasts 5/4", "C4 |    C5 | C4 |]");
    assertMusic("bar 1 must last 4/4 but lasts 9/8", "C4 C/ | C4 |]");
    assertMusic("bar 2 must last 4/4 but lasts 3/4 and no pickup fills it up", "C4 | C3 |]");
    assertMusic("bar 1 must last 4/4 but lasts 3/4", "C3 |]");
  }

  @Test
  void countsBarsFromTheFirstFullOne() {
    assertMusic("bar 1 must last 4/4 but lasts 3/4", "G | C3 | C4 | C3 |]");
    assertMusic("bar 4 must last 4/4 but lasts 5/4", "|: G | C4 | C3 :: A | C4 | C5 | C3 :|");
  }

  @Test
  void refusesPickupsThatDoNotFit() {
    assertMusic(
        "bar 0 must last 4/4 but lasts 5/4 with the part bar played before it",
        "|: G2 | C4 | C3 :|");
    assertMusic("bar 0 must last 4/4 but lasts 3/4 and the last bar does not", "C3 | C4 | C4 |]");
  }

  @Test
  void refusesAMetreChangeInsideABar() {
    assertMusic("column 4: the metre must change at a bar line", "C2 [M:3/4] C | C3 |]");
    assertMusic("must last 4/4 but lasts 3/4", "G | C4 | C3 || [M:3/4] D | D3 |]");
  }

  @Test
  void refusesRepeatsAndEndingsThatDoNotAddUp() {
    assertMusic("the repeat |: that begins here has no :|", "C4 |: D4 | E4 |]");
    assertMusic("the repeat |: that begins here has no :|", "|: C4 |: D4 :|");
    assertMusic("must have its |: since a double bar stands before", "C4 || D4 :|");
    assertMusic("ending 1 must be closed by :|", "|: C4 |1 D4 |2 E4 |]");
    assertMusic("there is no ending 2", "|: C4 |1 D4 :|3 E4 |]");
    assertMusic("there is no ending 2", "|: C4 |1 D4 :|");
    assertMusic("ending 1 must be there once", "|: C4 |1 D4 :|1 E4 |]");
    assertMusic("an ending must follow what is repeated", "[1 D4 :|2 E4 |]");
    assertMusic("an ending must follow what is repeated", "|: C4 :|1 D4 :|2 E4 |]");
    assertMusic("a repeat must end after a bar", ":| C4 |]");
    assertMusic("ending must be such as 1 or 1,2", "|: C4 |2-1 D4 :|");
    assertMusic("bar line must be", "|:: C4 ::|");
  }

  @Test
  void refusesTiesToOtherPitches() {
    assertMusic("column 4: the note is tied but the next has another pitch", "C2 C- D |]");
    assertMusic("the note is tied", "C4- |]");
    assertMusic("a tie must follow a note", "-C4 |]");
    assertMusic("a tie must follow a note", "z2 -C2 |]");
  }

  @Test
  void refusesRhythmsLeftOpen() {
    assertMusic("a tuplet must be full at the bar line but lacked 1 note", "(3CD | E4 |]");
    assertMusic("a tuplet must be full before the next", "(3C(3CDE |]");
    assertMusic("broken rhythm must stand between two notes", "C3 D> | E4 |]");
    assertMusic("broken rhythm must be >", "> C4 |]");
    assertMusic("tuplet must be such as", "(1C |]");
    assertMusic("Z must stand alone", "C Z |]");
    assertMusic("note length must be such as", "C0 |]");
    assertMusic("note length must be such as", "C/0 |]");
    assertMusic("number must have 4 digits at most", "C12345 |]");
  }

  @Test
  void refusesSignsThatItDoesNotKnow() {
    assertMusic("unexpected \"?\"", "C4 ? |]");
    assertMusic("unexpected \"7\"", "C4 7 |]");
    assertMusic("an accidental must stand before a note", "^z4 |]");
    assertMusic("accidental must be", "^=C4 |]");
    assertMusic("a decoration must be closed by !", "!trill C4 |]");
    assertMusic("grace notes must be closed by }", "{ag C4 |]");
    assertMusic("a text must be closed by \"", "\"Am C4 |]");
    assertMusic("a chord must hold notes", "[C ? E]4 |]");
    assertMusic("a chord must hold notes", "[]4 |]");
    assertMusic("pitch must be 0 to 127", "C,,,,,,,4 |]");
  }

  @Test
  void refusesChordSymbolsThatItDoesNotKnow() {
    assertMusic("column 4: chord symbol must be such as Am7 or G/B", "C2 \"Fine\"C2 |]");
    assertMusic("a chord symbol must stand before a note but another", "\"C\"\"G\"C4 |]");
    assertMusic("a chord symbol must stand before a note but was at the end", "C4 \"C\" |]");
  }

  @Test
  void refusesVoicesWithinALineAndMoreThanOneTune() {
    assertMusic("voices must stand on lines of their own, after V:", "C4 & E4 |]");
    assertMusic("column 5: a voice must begin a line but", "C4 |[V:2] C4 |]");
    assertMusic("it has 2 tunes: name one of them, such as test.abc#2", "C4 |]\nX:2\n");
    assertMusic("an empty line ended the tune, but more follows", "C4 |\n\nD4 |]");
  }

  @Test
  void refusesHeadersThatItDoesNotKnow() {
    assertBad("the Highland pipe keys", "M:4/4\nK:Hp\nA8|]");
    assertBad("key must be a keynote and a mode", "M:4/4\nK:none\nA8|]");
    assertBad("mode must be major", "M:4/4\nK:Bloc\nA8|]");
    assertBad("key must be a keynote and a mode, without \"^g\"", "M:4/4\nK:Am ^g\nA8|]");
    assertBad("metre must be such as 6/8", "M:none\nK:C\nA8|]");
    assertBad("denominator must be a power of two", "M:4/5\nK:C\nA8|]");
    assertBad("unit note length must be such as 1/8", "M:4/4\nL:x\nK:C\nA8|]");
    assertBad("tempo must be such as 1/4=120", "M:4/4\nQ:120\nK:C\nA8|]");
    assertBad("tempo must be 4 to 2000", "M:4/4\nQ:1/4=0\nK:C\nA8|]");
    assertBad("line 1, column 1: a field such as T: must stand here", "hello\nK:C\nA8|]");
    assertBad("there is no M: field", "T:a\nK:C\nA8|]");
    assertBad("there is no K: field", "T:a\nM:4/4\n");
    assertBad("an order of parts is not supported", "P:AABB\nM:4/4\nK:C\nA8|]");
    assertBad("macros are not supported", "m:~G = G\nM:4/4\nK:C\nA8|]");
    assertBad("the tune has no notes", "M:4/4\nK:C\n|]\n");
    assertBad("there is no K: field", "");
  }

  @Test
  void refusesTunesWithoutMeasure() {
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
