package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraints;
import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.ReturningTunes;
import ductus.music.plan.TunePlan;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GivenNotesConstraintTest {
  private final MelodyEncoding encoding = new MelodyEncoding();

  /** The tokens of a tune up to the end of its last note. */
  private List<Integer> opening(Melody begun) {
    int[] tokens = encoding.tokens(begun);
    int end = tokens.length - 1;
    while (tokens[end - 1] == MelodyVocabulary.REST || MelodyVocabulary.isMetre(tokens[end - 1])) {
      end--;
    }
    return Arrays.stream(tokens, 0, end).boxed().toList();
  }

  /** A tune that grammar and constraint allow, of so many bars. */
  private int[] draw(Melody begun, int bars, RandomGenerator random) {
    List<Integer> opening = opening(begun);
    Constraints constraints = new Constraints(List.of(GivenNotesConstraint.of(begun, opening)));
    int[] tokens = new int[1 << 14];
    Encoding.Cursor cursor = encoding.cursor();
    int length = 0;
    while (!cursor.ended()) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraints.restrict(tokens, length, allowed);
      int[] choices = IntStream.range(0, allowed.length).filter(token -> allowed[token]).toArray();
      int token = choices[random.nextInt(choices.length)];
      if (length < MelodyEncoding.LENGTH_SLOT) {
        token = opening.get(length);
      } else if (length == MelodyEncoding.LENGTH_SLOT) {
        token = MelodyVocabulary.lengthToken(bars);
      } else if (allowed[MelodyVocabulary.HOLD] && random.nextInt(3) == 0) {
        token = MelodyVocabulary.HOLD;
      }
      tokens[length++] = token;
      cursor.accept(token);
    }
    return Arrays.copyOf(tokens, length);
  }

  @Test
  void aTuneOfAnyLengthBeginsWithExactlyTheGivenNotes() {
    for (int seed = 0; seed < 100; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Melody begun = ReturningTunes.draw(1 + random.nextInt(8), random);
      if (begun.notes().isEmpty()) {
        continue;
      }
      int bars = begun.bars().size() + 1 + random.nextInt(20);
      int[] drawn = draw(begun, bars, random);
      Melody melody = encoding.decode(drawn, drawn.length);
      assertEquals(bars, melody.bars().size(), "seed " + seed);
      assertEquals(begun.notes(), melody.notes().subList(0, begun.notes().size()), "seed " + seed);
      assertEquals(begun.key(), melody.key());
    }
  }

  @Test
  void thePlanSaysOfTheGivenBarsWhatTheyAre() {
    for (int seed = 0; seed < 100; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Melody begun = ReturningTunes.draw(1 + random.nextInt(8), random);
      if (begun.notes().isEmpty()) {
        continue;
      }
      int end = begun.notes().get(begun.notes().size() - 1).end();
      List<PlannedBar> expected = TunePlan.of(begun).bars();
      List<PlannedBar> plan = plan(draw(begun, begun.bars().size() + 3, random));
      for (int bar = 0; bar < expected.size(); bar++) {
        Bar given = begun.bars().get(bar);
        String where = "seed " + seed + ", bar " + bar;
        if (given.end() <= end) {
          assertEquals(expected.get(bar), plan.get(bar), where);
        } else if (given.start() < end) {
          assertNotEquals(BarRelation.MOVED, plan.get(bar).relation(), where);
          if (plan.get(bar).relation() == BarRelation.SAME) {
            int[] steps = MelodyEncoding.steps(begun);
            Bar earlier = begun.bars().get(bar - plan.get(bar).distance());
            int from = (int) given.start();
            assertEquals(given.length(), earlier.length(), where);
            assertArrayEquals(
                Arrays.copyOfRange(
                    steps, (int) earlier.start(), (int) earlier.start() + end - from),
                Arrays.copyOfRange(steps, from, end),
                where);
          }
        }
      }
    }
  }

  /** The plan in the tokens of a tune. */
  private static List<PlannedBar> plan(int[] tokens) {
    return IntStream.range(MelodyEncoding.PLAN, MelodyEncoding.body(tokens, tokens.length))
        .mapToObj(t -> MelodyVocabulary.PLAN.bar(tokens[t]))
        .toList();
  }

  @Test
  void aBarThatIsBegunIsNotMovedAndTheSameOnlyAsOneThatBeginsSo() {
    // Two bars of C D E F and C E D F, and C D to go on from.
    Melody begun = quarters(60, 62, 64, 65, 60, 64, 62, 65, 60, 62);
    GivenNotesConstraint constraint = GivenNotesConstraint.of(begun, opening(begun));
    int[] tokens = encoding.tokens(begun);
    int done = MelodyEncoding.PLAN + constraint.plan().size();
    boolean[] allowed = new boolean[encoding.vocabularySize()];
    Encoding.Cursor cursor = encoding.cursor();
    for (int t = 0; t < done; t++) {
      cursor.accept(tokens[t]);
    }
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] = cursor.allows(token);
    }
    constraint.restrict(tokens, done, allowed);
    List<PlannedBar> possible =
        IntStream.range(0, allowed.length)
            .filter(token -> allowed[token])
            .mapToObj(MelodyVocabulary.PLAN::bar)
            .toList();
    assertEquals(
        List.of(
            PlannedBar.NEW,
            new PlannedBar(BarRelation.SAME, 2),
            new PlannedBar(BarRelation.VARIED, 1),
            new PlannedBar(BarRelation.VARIED, 2)),
        possible);
  }

  @Test
  void theBarBehindTheGivenOnesDoesNotHoldTheLastNoteOn() {
    // C D E, F held over the bar line, G A B.
    Melody begun =
        new Melody(
            4,
            32,
            List.of(new TimeSignature(0, 4, 4)),
            new Key(0, Mode.MAJOR),
            120,
            List.of(
                new MelodyNote(0, 4, 60),
                new MelodyNote(4, 4, 62),
                new MelodyNote(8, 4, 64),
                new MelodyNote(12, 8, 65),
                new MelodyNote(20, 4, 67),
                new MelodyNote(24, 4, 69),
                new MelodyNote(28, 4, 71)));
    assertEquals(
        List.of(new PlannedBar(BarRelation.SAME, 1), new PlannedBar(BarRelation.MOVED, 1)),
        GivenNotesConstraint.of(begun, opening(begun)).unlike().stream()
            .map(MelodyVocabulary.PLAN::bar)
            .toList());
  }

  @Test
  void theLastNoteIsNotHeldOnButMayBeFollowedByAnything() {
    Melody begun = quarters(60, 62, 64);
    List<Integer> opening = opening(begun);
    GivenNotesConstraint constraint = GivenNotesConstraint.of(begun, opening);
    int[] tokens = Arrays.copyOf(opening.stream().mapToInt(Integer::intValue).toArray(), 200);
    boolean[] allowed = allowed(constraint, tokens, opening.size());
    for (int token = 0; token < allowed.length; token++) {
      assertEquals(token != MelodyVocabulary.HOLD, allowed[token], encoding.describe(token));
    }
    tokens[opening.size()] = MelodyVocabulary.metreToken(new TimeSignature(0, 3, 4));
    assertFalse(allowed(constraint, tokens, opening.size() + 1)[MelodyVocabulary.HOLD]);
    tokens[opening.size()] = MelodyVocabulary.onsetToken(60);
    assertTrue(allowed(constraint, tokens, opening.size() + 1)[MelodyVocabulary.HOLD]);
  }

  @Test
  void theHeaderIsNotItsBusiness() {
    Melody begun = quarters(60, 62, 64);
    List<Integer> opening = opening(begun);
    GivenNotesConstraint constraint = GivenNotesConstraint.of(begun, opening);
    for (int length = 1; length < MelodyEncoding.PLAN; length++) {
      for (boolean each : allowed(constraint, new int[200], length)) {
        assertTrue(each);
      }
    }
  }

  private static boolean[] allowed(GivenNotesConstraint constraint, int[] tokens, int length) {
    boolean[] allowed = new boolean[MelodyVocabulary.SIZE];
    Arrays.fill(allowed, true);
    for (int token = MelodyVocabulary.PLAN.first(); length > 5 && token < allowed.length; token++) {
      allowed[token] = false;
    }
    constraint.restrict(tokens, length, allowed);
    for (int token = MelodyVocabulary.PLAN.first(); token < allowed.length; token++) {
      allowed[token] = true;
    }
    return allowed;
  }

  /** A tune in 4/4 of quarter notes, its last bar filled up with silence. */
  private static Melody quarters(int... pitches) {
    return new Melody(
        4,
        16 * ((pitches.length + 3) / 4),
        List.of(new TimeSignature(0, 4, 4)),
        new Key(0, Mode.MAJOR),
        120,
        IntStream.range(0, pitches.length)
            .mapToObj(beat -> new MelodyNote(4 * beat, 4, pitches[beat]))
            .toList());
  }
}
