package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSplitTest {
  private static List<TextPair> pairs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new TextPair("source " + i / 2, "target " + i))
        .toList();
  }

  @Test
  void noSourceIsInBoth() {
    PairSplit split = PairSplit.of(pairs(400), 1);
    Set<String> learned =
        split.training().stream().map(TextPair::source).collect(Collectors.toSet());
    assertEquals(40, split.heldOut().size());
    assertEquals(360, split.training().size());
    split.heldOut().forEach(pair -> assertFalse(learned.contains(pair.source())));
  }

  @Test
  void aPairThatStandsTwiceCountsOnce() {
    List<TextPair> twice = new ArrayList<>(pairs(10));
    twice.addAll(pairs(10));
    PairSplit split = PairSplit.of(twice, 1);
    assertEquals(10, split.training().size() + split.heldOut().size());
  }

  @Test
  void theSeedDecides() {
    assertEquals(PairSplit.of(pairs(400), 1), PairSplit.of(pairs(400), 1));
    assertFalse(PairSplit.of(pairs(400), 1).equals(PairSplit.of(pairs(400), 2)));
  }

  @Test
  void holdsOutAThousandSourcesAtMost() {
    assertEquals(2000, PairSplit.of(pairs(40_000), 1).heldOut().size());
  }

  @Test
  void oneSourceLeavesNothingToLearn() {
    assertTrue(PairSplit.of(pairs(2), 1).training().isEmpty());
  }
}
