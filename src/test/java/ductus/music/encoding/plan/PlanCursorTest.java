package ductus.music.encoding.plan;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.ReturningTunes;
import ductus.music.plan.TunePlan;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanCursorTest {
  private static final PlanTokens TOKENS = new PlanTokens(3);
  private static final int NEW = TOKENS.token(PlannedBar.NEW);

  private final PlanCursor cursor = new PlanCursor(TOKENS);

  private static Set<Integer> tokens(IntPredicate wanted) {
    return IntStream.range(0, TOKENS.first() + PlanTokens.COUNT + 3)
        .filter(wanted)
        .boxed()
        .collect(toSet());
  }

  private static int same(int distance) {
    return TOKENS.token(new PlannedBar(BarRelation.SAME, distance));
  }

  private void accept(int token) {
    assertTrue(cursor.allows(token), TOKENS.describe(token));
    cursor.accept(token);
  }

  @Test
  void allowsNothingWithoutBars() {
    assertTrue(cursor.isWhole());
    assertEquals(Set.of(), tokens(cursor::allows));
    cursor.begin(1);
    assertFalse(cursor.isWhole());
  }

  @Test
  void beginsWithANewBarAndReturnsFromBarsThatAreThere() {
    cursor.begin(4);
    assertEquals(Set.of(NEW), tokens(cursor::allows));
    accept(NEW);
    for (int bars = 1; bars < 4; bars++) {
      int there = bars;
      assertEquals(
          tokens(token -> TOKENS.contains(token) && TOKENS.bar(token).distance() <= there),
          tokens(cursor::allows));
      accept(same(bars));
    }
    assertTrue(cursor.isWhole());
    assertEquals(Set.of(), tokens(cursor::allows));
  }

  /** A whole plan of bars that are new (0) or return from so many bars earlier. */
  private static PlanCursor plan(int... distances) {
    PlanCursor plan = new PlanCursor(TOKENS);
    plan.begin(distances.length);
    for (int distance : distances) {
      plan.accept(distance == 0 ? NEW : same(distance));
    }
    return plan;
  }

  @Test
  void knowsWhichBarsHaveTheLastCadence() {
    // The ninth goes back to the sixth, that to the second.
    PlanCursor plan = plan(0, 0, 0, 0, 4, 4, 4, 0, 3);
    assertEquals(
        Set.of(1, 5, 8), IntStream.range(0, 9).filter(plan::isLast).boxed().collect(toSet()));
    PlanCursor open = plan(0, 1, 0);
    assertEquals(Set.of(2), IntStream.range(0, 3).filter(open::isLast).boxed().collect(toSet()));
  }

  @Test
  void countsTheBarsToTheEndOfAPhrase() {
    PlanCursor plan = plan(0, 0, 0, 3, 3, 1, 0);
    assertEquals(
        List.of(3, 2, 1, 2, 1, 1, 1),
        IntStream.range(0, 7).mapToObj(bar -> plan.phraseLeft(bar, 8)).toList());
    PlanCursor even = plan(0, 0, 0, 0, 0);
    assertEquals(
        List.of(3, 3, 3, 2, 1),
        IntStream.range(0, 5).mapToObj(bar -> even.phraseLeft(bar, 3)).toList());
  }

  @Test
  void readsThePlanOfEveryTune() {
    for (int seed = 0; seed < 200; seed++) {
      TunePlan plan = TunePlan.of(ReturningTunes.draw(1 + seed % 64, Seeded.random(seed)));
      PlanCursor reader = new PlanCursor(TOKENS);
      reader.begin(plan.bars().size());
      for (int token : TOKENS.of(plan).toArray()) {
        assertTrue(reader.allows(token), "seed " + seed);
        reader.accept(token);
      }
      assertTrue(reader.isWhole(), "seed " + seed);
      List<PlannedBar> bars = IntStream.range(0, reader.size()).mapToObj(reader::bar).toList();
      assertEquals(plan.bars(), bars, "seed " + seed);
    }
  }
}
