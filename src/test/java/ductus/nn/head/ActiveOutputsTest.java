package ductus.nn.head;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ActiveOutputsTest {
  @Test
  void listsWhatIsOnAtEachStep() {
    ActiveOutputs switches =
        new ActiveOutputs(
            new int[] {0, 2, 2, 3}, new int[] {4, 7, 1}, new boolean[] {false, true, false});
    assertEquals(3, switches.steps());
    assertEquals(2, switches.count(0));
    assertEquals(7, switches.output(0, 1));
    assertTrue(switches.isMasked(1));
    assertEquals(1, switches.output(2, 0));
  }

  @Test
  void refusesListsThatDoNotFit() {
    assertRefused(
        "lists must be 2 within 1 outputs but 1 begin, and the last ends at 1",
        () -> new ActiveOutputs(new int[] {0, 1}, new int[1], new boolean[2]));
  }
}
