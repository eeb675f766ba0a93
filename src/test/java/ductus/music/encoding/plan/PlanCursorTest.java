package ductus.music.encoding.plan;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanCursorTest {
  private static final PlanTokens TOKENS = new PlanTokens(3);
  private static final int NEW = TOKENS.relationToken(BarRelation.NEW, 0);
  private static final Set<Integer> TONES = tokens(TOKENS::isTone);

  private final PlanCursor cursor = new PlanCursor(TOKENS);

  private static Set<Integer> tokens(IntPredicate wanted) {
    return IntStream.range(0, TOKENS.first() + PlanTokens.COUNT + 3)
        .filter(wanted)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static int same(int distance) {
    return TOKENS.relationToken(BarRelation.SAME, distance);
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
    assertTrue(cursor.wantsTone());
    assertEquals(TONES, tokens(cursor::allows));
    accept(TOKENS.toneToken(60));
    for (int bars = 1; bars < 4; bars++) {
      int there = bars;
      assertEquals(
          tokens(token -> TOKENS.isRelation(token) && TOKENS.distance(token) <= there),
          tokens(cursor::allows));
      accept(same(bars));
    }
    assertTrue(cursor.isWhole());
    assertEquals(Set.of(), tokens(cursor::allows));
  }

  @Test
  void aBarThatIsTheSameHasTheToneOfTheOther() {
    cursor.begin(4);
    accept(NEW);
    accept(TOKENS.toneToken(60));
    accept(TOKENS.relationToken(BarRelation.MOVED, 1));
    assertEquals(BarRelation.MOVED, cursor.begunRelation());
    assertEquals(1, cursor.begunDistance());
    accept(TOKENS.toneToken(PlannedBar.NO_TONE));
    accept(same(2));
    assertFalse(cursor.wantsTone());
    assertEquals(new PlannedBar(BarRelation.SAME, 2, 60), cursor.bar(2));
    accept(same(2));
    assertEquals(new PlannedBar(BarRelation.SAME, 2, PlannedBar.NO_TONE), cursor.bar(3));
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
