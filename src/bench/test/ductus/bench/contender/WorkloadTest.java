package ductus.bench.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  @Test
  void isReadAsItIsWritten() {
    for (Setting setting : Setting.COMPARED) {
      Workload workload = new Workload(setting, "gru", 2);
      assertEquals(workload, Workload.parse(workload.arguments()));
    }
    assertEquals(
        List.of("388", "256", "512", "2", "64", "128", "lstm", "1"),
        new Workload(Setting.COMPARED.get(2), "lstm", 1).arguments());
  }

  @Test
  void rejectsTooFewArguments() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> Workload.parse(List.of("128", "64", "128")));
    assertEquals(
        "arguments must be V E H L B T cell threads but were 128 64 128", thrown.getMessage());
  }

  @Test
  void rejectsSizesOfNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Workload.parse(List.of("128", "64", "0", "1", "32", "64", "lstm", "1")));
  }
}
