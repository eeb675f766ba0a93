package ductus.music.musicstring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PrimerTextTest {
  private static final int Q = PrimerText.TICKS_PER_QUARTER;

  @Test
  void readsNotesAndTheirLengths() {
    Score score = PrimerText.parse("C5q D5q E5h");
    assertEquals(
        List.of(
            new Note(0, Q, 60, 64, 0, 0),
            new Note(Q, Q, 62, 64, 0, 0),
            new Note(2 * Q, 2 * Q, 64, 64, 0, 0)),
        score.notes());
    assertEquals(4L * Q, score.length());
  }

  @Test
  void readsEveryLengthExactly() {
    assertEquals(
        List.of(4L * Q, 2L * Q, 1L * Q, Q / 2L, Q / 4L, Q / 8L, Q / 16L, Q / 32L),
        durations("Cw Ch Cq Ci Cs Ct Cx Co"));
    assertEquals(
        List.of(Q * 3 / 2L, Q / 3L, Q / 32 * 3 / 2L, Q / 32 * 2 / 3L, 5L * Q),
        durations("Cq. Ci* Co. Co* Cwq"));
    assertEquals(List.of(1L * Q), durations("C"));
  }

  @Test
  void readsAccidentalsOctavesKeysTiesAndVelocities() {
    assertEquals(
        List.of(61, 70, 60, 60, 71, 23, 127, 69), pitches("c#5q Bb5q [60]q C Cb6q Cb2q g10q A5q"));
    assertEquals(List.of(66, 65), pitches("KEY:Gmaj F5q Fn5q"));
    assertEquals(
        List.of(new KeySignature(0, -3, true)), PrimerText.parse("KCmin Cq").keySignatures());
    assertEquals(List.of(4L * Q), durations("C5h- | C5-q- C5-q"));
    assertEquals(90, PrimerText.parse("C5qa90d10").notes().get(0).velocity());
    assertEquals(List.of(3), pitches("KEmaj [3]q"), "a signature leaves numbers alone");
  }

  @Test
  void readsTempoInstrumentAndMetre() {
    Score score = PrimerText.parse("T90 I[Flute] TIME:3/4 V0 C5q T[Allegro] I40 C5q");
    assertEquals(666_667, score.tempos().get(0).microsecondsPerQuarter());
    assertEquals(500_000, score.tempos().get(1).microsecondsPerQuarter());
    assertEquals(73, score.programs().get(0).program());
    assertEquals(Q, score.programs().get(1).tick());
    assertEquals(40, score.programs().get(1).program());
    assertEquals("3/4", score.timeSignatures().get(0).toString());
  }

  @Test
  void namesTheTokenThatIsWrongAndItsColumn() {
    assertWrong("C5q H5q", "column 5: \"H5q\"");
    assertWrong("C5q\n  D5y", "line 2, column 3: \"D5y\"");
    assertWrong("$A=A I[A]", "column 1: \"$A=A\": definitions with $ are not taken");
    assertWrong("C5a90", "velocity must follow a length");
    assertWrong("C0q", "octave must be 1 to 10");
    assertWrong("C11q", "octave must be 1 to 10");
    assertWrong("B10q", "column 1");
    assertWrong("[128]q", "key must be 0 to 127");
    assertWrong("C5q+E5q", "one note at a time");
    assertWrong("C5majq", "no chords");
    assertWrong("C5qa0", "attack velocity");
    assertWrong("C5qd200", "column 1");
    assertWrong("T3 C5q", "tempo must be");
    assertWrong("Tempo120 C5q", "a tempo is T120");
    assertWrong("I[zzz] C5q", "nearest");
    assertWrong("I128 C5q", "column 1");
    assertWrong("KEY:Hmaj C5q", "a key is");
    assertWrong("KG#maj C5q", "column 1");
    assertWrong("TIME:3/5 C5q", "denominator");
    assertWrong("V1 C5q", "one voice");
    assertWrong("C5q- D5-q", "same note");
    assertWrong("C5q- D5q", "must go on");
    assertWrong("C5-q", "not tied");
    assertWrong("C5q- Rq", "tied to this rest");
    assertWrong("C5q-", "end with a tie");
    assertWrong("", "must have a note");
    assertWrong("Rw | T120", "must have a note");
    for (String token :
        List.of(
            "[60",
            "K",
            "C5/",
            "[]q",
            "R/",
            "T",
            "I",
            "I[",
            "@5",
            "X7=1",
            "*",
            "&5",
            "+50",
            "L16",
            "-",
            "\u0000",
            "C5q\u00a0D5q")) {
      assertWrong("C5q " + token, "column 5");
    }
  }

  @Test
  void neverHangsAndNeverThrowsAnythingElse() {
    String alphabet = "CDEFGABR#bn0123456789[]|/.*-+_qwhistxoad$=@TIKVLX: \n\u00e9";
    RandomGenerator random = Seeded.random(4);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
              text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertReadOrRefused(text.toString());
          }
          assertThrows(
              IllegalArgumentException.class, () -> PrimerText.parse("C5" + "q".repeat(100_000)));
        });
  }

  /** With JFugue, where it is there, and without. */
  private static void assertReadOrRefused(String text) {
    for (Optional<JFugue> library : List.of(JFugue.find(), Optional.<JFugue>empty())) {
      try {
        PrimerText.parse(text, library.map(JFugue::tokens).orElseGet(PlainTokens::new));
      } catch (IllegalArgumentException e) {
        assertTrue(e.toString().contains(": primer"), text + ": " + e);
      }
    }
  }

  private static void assertWrong(String text, String part) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> PrimerText.parse(text), text).toString();
    assertTrue(message.contains(": primer") && message.contains(part), text + ": " + message);
  }

  private static List<Long> durations(String text) {
    return PrimerText.parse(text).notes().stream().map(Note::duration).toList();
  }

  private static List<Integer> pitches(String text) {
    return PrimerText.parse(text).notes().stream().map(Note::pitch).toList();
  }
}
