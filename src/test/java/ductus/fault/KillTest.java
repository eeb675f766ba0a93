package ductus.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Randomness;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that write are killed at moments of chance, and what they did is gone on with. */
@Tag("long")
class KillTest {
  private static final int KILLS = 4;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @Timeout(300)
  @ValueSource(strings = {"train", "sweep", "generate", "share", "shelf"})
  void whatWasKilledGoesOn(String name) throws Exception {
    RandomGenerator random = Randomness.of(name.hashCode());
    CrashedWriter writer =
        CrashedWriter.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    WriterProcess process = new WriterProcess(writer);
    long[] most = {Long.MAX_VALUE};
    CrashTrial trial =
        new CrashTrial(
            folder,
            new CrashedWriter(
                name,
                writer.before(),
                work -> process.run("write", work, most[0]),
                work -> process.run("go-on", work, Long.MAX_VALUE),
                writer.differing(),
                writer.optional(),
                writer.patience()));
    trial.writeAll();
    long whole = process.millis();
    for (int i = 0; i < KILLS; i++) {
      most[0] = random.nextLong(whole);
      trial.tryKilled();
    }
    assertEquals(List.of(), trial.failures());
  }
}
