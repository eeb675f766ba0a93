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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the side features tell of the plan while a tune is written. */
class MelodyFeaturesTest {
  private static final List<BarRelation> RELATIONS = List.of(BarRelation.values());

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
          assertFeature(
              RELATIONS.indexOf(planned.relation()), sequence, t, MelodyFeatures.RELATION, what);
          assertFeature(planned.distance(), sequence, t, MelodyFeatures.DISTANCE, what);
          int phase = (plan.size() - bar) % 16;
          assertFeature(phase, sequence, t, MelodyFeatures.PHASE, what);
          int phrase = phraseLeft(plan, bar);
          assertFeature(phrase - 1, sequence, t, MelodyFeatures.PHRASE_LEFT, what);
          int cadence = isLast(plan, bar) ? 1 : 0;
          assertFeature(cadence, sequence, t, MelodyFeatures.LAST, what);
          boolean last = bar + 1 == plan.size();
          assertFeature(
              last ? NONE : RELATIONS.indexOf(plan.get(bar + 1).relation()),
              sequence,
              t,
              MelodyFeatures.NEXT_RELATION,
              what);
        }
      }
    }
  }

  /** Bars from one on that return from as far, 8 at most. */
  private static int phraseLeft(List<PlannedBar> plan, int bar) {
    return (int)
        plan.stream()
            .skip(bar)
            .limit(8)
            .takeWhile(each -> each.distance() == plan.get(bar).distance())
            .count();
  }

  /** Whether the last bar goes back to a bar, by one step or several. */
  private static boolean isLast(List<PlannedBar> plan, int bar) {
    Set<Integer> passed = new HashSet<>();
    int last = plan.size() - 1;
    while (passed.add(last)) {
      last -= plan.get(last).distance();
    }
    return passed.contains(bar);
  }

  @Test
  void thePhaseIsCountedFromTheEnd() {
    Sequence sequence = encoding.encode(ReturningTunes.draw(33, Seeded.random(2)));
    List<Integer> lines = MelodyEncoding.barLines(sequence.tokens());
    for (int t = 0; t < 5; t++) {
      assertFeature(NONE, sequence, t, MelodyFeatures.PHASE, "header");
    }
    // A pickup and two strains of 16 bars.
    assertFeature(1, sequence, 5, MelodyFeatures.PHASE, "plan of the pickup");
    assertFeature(0, sequence, 6, MelodyFeatures.PHASE, "plan of the first strain");
    assertFeature(15, sequence, 7, MelodyFeatures.PHASE, "plan of its second bar");
    assertFeature(1, sequence, lines.get(0), MelodyFeatures.PHASE, "pickup");
    assertFeature(0, sequence, lines.get(1), MelodyFeatures.PHASE, "first strain");
    assertFeature(0, sequence, lines.get(17), MelodyFeatures.PHASE, "second strain");
    assertFeature(1, sequence, lines.get(32), MelodyFeatures.PHASE, "last bar");
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
        boolean begun = planned.relation() != BarRelation.MOVED;
        for (int i = 0; i < steps.length; i++) {
          String what = where + ", step " + i;
          int came = StepMemory.step(sequence.token(steps[i]));
          boolean isFirst = !begun && came >= StepMemory.FIRST_ONSET;
          int expected =
              switch (planned.relation()) {
                case NEW -> NONE;
                case SAME -> came;
                case MOVED -> isFirst ? StepMemory.step(sequence.token(earlier[i])) : came;
                case VARIED -> StepMemory.step(sequence.token(earlier[i]));
              };
          assertFeature(expected, sequence, steps[i], MelodyFeatures.EXPECTED, what);
          int leftNow = planned.relation() == BarRelation.NEW ? NONE : left ? 1 : 0;
          assertFeature(leftNow, sequence, steps[i], MelodyFeatures.LEFT, what);
          left |= !isFirst && came != expected;
          begun |= isFirst;
        }
      }
    }
    for (BarRelation relation : BarRelation.values()) {
      assertTrue(seen.getOrDefault(relation, 0) > 30, seen.toString());
    }
  }

  /** The places of the tokens of a bar that take time. */
  private static int[] steps(Sequence sequence, List<Integer> lines, int bar) {
    return IntStream.range(lines.get(bar), lines.get(bar + 1))
        .filter(t -> MelodyVocabulary.takesTime(sequence.token(t)))
        .toArray();
  }

  @Test
  void movesWhatStoodThereAsSoonAsTheFirstNoteIsKnown() {
    // C D E, then a bar that by the plan is moved from it: E F G.
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
      int moved = pitch == 60 ? 60 : pitch == 62 ? 65 : 67;
      assertFeature(
          then < StepMemory.FIRST_ONSET ? then : then + moved - pitch,
          sequence,
          second + step,
          MelodyFeatures.EXPECTED,
          "step " + step);
    }
  }

  @Test
  void whileThePlanIsWrittenTheBarBeforeIsThere() {
    Melody tune =
        new Melody(
            4,
            40,
            List.of(new TimeSignature(0, 2, 4)),
            new Key(2, Mode.MAJOR),
            120,
            List.of(
                new MelodyNote(0, 4, 62),
                new MelodyNote(4, 4, 66),
                new MelodyNote(8, 4, 71),
                new MelodyNote(16, 4, 62),
                new MelodyNote(20, 4, 66),
                new MelodyNote(24, 4, 71)));
    Sequence sequence = encoding.encode(tune);
    // New, new, as 2 ago, the end of this return, new.
    int[] relations = {
      NONE,
      RELATIONS.indexOf(BarRelation.NEW),
      RELATIONS.indexOf(BarRelation.NEW),
      RELATIONS.indexOf(BarRelation.SAME),
      RELATIONS.indexOf(BarRelation.VARIED)
    };
    int[] distances = {NONE, 0, 0, 2, 2};
    for (int bar = 0; bar < 5; bar++) {
      int t = MelodyEncoding.PLAN + bar;
      String what = "bar " + bar;
      assertFeature(5, sequence, t, MelodyFeatures.SLOT, what);
      assertFeature(5 - bar, sequence, t, MelodyFeatures.BARS_LEFT, what);
      assertFeature(5 - bar, sequence, t, MelodyFeatures.PHASE, what);
      assertFeature(bar, sequence, t, MelodyFeatures.BAR_NUMBER, what);
      assertFeature(relations[bar], sequence, t, MelodyFeatures.RELATION, what);
      assertFeature(distances[bar], sequence, t, MelodyFeatures.DISTANCE, what);
      assertFeature(NONE, sequence, t, MelodyFeatures.PITCH, what);
      assertFeature(NONE, sequence, t, MelodyFeatures.EXPECTED, what);
    }
    assertFeature(NONE, sequence, MelodyEncoding.PLAN + 5, MelodyFeatures.SLOT, "first step");
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
