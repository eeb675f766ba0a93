package ductus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterProviderTest {
  @Test
  void saysHowToGetTheEngineWhereThereIsNone() {
    String message =
        String.valueOf(assertThrows(ClusterException.class, ClusterProvider::find).getMessage());
    assertTrue(message.contains("./ductus spark setup"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void refusesACommandWithoutArguments() {
    assertEquals(
        "command a must have arguments but had none",
        assertThrows(
                IllegalArgumentException.class, () -> new ClusterCommand("a", List.<String>of()))
            .getMessage());
  }
}
