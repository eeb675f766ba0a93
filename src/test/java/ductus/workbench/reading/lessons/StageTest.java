package ductus.workbench.reading.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void linesGrowFirstAndBecomeCalmLast() {
    assertEquals(5, Stage.at(0).length());
    assertTrue(Stage.at(0).aligned());
    assertEquals(0, Stage.at(0.5).calm());
    assertEquals(44, Stage.at(0.5).length());
    assertFalse(Stage.at(0.5).aligned());
    assertEquals(1, Stage.at(1).calm(), 1e-12);
  }

  @Test
  void whoCouldReadBeforeBeginsWithLongLines() {
    assertEquals(44, Stage.again(0).length());
    assertFalse(Stage.again(0).aligned());
    assertEquals(1, Stage.again(1).calm(), 1e-12);
  }

  @Test
  void shortLinesComeInLargerBatches() {
    assertEquals(128, Stage.at(0).lines(32));
    assertEquals(32, Stage.at(1).lines(32));
  }
}
