package ductus.task.handwriting.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TriedLineTest {
  private static final SortedMap<String, Double> BEGINNING =
      new TreeMap<>(Map.of("a", 10.0, "b", 20.0, "c", 35.0));
  private static final SortedMap<String, Double> MORE =
      new TreeMap<>(Map.of("a", 100.0, "b", 90.0));

  @Test
  void theHandsThatCostLeastAreTriedOnMore() {
    assertEquals(Set.of("a", "b"), TriedLine.best(BEGINNING, 2));
    assertEquals(Set.of("a", "b", "c"), TriedLine.best(BEGINNING, 8));
  }

  @Test
  void whatWasNotTriedStaysBehind() {
    assertEquals(
        Map.of("a", -100 / 8.0, "b", -90 / 8.0, "c", -115 / 8.0),
        new TriedLine(BEGINNING, MORE, 80).evidence().nats());
  }

  @Test
  void longLinesCountNoMoreThanShorterOnes() {
    assertEquals(
        Map.of("a", -100 / 20.0, "b", -90 / 20.0, "c", -115 / 20.0),
        new TriedLine(BEGINNING, MORE, 440).evidence().nats());
  }
}
