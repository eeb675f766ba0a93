package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurriculumStageTest {
  @Test
  void linesGrowFirstAndBecomeCalmLast() {
    assertEquals(5, CurriculumStage.at(0).length());
    assertTrue(CurriculumStage.at(0).aligned());
    assertEquals(0, CurriculumStage.at(0.5).calm());
    assertEquals(44, CurriculumStage.at(0.5).length());
    assertFalse(CurriculumStage.at(0.5).aligned());
    assertEquals(1, CurriculumStage.at(1).calm(), 1e-12);
  }

  @Test
  void whoCouldReadBeforeBeginsWithLongLines() {
    assertEquals(44, CurriculumStage.again(0).length());
    assertFalse(CurriculumStage.again(0).aligned());
    assertEquals(1, CurriculumStage.again(1).calm(), 1e-12);
  }

  @Test
  void shortLinesComeInLargerBatches() {
    assertEquals(128, CurriculumStage.at(0).lines(32));
    assertEquals(32, CurriculumStage.at(1).lines(32));
  }
}
