package ductus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergedSequencesTest {
  @Test
  void areTheSequencesWithTheirTokensMerged() {
    Merges merges = new Merges(5, List.of(1, 2));
    List<Sequence> plain =
        List.of(
            new Sequence(new int[] {0, 1, 2, 1, 2, 4}, new int[0], 0),
            new Sequence(new int[] {0, 2, 1, 4}, new int[0], 0));
    Sequences merged = new MergedSequences(Sequences.of(plain), merges);
    assertEquals(plain.stream().map(merges::merge).toList(), merged.all());
    assertEquals(2, merged.size());
    assertEquals(4, merged.length(0));
    assertEquals(4, merged.length(1));
    assertEquals(4, merged.longest());
  }
}
