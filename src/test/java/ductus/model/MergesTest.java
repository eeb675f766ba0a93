package ductus.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergesTest {
  private static final int VOCABULARY = 6;

  @Test
  void mergesTheMostFrequentPairFirst() {
    Merges merges =
        MergeLearning.of(List.of(sequence(1, 2, 3, 1, 2, 3, 4, 1, 2)), VOCABULARY, t -> true, 9);
    assertEquals(List.of(1, 2, 6, 3), merges.pairs());
    assertArrayEquals(new int[] {7, 7, 4, 6}, merges.merge(new int[] {1, 2, 3, 1, 2, 3, 4, 1, 2}));
  }

  @Test
  void leavesOutTokensThatMayNotMerge() {
    Merges merges =
        MergeLearning.of(List.of(sequence(0, 1, 2, 0, 1, 2)), VOCABULARY, t -> t != 0, 9);
    assertEquals(List.of(1, 2), merges.pairs());
  }

  @Test
  void unmergesWhatItMerged() {
    for (int seed = 0; seed < 200; seed++) {
      List<Sequence> sequences = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        sequences.add(sequence(tokens(100 * seed + i)));
      }
      Merges merges = MergeLearning.of(sequences, VOCABULARY, t -> t > 0, 40);
      assertEquals(merges.pairs(), new Merges(VOCABULARY, merges.pairs()).pairs());
      int[] tokens = tokens(seed);
      assertArrayEquals(tokens, merges.unmerge(merges.merge(tokens)), "seed " + seed);
    }
  }

  @Test
  void learnsWhatCountingAnewEachTimeWouldLearn() {
    for (int seed = 0; seed < 50; seed++) {
      int[] tokens = tokens(seed);
      Merges merges = MergeLearning.of(List.of(sequence(tokens)), VOCABULARY, t -> true, 5);
      List<Integer> pairs = new ArrayList<>();
      for (int merge = 0; merge < merges.count(); merge++) {
        int[] text = new Merges(VOCABULARY, pairs).merge(tokens);
        List<Integer> pair = merges.pairs().subList(2 * merge, 2 * merge + 2);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int t = 1; t < text.length; t++) {
          counts.merge(List.of(text[t - 1], text[t]), 1, Integer::sum);
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        assertEquals(most, counts.get(pair), "seed " + seed + " merge " + merge);
        pairs.addAll(pair);
      }
    }
  }

  @Test
  void standsForNoRunThatIsTooLong() {
    int[] tokens = new int[1 << 13];
    Merges merges = MergeLearning.of(List.of(sequence(tokens)), VOCABULARY, t -> true, 40);
    assertEquals(Merges.LONGEST_RUN, merges.runLength(merges.size() - 1));
    assertArrayEquals(tokens, merges.unmerge(merges.merge(tokens)));
    List<Integer> pairs = new ArrayList<>(merges.pairs());
    pairs.addAll(List.of(merges.size() - 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Merges(VOCABULARY, pairs));
  }

  @Test
  void refusesPairsOfTokensThatAreNotThereYet() {
    assertThrows(IllegalArgumentException.class, () -> new Merges(VOCABULARY, List.of(1, 6)));
    assertThrows(IllegalArgumentException.class, () -> new Merges(VOCABULARY, List.of(1)));
  }

  private static int[] tokens(long seed) {
    return Seeded.random(seed).ints(60, 0, VOCABULARY).toArray();
  }

  private static Sequence sequence(int... tokens) {
    return new Sequence(tokens, new int[0], 0);
  }
}
