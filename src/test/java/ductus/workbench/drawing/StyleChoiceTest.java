package ductus.workbench.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleChoiceTest {
  private final HandModel model;

  StyleChoiceTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  @Test
  void aMixLiesBetweenItsHandsByTheirShares() {
    FMatrixRMaj one = StyleChoice.of("one").vectors(model, 2);
    FMatrixRMaj two = StyleChoice.of("two").vectors(model, 2);
    FMatrixRMaj mixed = StyleChoice.mix("one:3, two:1").vectors(model, 2);
    for (int i = 0; i < mixed.getNumElements(); i++) {
      assertEquals(0.75f * one.data[i] + 0.25f * two.data[i], mixed.data[i], 1e-6f);
    }
    assertEquals(model.network().styles().get(0, 3), one.get(1, 3), 0);
  }

  @Test
  void aMixCanWriteWhatAllItsHandsCan() {
    assertTrue(StyleChoice.of("one").characters(model).contains((int) '7'));
    assertFalse(StyleChoice.mix("one:0.5,two:0.5").characters(model).contains((int) '7'));
  }

  @Test
  void namesTheHandsThatThereAre() {
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class, () -> StyleChoice.of("three").characters(model));
    assertEquals("hand must be one of one, two but was three", unknown.getMessage());
  }

  @Test
  void refusesMixesThatAreNone() {
    for (String wrong : new String[] {"", "one", "one:", ":1", "one:x", "one:1,one:2", "one:1,"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> StyleChoice.mix(wrong), wrong);
      assertTrue(String.valueOf(refused.getMessage()).startsWith("mix must be hands with"), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> StyleChoice.mix("one:0"));
    assertThrows(IllegalArgumentException.class, () -> StyleChoice.mix("one:-1,two:2"));
    assertThrows(IllegalArgumentException.class, () -> StyleChoice.mix("one:NaN"));
  }
}
