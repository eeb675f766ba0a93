package ductus.music.encoding.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
  void givesBackThePartsOfEveryToken() {
    for (int token = FIRST; token <= LAST; token++) {
      assertTrue(TOKENS.contains(token));
      if (TOKENS.isRelation(token)) {
        assertFalse(TOKENS.isTone(token));
        assertEquals(
            token,
            TOKENS.relationToken(TOKENS.relation(token), TOKENS.distance(token)),
            "" + token);
      } else {
        assertTrue(TOKENS.isTone(token));
        assertEquals(token, TOKENS.toneToken(TOKENS.tone(token)));
      }
    }
  }

  @Test
  void hasATokenForEachRelationAtEachDistanceAndForEachTone() {
    Set<Integer> tokens = new HashSet<>();
    tokens.add(TOKENS.relationToken(BarRelation.NEW, 0));
    for (BarRelation relation : List.of(BarRelation.SAME, BarRelation.MOVED, BarRelation.VARIED)) {
      for (int distance = 1; distance <= PlannedBar.FARTHEST; distance++) {
        int token = TOKENS.relationToken(relation, distance);
        assertEquals(relation, TOKENS.relation(token));
        assertEquals(distance, TOKENS.distance(token));
        tokens.add(token);
      }
    }
    tokens.add(TOKENS.toneToken(PlannedBar.NO_TONE));
    for (int pitch = 36; pitch <= 95; pitch++) {
      assertEquals(pitch, TOKENS.tone(TOKENS.toneToken(pitch)));
      tokens.add(TOKENS.toneToken(pitch));
    }
    assertEquals(IntStream.rangeClosed(FIRST, LAST).boxed().collect(Collectors.toSet()), tokens);
  }

  @Test
  void hasNoPartInOtherTokens() {
    for (int token : new int[] {-1, 0, FIRST - 1, LAST + 1}) {
      assertFalse(TOKENS.contains(token));
      assertFalse(TOKENS.isRelation(token));
      assertFalse(TOKENS.isTone(token));
    }
  }

  @Test
  void saysABarThatIsTheSameWithoutItsTone() {
    TunePlan plan =
        new TunePlan(
            List.of(
                new PlannedBar(BarRelation.NEW, 0, 60),
                new PlannedBar(BarRelation.SAME, 1, 60),
                new PlannedBar(BarRelation.MOVED, 2, 62),
                new PlannedBar(BarRelation.VARIED, 1, PlannedBar.NO_TONE)));
    List<String> words = TOKENS.of(plan).mapToObj(TOKENS::describe).toList();
    assertEquals(
        "new bar, from C4, bar as 1 ago, bar moved from 2 ago, from D4, bar varied from 1 ago,"
            + " without a note",
        String.join(", ", words));
    assertArrayEquals(
        TOKENS.of(plan).toArray(), plan.bars().stream().flatMapToInt(TOKENS::of).toArray());
  }

  @Test
  void describesEveryTokenDifferently() {
    assertEquals(
        PlanTokens.COUNT,
        IntStream.rangeClosed(FIRST, LAST).mapToObj(TOKENS::describe).distinct().count());
  }
}
