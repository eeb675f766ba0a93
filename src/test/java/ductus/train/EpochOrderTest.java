package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.Melodies;
import ductus.model.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
  @Test
  void everySequenceComesOnce() {
    for (int count : new int[] {1, 2, 7, 8, 9, 100, 257}) {
      for (int batchSize : new int[] {1, 3, 8, 300}) {
        List<Sequence> sequences = Melodies.circles(count, 12, count);
        List<List<Sequence>> batches = EpochOrder.of(sequences, Sequence::length, batchSize, 5, 2);
        assertEquals((count + batchSize - 1) / batchSize, batches.size());
        assertTrue(batches.stream().allMatch(b -> !b.isEmpty() && b.size() <= batchSize));
        assertEquals(counts(List.of(sequences)), counts(batches));
        assertEquals(
            counts(List.of(sequences)),
            counts(EpochOrder.byLength(sequences, Sequence::length, batchSize)));
      }
    }
  }

  private static Map<Sequence, Integer> counts(List<List<Sequence>> batches) {
    Map<Sequence, Integer> counts = new HashMap<>();
    batches.forEach(batch -> batch.forEach(s -> counts.merge(s, 1, Integer::sum)));
    return counts;
  }

  @Test
  void dependsOnSeedAndEpochOnly() {
    List<Sequence> sequences = Melodies.circles(100, 12, 1);
    List<List<Sequence>> order = EpochOrder.of(sequences, Sequence::length, 8, 5, 2);
    assertEquals(order, EpochOrder.of(new ArrayList<>(sequences), Sequence::length, 8, 5, 2));
    assertNotEquals(order, EpochOrder.of(sequences, Sequence::length, 8, 5, 3));
    assertNotEquals(order, EpochOrder.of(sequences, Sequence::length, 8, 6, 2));
  }

  @Test
  void padsToTheLongestOfThoseThatGoTogether() {
    List<List<Integer>> batches = List.of(List.of(5, 3, 1, 2), List.of(4));
    // 20 + 4 steps in all, 15 of them filled; in pairs 10 + 4 + 4.
    assertEquals(1 - 15 / 24.0, EpochOrder.padding(batches, steps -> steps, 4), 1e-12);
    assertEquals(1 - 15 / 18.0, EpochOrder.padding(batches, steps -> steps, 2), 1e-12);
    assertEquals(0, EpochOrder.padding(batches, steps -> steps, 1));
    assertEquals(0, EpochOrder.padding(List.<List<Integer>>of(), steps -> steps, 1));
  }

  @Test
  void putsSequencesOfSimilarLengthSideBySide() {
    List<Sequence> sequences = Melodies.circles(256, 12, 1);
    int padded = 0;
    int needed = 0;
    for (List<Sequence> batch : EpochOrder.of(sequences, Sequence::length, 8, 5, 2)) {
      padded += batch.size() * batch.stream().mapToInt(Sequence::length).max().orElseThrow();
      needed += batch.stream().mapToInt(Sequence::length).sum();
    }
    assertTrue(padded < 1.15 * needed, padded + " for " + needed);
  }

  @Test
  void shortBatchesDoNotAllComeFirst() {
    List<Sequence> sequences = Melodies.circles(256, 12, 1);
    List<Integer> lengths =
        EpochOrder.of(sequences, Sequence::length, 8, 5, 2).stream()
            .map(batch -> batch.get(0).length())
            .toList();
    assertNotEquals(lengths.stream().sorted().toList(), lengths);
    assertNotEquals(lengths.stream().sorted(Comparator.reverseOrder()).toList(), lengths);
  }
}
