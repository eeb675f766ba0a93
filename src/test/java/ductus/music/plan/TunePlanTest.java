package ductus.music.plan;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TunePlanTest {
  private static final int REST = 0;
  private static final int[] A1 = {60, 62, 64, 67};
  private static final int[] A2 = {69, 65, 71, 72};
  private static final int[] A3 = {74, 62, 77, 60};
  private static final int[] A4 = {55, 67, 57, 72};
  private static final int[] B1 = {84, 83, 79, 84};
  private static final int[] B2 = {77, 81, 74, 79};
  private static final int[] B3 = {48, 83, 52, 81};
  private static final int[] B4 = {50, 50, 84, 55};

  /** A tune in C major and 4/4 of quarter notes, four a bar. */
  private static Melody tune(int[]... bars) {
    int[] beats = Arrays.stream(bars).flatMapToInt(Arrays::stream).toArray();
    List<MelodyNote> notes =
        IntStream.range(0, beats.length)
            .filter(beat -> beats[beat] != REST)
            .mapToObj(beat -> new MelodyNote(4 * beat, 4, beats[beat]))
            .toList();
    return melody(4 * beats.length, List.of(new TimeSignature(0, 4, 4)), notes);
  }

  private static Melody melody(int steps, List<TimeSignature> metres, List<MelodyNote> notes) {
    return new Melody(4, steps, metres, new Key(0, Mode.MAJOR), 120, notes);
  }

  /** The plan in letters, such as {@code n s4 m1 v2}. */
  private static String plan(Melody tune) {
    return words(TunePlan.of(tune));
  }

  private static String words(TunePlan plan) {
    List<String> words = new ArrayList<>();
    for (PlannedBar bar : plan.bars()) {
      String letter = bar.relation().name().substring(0, 1).toLowerCase(Locale.ROOT);
      words.add(bar.relation() == BarRelation.NEW ? letter : letter + bar.distance());
    }
    return String.join(" ", words);
  }

  @Test
  void namesTheReturnOfEachStrainWithOneDistance() {
    assertEquals(
        "n n n n s4 s4 s4 v4 n n n n s4 s4 s4 v4",
        plan(tune(A1, A2, A3, A4, A1, A2, A3, A4, B1, B2, B3, B4, B1, B2, B3, B4)));
  }

  @Test
  void aStrainWhoseOwnBarsReturnComesBackFromOnePlaceAllTheSame() {
    assertEquals(
        "n n v2 n s4 s4 s4 v4 n n n s4 s4 s4 s4 v4",
        plan(tune(A1, A2, A1, A4, A1, A2, A1, A4, B1, B2, B3, A4, B1, B2, B3, A4)));
  }

  @Test
  void goesOnWithTheDistanceThatTheBarBeforeWentBack() {
    // The last bar is like the one before it as well.
    assertEquals("n n v1 s3 s3 v3", plan(tune(A1, A2, A2, A1, A2, A2)));
  }

  @Test
  void takesTheNearestOfPlacesThatAreAsGood() {
    assertEquals("n n v2 n v2", plan(tune(A1, A2, A1, A3, A1)));
  }

  @Test
  void theLastBarOfAReturnIsVariedThoughItIsTheSame() {
    // So it is at the end of the tune, and where the next bar is new or returns from elsewhere.
    assertEquals("n v1", plan(tune(A1, A1)));
    assertEquals("n s1 v1", plan(tune(A1, A1, A1)));
    assertEquals("n v1 n", plan(tune(A1, A1, A2)));
    assertEquals("n n s2 v2 v1", plan(tune(A1, A2, A1, A2, A2)));
    // One that is moved stays so.
    assertEquals("n m1", plan(tune(A1, new int[] {62, 64, 65, 69})));
  }

  @Test
  void findsASequenceByStepsOfTheScale() {
    Melody tune = tune(A1, new int[] {62, 64, 65, 69}, new int[] {59, 60, 62, 65});
    assertEquals(
        List.of(
            PlannedBar.NEW,
            new PlannedBar(BarRelation.MOVED, 1),
            new PlannedBar(BarRelation.MOVED, 1)),
        TunePlan.of(tune).bars());
  }

  @Test
  void movesChromaticNotesBySemitones() {
    assertEquals("n m1", plan(tune(new int[] {61, 63, 66, 68}, new int[] {63, 65, 68, 70})));
    assertEquals("n n", plan(tune(new int[] {61, 63, 66, 68}, new int[] {63, 66, 68, 70})));
  }

  @Test
  void aMovedBarHasThreeNotesAtLeast() {
    assertEquals("n m1", plan(tune(new int[] {60, 62, 64, 0}, new int[] {62, 64, 65, 0})));
    assertEquals("n n", plan(tune(new int[] {60, 0, 64, 0}, new int[] {62, 0, 65, 0})));
  }

  @Test
  void aVariedBarSharesHalfOfItsNotes() {
    assertEquals("n v1", plan(tune(A1, new int[] {60, 62, 71, 67})));
    assertEquals("n v1", plan(tune(A1, new int[] {60, 62, 71, 72})));
    assertEquals("n n", plan(tune(A1, new int[] {60, 71, 50, 72})));
  }

  @Test
  void theSameIsStrongerThanMovedAndMovedStrongerThanVaried() {
    int[] varied = {60, 62, 64, 69};
    assertEquals("n v1 s2 v2", plan(tune(A1, varied, A1, varied)));
    int[] moved = {62, 64, 65, 69};
    assertEquals("n n m2", plan(tune(A1, new int[] {62, 64, 83, 69}, moved)));
    assertEquals("n m1 v1", plan(tune(A1, moved, new int[] {62, 64, 65, 71})));
  }

  @Test
  void barsOfAnotherLengthAreNew() {
    List<MelodyNote> notes =
        List.of(
            new MelodyNote(0, 4, 60),
            new MelodyNote(4, 4, 62),
            new MelodyNote(8, 4, 64),
            new MelodyNote(16, 4, 60),
            new MelodyNote(20, 4, 62),
            new MelodyNote(24, 4, 64));
    Melody tune =
        melody(28, List.of(new TimeSignature(0, 4, 4), new TimeSignature(16, 3, 4)), notes);
    assertEquals("n n", plan(tune));
  }

  @Test
  void barsToBeFilledAreNewAndNothingReturnsFromThem() {
    Melody tune = tune(A1, A1, A1, A1);
    assertEquals("n s1 s1 v1", plan(tune));
    assertEquals("n n v2 v1", words(TunePlan.of(tune, 1, 2)));
    assertEquals("n n n v1", words(TunePlan.of(tune, 0, 2)));
    assertEquals("n n n n", words(TunePlan.of(tune, 1, 4)));
  }

  @Test
  void aStrainWithAPickupReturnsFromOnePlace() {
    int[] pickup = {0, 0, 0, 67};
    int[] last = {72, 60, 0, 67};
    assertEquals("n n n n n s4 s4 s4 v4", plan(tune(pickup, A1, A2, A3, last, A1, A2, A3, last)));
  }

  @Test
  void namesTheStrongestRelationThatThereIs() {
    for (int seed = 0; seed < 300; seed++) {
      Melody tune = ReturningTunes.draw(1 + seed % 30, Seeded.random(seed));
      List<int[]> bars = steps(tune);
      List<PlannedBar> plan = TunePlan.of(tune).bars();
      assertEquals(bars.size(), plan.size());
      for (int bar = 0; bar < bars.size(); bar++) {
        String where = "seed " + seed + ", bar " + bar;
        PlannedBar planned = plan.get(bar);
        boolean returns = false;
        for (int earlier = 0; earlier < bar; earlier++) {
          returns |= Arrays.equals(bars.get(bar), bars.get(earlier));
        }
        if (returns) {
          assertTrue(Arrays.equals(bars.get(bar), bars.get(bar - planned.distance())), where);
          boolean goesOn =
              bar + 1 < plan.size() && plan.get(bar + 1).distance() == planned.distance();
          assertEquals(goesOn ? BarRelation.SAME : BarRelation.VARIED, planned.relation(), where);
        } else {
          assertNotEquals(BarRelation.SAME, planned.relation(), where);
        }
      }
    }
  }

  @Test
  void isTheSameInEveryKey() {
    for (int seed = 0; seed < 100; seed++) {
      Melody tune = ReturningTunes.draw(12, Seeded.random(seed));
      Melody higher = tune.transpose(5);
      assertEquals(plan(tune), plan(higher), "seed " + seed);
    }
  }

  @Test
  void refusesDistancesThatCannotBe() {
    new PlannedBar(BarRelation.SAME, PlannedBar.FARTHEST);
    assertRefused(
        "distance of a bar that is NEW must be 0 but was 1",
        () -> new PlannedBar(BarRelation.NEW, 1));
    assertRefused(
        "distance of a bar that is SAME must be 1 to 63 but was 0",
        () -> new PlannedBar(BarRelation.SAME, 0));
    assertRefused(
        "distance of a bar that is VARIED must be 1 to 63 but was 64",
        () -> new PlannedBar(BarRelation.VARIED, 64));
  }

  /** The steps of each bar: pitches that are struck, -1 where one is held, -2 in silence. */
  private static List<int[]> steps(Melody tune) {
    int[] steps = new int[tune.steps()];
    Arrays.fill(steps, -2);
    for (MelodyNote note : tune.notes()) {
      Arrays.fill(steps, note.onset(), note.end(), -1);
      steps[note.onset()] = note.pitch();
    }
    List<int[]> bars = new ArrayList<>();
    for (Bar bar : tune.bars()) {
      bars.add(Arrays.copyOfRange(steps, (int) bar.start(), (int) bar.end()));
    }
    return bars;
  }
}
