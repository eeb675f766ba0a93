package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final List<String> LABELS = List.of("a", "b", "c");

  @Test
  void overlapIsTheSumOfTheSmallerShares() {
    Histogram half = histogram(5, 5, 0);
    Histogram other = histogram(0, 30, 10);
    assertEquals(0.5, half.overlap(other), 1e-15);
    assertEquals(0.5, other.overlap(half), 1e-15);
    assertEquals(1, other.overlap(histogram(0, 3, 1)), 1e-15);
    assertEquals(0, histogram(1, 0, 0).overlap(histogram(0, 1, 0)));
  }

  @Test
  void anEmptyHistogramOverlapsNothing() {
    assertEquals(0, histogram(0, 0, 0).overlap(histogram(1, 1, 1)));
    assertEquals(0, histogram(0, 0, 0).share(1));
  }

  @Test
  void tellsItsCounts() {
    Histogram histogram = histogram(1, 2, 5);
    assertEquals(3, histogram.bins());
    assertEquals(8, histogram.total());
    assertEquals(2, histogram.count(1));
    assertEquals(0.25, histogram.share(1));
    assertEquals(LABELS, histogram.labels());
  }

  @Test
  void rejectsWhatDoesNotFit() {
    Histogram other = new Histogram(List.of("a", "b", "d"), new long[3]);
    assertThrows(IllegalArgumentException.class, () -> histogram(1, 2, 3).overlap(other));
    assertThrows(IllegalArgumentException.class, () -> new Histogram(LABELS, new long[2]));
    assertThrows(IllegalArgumentException.class, () -> histogram(1, -1, 3));
  }

  private static Histogram histogram(long... counts) {
    return new Histogram(LABELS, counts);
  }
}
