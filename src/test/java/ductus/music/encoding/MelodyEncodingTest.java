package ductus.music.encoding;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MelodyEncodingTest {
  private static final Key C_MAJOR = new Key(0, Mode.MAJOR);

  private final MelodyEncoding encoding = new MelodyEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 2000; seed++) {
      Melody melody = RandomMelodies.draw(random(seed));
      assertEquals(melody, encoding.decode(encoding.encode(melody)), "seed " + seed);
    }
  }

  @Test
  void leavesTheTempoOut() {
    Melody fast =
        new Melody(4, 16, List.of(metre(0, 4, 4)), C_MAJOR, 200, List.of(new MelodyNote(0, 4, 60)));
    Melody back = encoding.decode(encoding.encode(fast));
    assertEquals(metre(0, 4, 4).typicalQuartersPerMinute(), back.quartersPerMinute());
    assertEquals(fast.notes(), back.notes());
  }

  @Test
  void writesTheHeaderThenOneTokenAStep() {
    Melody melody =
        new Melody(
            4,
            24,
            List.of(metre(0, 3, 8), metre(12, 3, 4)),
            new Key(2, Mode.DORIAN),
            90,
            List.of(new MelodyNote(1, 2, 62), new MelodyNote(10, 4, 69)));
    Sequence sequence = encoding.encode(melody);
    List<String> words = new ArrayList<>();
    for (int t = 0; t < sequence.length(); t++) {
      words.add(encoding.describe(sequence.token(t)));
    }
    assertEquals(
        List.of(
            "start, 4 steps a quarter, 3/8, D dorian, 3 bars",
            "rest, on D4, hold, rest, rest, rest",
            "rest, rest, rest, rest, on A4, hold",
            "3/4, hold, hold, rest, rest, rest, rest, rest, rest, rest, rest, rest, rest",
            "end"),
        List.of(
            String.join(", ", words.subList(0, 5)),
            String.join(", ", words.subList(5, 11)),
            String.join(", ", words.subList(11, 17)),
            String.join(", ", words.subList(17, 30)),
            String.join(", ", words.subList(30, words.size()))));
  }

  @Test
  void describesEveryTokenDifferently() {
    Set<String> words = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      assertTrue(words.add(encoding.describe(token)), "token " + token);
    }
    assertThrows(
        IllegalArgumentException.class, () -> encoding.describe(encoding.vocabularySize()));
  }

  @Test
  void decodesAnyJunkToSomeMelody() {
    for (int seed = 0; seed < 2000; seed++) {
      RandomGenerator random = random(seed);
      int[] tokens = new int[random.nextInt(200)];
      for (int t = 0; t < tokens.length; t++) {
        tokens[t] = random.nextInt(encoding.vocabularySize());
      }
      if (seed % 2 == 0) {
        int[] header = encoding.encode(RandomMelodies.draw(random)).tokens();
        System.arraycopy(header, 0, tokens, 0, Math.min(5, tokens.length));
      }
      Melody melody = encoding.decode(tokens, tokens.length);
      assertEquals(melody, encoding.decode(encoding.encode(melody)), "seed " + seed);
    }
  }

  @Test
  void decodesAnUnfinishedTuneToWholeBars() {
    int[] tokens = {
      MelodyVocabulary.START,
      MelodyVocabulary.gridToken(4),
      MelodyVocabulary.metreToken(metre(0, 2, 4)),
      MelodyVocabulary.keyToken(C_MAJOR),
      MelodyVocabulary.lengthToken(16),
      MelodyVocabulary.onsetToken(60),
      MelodyVocabulary.HOLD
    };
    Melody melody = encoding.decode(tokens, tokens.length);
    assertEquals(8, melody.steps());
    assertEquals(List.of(new MelodyNote(0, 2, 60)), melody.notes());
  }

  @Test
  void cursorGivesTheFeaturesThatEncodingGave() {
    for (int seed = 0; seed < 200; seed++) {
      CursorCheck.assertGoesThrough(encoding, RandomMelodies.draw(random(seed)), "seed " + seed);
    }
  }

  @Test
  void whateverTheGrammarAllowsDecodesAndEncodesToTheSameTokens() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = random(seed);
      Encoding.Cursor cursor = encoding.cursor();
      List<Integer> drawn = new ArrayList<>();
      while (!cursor.ended()) {
        int token = random.nextInt(encoding.vocabularySize());
        if (drawn.size() == 4) {
          token = MelodyVocabulary.lengthToken(1 + random.nextInt(5));
        } else if (random.nextInt(2) == 0) {
          token = random.nextInt(4);
        }
        if (cursor.allows(token)) {
          cursor.accept(token);
          drawn.add(token);
        }
      }
      int[] tokens = drawn.stream().mapToInt(Integer::intValue).toArray();
      int[] again = encoding.encode(encoding.decode(tokens, tokens.length)).tokens();
      assertEquals(drawn, Arrays.stream(again).boxed().toList(), "seed " + seed);
    }
  }

  @Test
  void allowsOnlyWhatTheHeaderWantsNext() {
    Encoding.Cursor cursor = encoding.cursor();
    assertAllowed(cursor, Set.of(MelodyVocabulary.START));
    cursor.accept(MelodyVocabulary.START);
    assertEquals(5, allowed(cursor).size());
    cursor.accept(MelodyVocabulary.gridToken(3));
    assertTrue(cursor.allows(MelodyVocabulary.metreToken(metre(0, 3, 4))));
    assertFalse(cursor.allows(MelodyVocabulary.metreToken(metre(0, 3, 8))), "4.5 steps a bar");
    cursor.accept(MelodyVocabulary.metreToken(metre(0, 3, 4)));
    assertEquals(72, allowed(cursor).size());
    cursor.accept(MelodyVocabulary.keyToken(C_MAJOR));
    assertEquals(65, allowed(cursor).size());
  }

  @Test
  void allowsHoldAfterANoteOnly() {
    Encoding.Cursor cursor = afterHeader(2);
    assertFalse(cursor.allows(MelodyVocabulary.HOLD));
    cursor.accept(MelodyVocabulary.REST);
    assertFalse(cursor.allows(MelodyVocabulary.HOLD));
    cursor.accept(MelodyVocabulary.onsetToken(60));
    assertTrue(cursor.allows(MelodyVocabulary.HOLD));
    for (int step = 2; step < 16; step++) {
      cursor.accept(MelodyVocabulary.HOLD);
    }
    assertTrue(cursor.allows(MelodyVocabulary.HOLD), "across the bar line");
    cursor.accept(MelodyVocabulary.metreToken(metre(0, 3, 4)));
    assertTrue(cursor.allows(MelodyVocabulary.HOLD), "across a change of metre");
  }

  @Test
  void allowsAMetreAtBarLinesOnceAndOnlyAnotherOne() {
    Encoding.Cursor cursor = afterHeader(3);
    int threeFour = MelodyVocabulary.metreToken(metre(0, 3, 4));
    int fourFour = MelodyVocabulary.metreToken(metre(0, 4, 4));
    assertFalse(cursor.allows(threeFour), "the header has just set one");
    cursor.accept(MelodyVocabulary.REST);
    assertFalse(cursor.allows(threeFour), "inside a bar");
    rest(cursor, 15);
    assertTrue(cursor.allows(threeFour));
    assertFalse(cursor.allows(fourFour));
    cursor.accept(threeFour);
    assertFalse(cursor.allows(fourFour), "twice at one place");
  }

  @Test
  void endsWhereTheHeaderSaysAndNowhereElse() {
    Encoding.Cursor cursor = afterHeader(2);
    assertFalse(cursor.allows(MelodyVocabulary.END));
    rest(cursor, 16);
    assertFalse(cursor.allows(MelodyVocabulary.END));
    rest(cursor, 15);
    assertFalse(cursor.allows(MelodyVocabulary.END));
    rest(cursor, 1);
    assertAllowed(cursor, Set.of(MelodyVocabulary.END));
    cursor.accept(MelodyVocabulary.END);
    assertTrue(cursor.ended());
    assertAllowed(cursor, Set.of());
  }

  @Test
  void endsTunesOfMoreBarsAtAnyBarLineFromTheSixtyFifthOn() {
    Encoding.Cursor cursor = afterHeader(65);
    rest(cursor, 64 * 16);
    assertFalse(cursor.allows(MelodyVocabulary.END));
    rest(cursor, 16);
    assertTrue(cursor.allows(MelodyVocabulary.END));
    assertTrue(cursor.allows(MelodyVocabulary.REST));
    rest(cursor, 8);
    assertFalse(cursor.allows(MelodyVocabulary.END));
    rest(cursor, 8);
    assertTrue(cursor.allows(MelodyVocabulary.END));
  }

  @Test
  void namesWhatDoesNotFit() {
    assertRefusedNaming("pitch must be 36 to 95", () -> encoding.encode(melody(4, 16, 4, 4, 96)));
    assertRefusedNaming("metre must be one of", () -> encoding.encode(melody(4, 52, 13, 4, 60)));
    assertRefusedNaming("grid must be one of", () -> encoding.encode(melody(5, 20, 4, 4, 60)));
    assertRefusedNaming("bar 2 of 4/4 has 1 steps", () -> encoding.encode(melody(4, 17, 4, 4, 60)));
    assertRefusedNaming(
        "bar 1 of 3/8 has 4 steps of 3 a quarter", () -> encoding.encode(melody(3, 9, 3, 8, 60)));
    assertRefusedNaming(
        "bar 1 of 4/4 has 12 steps",
        () ->
            encoding.encode(
                new Melody(
                    4, 24, List.of(metre(0, 4, 4), metre(12, 3, 4)), C_MAJOR, 90, List.of())));
    assertRefusedNaming(
        "every metre must hold",
        () ->
            encoding.encode(
                new Melody(
                    4, 16, List.of(metre(0, 4, 4), metre(16, 3, 4)), C_MAJOR, 90, List.of())));
  }

  private static Melody melody(int grid, int steps, int numerator, int denominator, int pitch) {
    return new Melody(
        grid,
        steps,
        List.of(metre(0, numerator, denominator)),
        C_MAJOR,
        90,
        List.of(new MelodyNote(0, 1, pitch)));
  }

  private Encoding.Cursor afterHeader(int bars) {
    Encoding.Cursor cursor = encoding.cursor();
    cursor.accept(MelodyVocabulary.START);
    cursor.accept(MelodyVocabulary.gridToken(4));
    cursor.accept(MelodyVocabulary.metreToken(metre(0, 4, 4)));
    cursor.accept(MelodyVocabulary.keyToken(C_MAJOR));
    cursor.accept(MelodyVocabulary.lengthToken(bars));
    return cursor;
  }

  private static void rest(Encoding.Cursor cursor, int steps) {
    for (int step = 0; step < steps; step++) {
      cursor.accept(MelodyVocabulary.REST);
    }
  }

  private void assertAllowed(Encoding.Cursor cursor, Set<Integer> wanted) {
    assertEquals(wanted, allowed(cursor));
  }

  private Set<Integer> allowed(Encoding.Cursor cursor) {
    Set<Integer> allowed = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      if (cursor.allows(token)) {
        allowed.add(token);
      }
    }
    return allowed;
  }

  private static TimeSignature metre(int step, int numerator, int denominator) {
    return new TimeSignature(step, numerator, denominator);
  }

  private static RandomGenerator random(int seed) {
    return new SplittableRandom(seed);
  }
}
