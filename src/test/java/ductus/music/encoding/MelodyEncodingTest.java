package ductus.music.encoding;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.ReturningTunes;
import ductus.music.plan.ScaleSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MelodyEncodingTest {
  private static final Key C_MAJOR = new Key(0, Mode.MAJOR);
  private static final int NEW_BAR = MelodyVocabulary.PLAN.token(PlannedBar.NEW);

  private final MelodyEncoding encoding = new MelodyEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 2000; seed++) {
      Melody melody =
          seed % 10 == 0
              ? ReturningTunes.draw(1 + seed % 70, random(seed))
              : RandomMelodies.draw(random(seed));
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
  void writesTheHeaderThenThePlanThenOneTokenAStep() {
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
            "new bar, new bar, new bar",
            "rest, on D4, hold, rest, rest, rest",
            "rest, rest, rest, rest, on A4, hold",
            "3/4, hold, hold, rest, rest, rest, rest, rest, rest, rest, rest, rest, rest",
            "end"),
        List.of(
            String.join(", ", words.subList(0, 5)),
            String.join(", ", words.subList(5, 8)),
            String.join(", ", words.subList(8, 14)),
            String.join(", ", words.subList(14, 20)),
            String.join(", ", words.subList(20, 33)),
            String.join(", ", words.subList(33, words.size()))));
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
        int body = MelodyEncoding.body(header, header.length);
        System.arraycopy(header, 0, tokens, 0, Math.min(body, tokens.length));
      }
      Melody melody = encoding.decode(tokens, tokens.length);
      assertEquals(melody, encoding.decode(encoding.encode(melody)), "seed " + seed);
    }
  }

  @Test
  void decodesAnUnfinishedTuneToWholeBars() {
    Melody whole =
        new Melody(
            4, 32, List.of(metre(0, 2, 4)), C_MAJOR, 100, List.of(new MelodyNote(1, 30, 60)));
    int[] tokens = encoding.tokens(whole);
    Melody melody = encoding.decode(tokens, MelodyEncoding.body(tokens, tokens.length) + 3);
    assertEquals(8, melody.steps());
    assertEquals(List.of(new MelodyNote(1, 2, 60)), melody.notes());
  }

  @Test
  void decodesAnUnfinishedPlanToABarOfSilence() {
    int[] tokens = encoding.tokens(ReturningTunes.draw(5, random(5)));
    for (int length = 5; length <= MelodyEncoding.body(tokens, tokens.length); length++) {
      Melody melody = encoding.decode(tokens, length);
      assertEquals(List.of(), melody.notes());
      assertEquals(1, melody.bars().size());
    }
  }

  @Test
  void cursorGivesTheFeaturesThatEncodingGave() {
    for (int seed = 0; seed < 200; seed++) {
      CursorCheck.assertGoesThrough(encoding, RandomMelodies.draw(random(seed)), "seed " + seed);
      Melody returning = ReturningTunes.draw(1 + seed % 70, random(seed));
      CursorCheck.assertGoesThrough(encoding, returning, "returning, seed " + seed);
    }
  }

  /**
   * A plan that is drawn may say what the bars then are not; that of the tune says what they are.
   */
  @Test
  void whateverTheGrammarAllowsDecodesAndEncodesToTheSameHeaderAndSteps() {
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
      Melody melody = encoding.decode(tokens, tokens.length);
      int[] again = encoding.encode(melody).tokens();
      assertEquals(withoutPlan(tokens), withoutPlan(again), "seed " + seed);
      assertEquals(melody, encoding.decode(again, again.length), "seed " + seed);
    }
  }

  private static List<Integer> withoutPlan(int[] tokens) {
    return Arrays.stream(tokens)
        .filter(token -> !MelodyVocabulary.PLAN.contains(token))
        .boxed()
        .toList();
  }

  @Test
  void allowsOnlyWhatTheHeaderWantsNext() {
    Encoding.Cursor cursor = encoding.cursor();
    assertAllowed(cursor, Set.of(MelodyVocabulary.START));
    cursor.accept(MelodyVocabulary.START);
    assertEquals(6, allowed(cursor).size());
    cursor.accept(MelodyVocabulary.gridToken(3));
    assertTrue(cursor.allows(MelodyVocabulary.metreToken(metre(0, 3, 4))));
    assertFalse(cursor.allows(MelodyVocabulary.metreToken(metre(0, 3, 8))), "4.5 steps a bar");
    cursor.accept(MelodyVocabulary.metreToken(metre(0, 3, 4)));
    assertEquals(72, allowed(cursor).size());
    cursor.accept(MelodyVocabulary.keyToken(C_MAJOR));
    assertEquals(65, allowed(cursor).size());
    cursor.accept(MelodyVocabulary.lengthToken(2));
    assertAllowed(cursor, Set.of(NEW_BAR));
  }

  @Test
  void allowsTheNotesWhenAllBarsArePlanned() {
    Encoding.Cursor cursor = afterHeader(2);
    assertAllowed(cursor, Set.of(NEW_BAR));
    cursor.accept(MelodyVocabulary.REST);
    cursor.accept(NEW_BAR);
    assertFalse(cursor.allows(MelodyVocabulary.REST), "the second bar comes next");
    cursor.accept(planned(BarRelation.SAME, 1));
    Set<Integer> steps = allowed(cursor);
    assertEquals(61, steps.size());
    assertTrue(steps.contains(MelodyVocabulary.REST));
    assertFalse(steps.stream().anyMatch(MelodyVocabulary.PLAN::contains));
  }

  @Test
  void aBarThatIsTheSameByThePlanHasNoOtherTokens() {
    Encoding.Cursor cursor = afterHeader(2);
    cursor.accept(NEW_BAR);
    cursor.accept(planned(BarRelation.SAME, 1));
    int[] bar = {1, 60, 0, 62, 0, 0, 64, 0, 1, 1, 60, 62, 64, 65, 0, 0};
    for (int step : bar) {
      cursor.accept(token(step));
    }
    for (int step : bar) {
      assertEquals(Set.of(token(step)), allowedSteps(cursor));
      cursor.accept(token(step));
    }
    assertAllowed(cursor, Set.of(MelodyVocabulary.END));
  }

  @Test
  void aBarThatIsMovedByThePlanBeginsOnAnyPitchAndFollowsFromIt() {
    Encoding.Cursor cursor = afterHeader(2);
    cursor.accept(NEW_BAR);
    cursor.accept(planned(BarRelation.MOVED, 1));
    int[] bar = {1, 60, 0, 62, 0, 0, 64, 0, 1, 1, 60, 62, 64, 65, 0, 0};
    int[] moved = {1, 64, 0, 65, 0, 0, 67, 0, 1, 1, 64, 65, 67, 69, 0, 0};
    for (int step : bar) {
      cursor.accept(token(step));
    }
    for (int i = 0; i < moved.length; i++) {
      if (i == 1) {
        assertEquals(60, allowedSteps(cursor).size());
        assertTrue(allowedSteps(cursor).stream().allMatch(MelodyVocabulary::isOnset));
      } else {
        assertEquals(Set.of(token(moved[i])), allowedSteps(cursor));
      }
      cursor.accept(token(moved[i]));
    }
  }

  @Test
  void aBarThatIsVariedByThePlanIsFree() {
    Encoding.Cursor cursor = afterHeader(2);
    cursor.accept(NEW_BAR);
    cursor.accept(planned(BarRelation.VARIED, 1));
    for (int step = 0; step < 16; step++) {
      cursor.accept(MelodyVocabulary.onsetToken(60));
    }
    assertEquals(62, allowedSteps(cursor).size());
  }

  /** What may come, and keeps to the plan, but another metre. */
  private Set<Integer> allowedSteps(Encoding.Cursor cursor) {
    return allowed(cursor).stream()
        .filter(token -> !MelodyVocabulary.isMetre(token))
        .filter(
            token ->
                !MelodyVocabulary.takesTime(token) || ((MelodyCursor) cursor).keepsToPlan(token))
        .collect(Collectors.toSet());
  }

  /** Hold as 0, rest as 1, the onset of a pitch. */
  private static int token(int step) {
    return step == 0
        ? MelodyVocabulary.HOLD
        : step == 1 ? MelodyVocabulary.REST : MelodyVocabulary.onsetToken(step);
  }

  private static int planned(BarRelation relation, int distance) {
    return MelodyVocabulary.PLAN.token(new PlannedBar(relation, distance));
  }

  @Test
  void whateverIsDrawnBarsAreTheSameOrMovedAsPlanned() {
    Map<BarRelation, Integer> seen = new EnumMap<>(BarRelation.class);
    for (int seed = 0; seed < 100; seed++) {
      RandomGenerator random = random(seed);
      Encoding.Cursor cursor = afterHeader(1 + random.nextInt(16));
      List<PlannedBar> plan = new ArrayList<>();
      List<Integer> steps = new ArrayList<>();
      while (!cursor.ended()) {
        List<Integer> choices = List.copyOf(new TreeSet<>(allowedSteps(cursor)));
        int token = choices.get(random.nextInt(choices.size()));
        if (choices.contains(MelodyVocabulary.HOLD) && random.nextInt(3) > 0) {
          token = MelodyVocabulary.HOLD;
        }
        cursor.accept(token);
        if (MelodyVocabulary.PLAN.contains(token)) {
          plan.add(MelodyVocabulary.PLAN.bar(token));
        } else if (MelodyVocabulary.takesTime(token)) {
          steps.add(token);
        }
      }
      for (int bar = 0; bar < plan.size(); bar++) {
        BarRelation relation = plan.get(bar).relation();
        List<Integer> now = steps.subList(16 * bar, 16 * bar + 16);
        int earlier = 16 * (bar - plan.get(bar).distance());
        List<Integer> then = steps.subList(earlier, earlier + 16);
        boolean cannotHold =
            then.get(0) == MelodyVocabulary.HOLD
                && steps.get(16 * bar - 1) == MelodyVocabulary.REST;
        if (relation == BarRelation.NEW || relation == BarRelation.VARIED || cannotHold) {
          continue;
        }
        seen.merge(relation, 1, Integer::sum);
        List<Integer> expected = relation == BarRelation.SAME ? then : moved(then, now);
        assertEquals(expected, now, "seed " + seed + ", bar " + bar + ", " + relation);
      }
    }
    assertTrue(seen.getOrDefault(BarRelation.SAME, 0) > 50, seen.toString());
    assertTrue(seen.getOrDefault(BarRelation.MOVED, 0) > 50, seen.toString());
  }

  /** The steps of a bar, moved so that it begins on the first pitch of another. */
  private static List<Integer> moved(List<Integer> bar, List<Integer> other) {
    ScaleSteps scale = new ScaleSteps(C_MAJOR);
    int from = firstPitch(bar);
    int to = firstPitch(other);
    return bar.stream()
        .map(
            token -> {
              if (!MelodyVocabulary.isOnset(token)) {
                return token;
              }
              int pitch = scale.moved(MelodyVocabulary.pitch(token), from, to);
              return MelodyVocabulary.onsetToken(Math.max(36, Math.min(95, pitch)));
            })
        .toList();
  }

  private static int firstPitch(List<Integer> bar) {
    return bar.stream()
        .filter(MelodyVocabulary::isOnset)
        .findFirst()
        .map(MelodyVocabulary::pitch)
        .orElse(-1);
  }

  @Test
  void allowsHoldAfterANoteOnly() {
    Encoding.Cursor cursor = afterPlan(2);
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
    Encoding.Cursor cursor = afterPlan(3);
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
    Encoding.Cursor cursor = afterPlan(2);
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
    Encoding.Cursor cursor = afterPlan(65);
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
  void findsWhereBarsBegin() {
    for (int seed = 0; seed < 100; seed++) {
      Melody melody = ReturningTunes.draw(1 + seed % 70, random(seed));
      int[] tokens = encoding.tokens(melody);
      List<Integer> lines = MelodyEncoding.barLines(tokens);
      List<Bar> bars = melody.bars();
      assertEquals(bars.size() + 1, lines.size(), "seed " + seed);
      assertEquals(MelodyEncoding.body(tokens, tokens.length), lines.get(0), "seed " + seed);
      for (int bar = 0; bar < bars.size(); bar++) {
        long steps =
            Arrays.stream(tokens, lines.get(bar), lines.get(bar + 1))
                .filter(MelodyVocabulary::takesTime)
                .count();
        assertEquals(bars.get(bar).length(), steps, "seed " + seed + ", bar " + bar);
      }
    }
  }

  @Test
  void plansBarsThatAreToBeFilledAsNewOnes() {
    for (int seed = 0; seed < 100; seed++) {
      RandomGenerator random = random(seed);
      int count = 1 + random.nextInt(12);
      Melody melody = ReturningTunes.draw(count, random);
      int from = random.nextInt(count);
      int to = from + 1 + random.nextInt(count - from);
      int[] tokens = encoding.tokens(melody);
      int[] open = MelodyEncoding.forFilling(tokens, from, to);
      assertEquals(withoutPlan(tokens), withoutPlan(open), "seed " + seed);
      assertEquals(count + 1, MelodyEncoding.barLines(open).size(), "seed " + seed);
      for (int bar = 0; bar < count; bar++) {
        PlannedBar planned = MelodyVocabulary.PLAN.bar(open[5 + bar]);
        int earlier = bar - planned.distance();
        boolean isOpen = bar >= from && bar < to;
        assertTrue(!isOpen || planned.equals(PlannedBar.NEW), "seed " + seed + ", bar " + bar);
        assertTrue(earlier == bar || earlier < from || earlier >= to, "seed " + seed);
      }
    }
  }

  @Test
  void leavesATuneWithoutAPlanAsItIsWhereBarsAreToBeFilled() {
    int[] tokens = encoding.tokens(ReturningTunes.draw(65, random(1)));
    assertEquals(5, MelodyEncoding.body(tokens, tokens.length));
    assertArrayEquals(tokens, MelodyEncoding.forFilling(tokens, 3, 5));
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

  /** Behind a plan of new bars, if tunes of that length have one. */
  private Encoding.Cursor afterPlan(int bars) {
    Encoding.Cursor cursor = afterHeader(bars);
    while (cursor.allows(NEW_BAR)) {
      cursor.accept(NEW_BAR);
    }
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
