package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.ReturningTunes;
import ductus.music.plan.TunePlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the side features tell of the plan while a tune is written. */
class MelodyFeaturesTest {
  private static final int NONE = Sequence.NONE;

  private final MelodyEncoding encoding = new MelodyEncoding();

  /** Checks the value of a side feature, counted from 0. */
  private static void assertFeature(
      int expected, Sequence sequence, int t, int feature, String what) {
    int[] row = new int[MelodyFeatures.FEATURES];
    row[feature] = NONE;
    if (expected != NONE) {
      MelodyFeatures.set(row, feature, expected);
    }
    assertEquals(row[feature], sequence.feature(t, feature), what);
  }

  private static int ofTone(int tone) {
    return tone == PlannedBar.NO_TONE ? 0 : 1 + tone - MelodyVocabulary.LOWEST_PITCH;
  }

  @Test
  void whileABarIsWrittenItsPlanAndTheNextOnesAreThere() {
    for (int seed = 0; seed < 60; seed++) {
      Melody tune = ReturningTunes.draw(1 + seed % 30, Seeded.random(seed));
      List<PlannedBar> plan = TunePlan.of(tune).bars();
      Sequence sequence = encoding.encode(tune);
      List<Integer> lines = MelodyEncoding.barLines(sequence.tokens());
      for (int bar = 0; bar < plan.size(); bar++) {
        PlannedBar planned = plan.get(bar);
        String what = "seed " + seed + ", bar " + bar;
        for (int t = lines.get(bar); t < lines.get(bar + 1); t++) {
          assertFeature(planned.relation().ordinal(), sequence, t, MelodyFeatures.RELATION, what);
          assertFeature(planned.distance(), sequence, t, MelodyFeatures.DISTANCE, what);
          assertFeature(ofTone(planned.tone()), sequence, t, MelodyFeatures.TONE, what);
          boolean last = bar + 1 == plan.size();
          assertFeature(
              last ? NONE : plan.get(bar + 1).relation().ordinal(),
              sequence,
              t,
              MelodyFeatures.NEXT_RELATION,
              what);
          assertFeature(
              last ? NONE : ofTone(plan.get(bar + 1).tone()),
              sequence,
              t,
              MelodyFeatures.NEXT_TONE,
              what);
        }
      }
    }
  }

  @Test
  void whatIsExpectedOfABarThatIsTheSameOrMovedIsWhatComes() {
    Map<BarRelation, Integer> seen = new EnumMap<>(BarRelation.class);
    for (int seed = 0; seed < 60; seed++) {
      Melody tune = ReturningTunes.draw(1 + seed % 30, Seeded.random(seed));
      List<PlannedBar> plan = TunePlan.of(tune).bars();
      Sequence sequence = encoding.encode(tune);
      List<Integer> lines = MelodyEncoding.barLines(sequence.tokens());
      for (int bar = 0; bar < plan.size(); bar++) {
        PlannedBar planned = plan.get(bar);
        seen.merge(planned.relation(), 1, Integer::sum);
        int[] steps = steps(sequence, lines, bar);
        int[] earlier = steps(sequence, lines, bar - planned.distance());
        String where = "seed " + seed + ", bar " + bar + ", " + planned;
        boolean left = false;
        for (int i = 0; i < steps.length; i++) {
          String what = where + ", step " + i;
          int came = StepMemory.step(sequence.token(steps[i]));
          int expected =
              switch (planned.relation()) {
                case NEW -> NONE;
                case SAME, MOVED -> came;
                case VARIED -> StepMemory.step(sequence.token(earlier[i]));
              };
          assertFeature(expected, sequence, steps[i], MelodyFeatures.EXPECTED, what);
          int leftNow = planned.relation() == BarRelation.NEW ? NONE : left ? 1 : 0;
          assertFeature(leftNow, sequence, steps[i], MelodyFeatures.LEFT, what);
          left |= came != expected;
        }
      }
    }
    for (BarRelation relation : BarRelation.values()) {
      assertTrue(seen.getOrDefault(relation, 0) > 50, seen.toString());
    }
  }

  /** The places of the tokens of a bar that take time. */
  private static int[] steps(Sequence sequence, List<Integer> lines, int bar) {
    return IntStream.range(lines.get(bar), lines.get(bar + 1))
        .filter(t -> MelodyVocabulary.takesTime(sequence.token(t)))
        .toArray();
  }

  @Test
  void movesWhatStoodThereAsThePlanSays() {
    // C D E, then a bar that by the plan is moved from it and begins on E: E F G.
    Melody tune =
        new Melody(
            4,
            24,
            List.of(new TimeSignature(0, 3, 4)),
            new Key(0, Mode.MAJOR),
            120,
            List.of(
                new MelodyNote(0, 4, 60),
                new MelodyNote(4, 4, 62),
                new MelodyNote(8, 2, 64),
                new MelodyNote(12, 4, 64),
                new MelodyNote(16, 4, 65),
                new MelodyNote(20, 2, 67)));
    Sequence sequence = encoding.encode(tune);
    int second = MelodyEncoding.barLines(sequence.tokens()).get(1);
    for (int step = 0; step < 12; step++) {
      int then = StepMemory.step(sequence.token(second - 12 + step));
      int pitch = then - StepMemory.FIRST_ONSET + MelodyVocabulary.LOWEST_PITCH;
      int moved = pitch == 60 ? 64 : pitch == 62 ? 65 : 67;
      assertFeature(
          then < StepMemory.FIRST_ONSET ? then : then + moved - pitch,
          sequence,
          second + step,
          MelodyFeatures.EXPECTED,
          "step " + step);
    }
  }

