package ductus.music.encoding.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.TunePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTokensTest {
  private static final int FIRST = 7;
  private static final int LAST = FIRST + PlanTokens.COUNT - 1;
  private static final PlanTokens TOKENS = new PlanTokens(FIRST);

  @Test
  void hasATokenForANewBarAndForEachRelationAtEachDistance() {
    Set<Integer> tokens = new HashSet<>();
    tokens.add(TOKENS.token(PlannedBar.NEW));
    for (BarRelation relation : List.of(BarRelation.SAME, BarRelation.MOVED, BarRelation.VARIED)) {
      for (int distance = 1; distance <= PlannedBar.FARTHEST; distance++) {
        PlannedBar bar = new PlannedBar(relation, distance);
        assertEquals(bar, TOKENS.bar(TOKENS.token(bar)));
        tokens.add(TOKENS.token(bar));
      }
    }
    assertEquals(190, PlanTokens.COUNT);
    assertEquals(IntStream.rangeClosed(FIRST, LAST).boxed().collect(Collectors.toSet()), tokens);
    assertEquals(PlannedBar.NEW, TOKENS.bar(TOKENS.token(PlannedBar.NEW)));
  }

  @Test
  void hasNoPartInOtherTokens() {
    for (int token : new int[] {-1, 0, FIRST - 1, LAST + 1}) {
      assertFalse(TOKENS.contains(token));
    }
    assertTrue(TOKENS.contains(FIRST) && TOKENS.contains(LAST));
  }

  @Test
  void saysEachBarWithOneToken() {
    TunePlan plan =
        new TunePlan(
            List.of(
                PlannedBar.NEW,
                new PlannedBar(BarRelation.SAME, 1),
                new PlannedBar(BarRelation.MOVED, 2),
                new PlannedBar(BarRelation.VARIED, 1)));
    assertEquals(
        List.of("new bar", "bar as 1 ago", "bar moved from 2 ago", "bar varied from 1 ago"),
        TOKENS.of(plan).mapToObj(TOKENS::describe).toList());
  }

  @Test
  void describesEveryTokenDifferently() {
    assertEquals(
        PlanTokens.COUNT,
        IntStream.rangeClosed(FIRST, LAST).mapToObj(TOKENS::describe).distinct().count());
  }
}
