package ductus.cluster;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.ClusterCommand;
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
    assertRefused(
        "command a must have arguments but had none",
        () -> new ClusterCommand("a", List.<String>of()));
  }
}