  @Test
  void whileThePlanIsWrittenTheTonesBeforeAreThere() {
    Melody tune =
        new Melody(
            4,
            32,
            List.of(new TimeSignature(0, 2, 4)),
            new Key(2, Mode.MAJOR),
            120,
            List.of(
                new MelodyNote(0, 4, 62),
                new MelodyNote(4, 4, 66),
                new MelodyNote(8, 4, 71),
                new MelodyNote(16, 4, 62),
                new MelodyNote(20, 4, 66)));
    Sequence sequence = encoding.encode(tune);
    // New from D, new from B, as 2 ago, new without a note.
    int t = MelodyEncoding.PLAN;
    assertFeature(5, sequence, t, MelodyFeatures.SLOT, "first relation");
    assertFeature(NONE, sequence, t, MelodyFeatures.PITCH, "first relation");
    assertFeature(4, sequence, t, MelodyFeatures.BARS_LEFT, "first relation");
    assertFeature(6, sequence, t + 1, MelodyFeatures.SLOT, "first tone");
    assertFeature(0, sequence, t + 1, MelodyFeatures.RELATION, "first tone");
    assertFeature(NONE, sequence, t + 1, MelodyFeatures.EXPECTED, "first tone");
    assertFeature(5, sequence, t + 2, MelodyFeatures.SLOT, "second relation");
    assertFeature(1, sequence, t + 2, MelodyFeatures.BAR_NUMBER, "second relation");
    assertFeature(3, sequence, t + 2, MelodyFeatures.BARS_LEFT, "second relation");
    assertFeature(62 - 36, sequence, t + 2, MelodyFeatures.PITCH, "second relation");
    assertFeature(0, sequence, t + 2, MelodyFeatures.DEGREE, "second relation");
    assertFeature(2 + 62 - 36, sequence, t + 2, MelodyFeatures.LOOKBACK, "second relation");
    assertFeature(2 + 71 - 36, sequence, t + 4, MelodyFeatures.LOOKBACK, "third relation");
    assertFeature(2 + 62 - 36, sequence, t + 4, MelodyFeatures.LOOKBACK + 1, "third relation");
    assertFeature(5, sequence, t + 5, MelodyFeatures.SLOT, "fourth relation");
    assertFeature(
        BarRelation.SAME.ordinal(), sequence, t + 5, MelodyFeatures.RELATION, "fourth relation");
    assertFeature(2, sequence, t + 5, MelodyFeatures.DISTANCE, "fourth relation");
    assertFeature(6, sequence, t + 6, MelodyFeatures.SLOT, "fourth tone");
    assertFeature(NONE, sequence, t + 7, MelodyFeatures.SLOT, "first step");
  }

  @Test
  void aToneOfABarThatReturnsIsExpectedWhereThatOneBegan() {
    Melody tune =
        new Melody(
            4,
            24,
            List.of(new TimeSignature(0, 3, 4)),
            new Key(0, Mode.MAJOR),
            120,
            List.of(
                new MelodyNote(0, 4, 60),
                new MelodyNote(4, 4, 62),
                new MelodyNote(8, 4, 64),
                new MelodyNote(12, 4, 60),
                new MelodyNote(16, 4, 62),
                new MelodyNote(20, 4, 67)));
    Sequence sequence = encoding.encode(tune);
    int tone = MelodyEncoding.PLAN + 3;
    assertEquals("from C4", encoding.describe(sequence.token(tone)));
    assertFeature(
        BarRelation.VARIED.ordinal(), sequence, tone, MelodyFeatures.RELATION, "second tone");
    assertFeature(1, sequence, tone, MelodyFeatures.DISTANCE, "second tone");
    assertFeature(2 + 60 - 36, sequence, tone, MelodyFeatures.EXPECTED, "second tone");
  }

  @Test
  void tunesWithoutAPlanHaveNothingOfIt() {
    Sequence sequence = encoding.encode(ReturningTunes.draw(65, Seeded.random(1)));
    for (int t = 0; t < sequence.length(); t++) {
      int[] ofPlan = new int[MelodyFeatures.LOOKBACK - MelodyFeatures.RELATION];
      int[] none = new int[ofPlan.length];
      for (int f = 0; f < ofPlan.length; f++) {
        ofPlan[f] = sequence.feature(t, MelodyFeatures.RELATION + f);
        none[f] = NONE;
      }
      assertArrayEquals(none, ofPlan, "token " + t);
    }
  }
}
