package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortEpochsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void writesNoCheckpointForEachOfManyShortEpochs() throws Exception {
    Path checkpoint = folder.resolve("many");
    Set<FileTime> written = new HashSet<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) throws IOException {
            written.add(Files.getLastModifiedTime(checkpoint));
          }
        };
    TrainingPlan plan = TinyTokenRun.plan(400, 0);
    TrainingProgress end =
        TinyTokenRun.run(plan, checkpoint, KernelChoice.best(), 1, listener, () -> false);
    assertEquals(400, end.epoch());
    assertTrue(written.size() <= end.seconds() + 2, written.size() + " in " + end.seconds());
    Trainer again;
    try (Workers workers = new Workers(1)) {
      again = TinyTokenRun.trainer(TinyTokenRun.network(), plan, checkpoint, workers);
      again.resume();
    }
    assertEquals(400, again.progress().epoch());
    assertEquals(400, again.progress().history().size());
  }
}
