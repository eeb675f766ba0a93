package ductus.task.handwriting.synthesis;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
    FMatrixRMaj mixed = StyleChoice.mix("two:1, one:3").shares(model, 2);
    assertArrayEquals(new float[] {0.75f, 0.25f, 0.75f, 0.25f}, mixed.data);
    assertArrayEquals(new float[] {0, 1}, StyleChoice.of("two").shares(model, 1).data);
  }

  @Test
  void aMixCanWriteWhatAllItsHandsCan() {
    assertTrue(StyleChoice.of("one").characters(model).contains((int) '7'));
    assertFalse(StyleChoice.mix("one:0.5,two:0.5").characters(model).contains((int) '7'));
  }

  @Test
  void knowsTheJoinedHandsOfAMixWithUnjoinedOnes() {
    assertEquals(List.of("two"), StyleChoice.mix("one:0.5,two:0.5").joinedAmongOthers(model));
    assertEquals(List.of(), StyleChoice.of("one").joinedAmongOthers(model));
    assertEquals(List.of(), StyleChoice.of("two").joinedAmongOthers(model));
  }

  @Test
  void namesTheHandsThatThereAre() {
    assertRefused(
        "hand must be one of one, two but was three",
        () -> StyleChoice.of("three").characters(model));
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
