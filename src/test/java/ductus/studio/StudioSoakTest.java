package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioSoakTest {
  @Tag("long")
  @Test
  void holdsNoMoreAfterSomeMinutesOfACrowd(@TempDir Path folder) throws Exception {
    List<SoakSample> samples = StudioSoak.run(folder, Duration.ofMinutes(3), 4, sample -> {});
    assertTrue(samples.stream().mapToInt(SoakSample::answers).sum() > 500);
    assertEquals(List.of(), SoakGrowth.of(samples));
  }

  @Test
  void seesWhatGrew() {
    List<SoakSample> samples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      samples.add(new SoakSample(10L * i, 40 + 0.3 * i, 300, 30, 100 + i, 50, 3, 90));
    }
    assertEquals(
        List.of("heap, MB: 41.8, then 52.6", "open files: 106.0, then 142.0"),
        SoakGrowth.of(samples));
  }
}
