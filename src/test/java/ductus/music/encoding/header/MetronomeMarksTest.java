package ductus.music.encoding.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetronomeMarksTest {
  @Test
  void theNearestMarkIsSoInRatio() {
    MetronomeMarks marks = new MetronomeMarks(List.of(50, 100, 200));
    assertEquals(0, marks.nearest(1));
    // As far from 50 as from 100 by ratio is 70.7, and not 75.
    assertEquals(0, marks.nearest(70));
    assertEquals(1, marks.nearest(72));
    assertEquals(2, marks.nearest(1000));
    assertEquals(200, marks.get(2));
  }

  @Test
  void modelsKnowTheMarksByTheirNumbers() {
    assertEquals(49, MetronomeMarks.FINE.size());
    assertEquals(37, MetronomeMarks.FINE.nearest(200));
    assertEquals(20, MetronomeMarks.COARSE.size());
    assertEquals(13, MetronomeMarks.COARSE.nearest(116));
  }
}
