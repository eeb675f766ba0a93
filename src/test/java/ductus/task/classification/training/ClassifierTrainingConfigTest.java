package ductus.task.classification.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ductus.run.RunFolder;
import ductus.task.NetworkSizes;
import ductus.task.classification.signal.SignalInputKind;
import ductus.task.classification.subject.TextInputKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingConfigTest {
  private static final ClassifierTrainingConfig USUAL = ClassifierTrainingConfig.USUAL;

  @Test
  void takesTheUsualLayersOfAnotherKindOnly() {
    ClassifierTrainingConfig bars = USUAL.of(SignalInputKind.BARS);
    assertEquals(SignalInputKind.BARS.usualLayers(), bars.core());
    NetworkSizes wide = bars.sizes().withHiddenSize(99);
    ClassifierTrainingConfig wideBars = bars.withSizes(wide);
    assertSame(wideBars, wideBars.of(SignalInputKind.BARS));
    assertEquals(wide, wideBars.sizes());
    assertEquals(new TextInputKind().usualLayers(), wideBars.of(new TextInputKind()).core());
  }

  @Test
  void readsTheFileOfARunBeforeThereWereDigests(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config.json"),
            """
            {"subject": "text-classes", "data": "/a.csv", "embeddingSize": 8,
             "core": {"cell": "gru", "layers": 1, "hiddenSize": 5, "dropout": 0.0, "skip": false},
             "validation": 0.2,
             "plan": {"epochs": 2, "patience": 2, "seed": 3,
               "batching": {"size": 8, "timeSteps": 0, "accumulate": 1, "recompute": false},
               "learningRate": {"peak": 0.01, "warmup": 30, "shape": "COSINE"}}}
            """);
    ClassifierTrainingConfig config =
        RunFolder.readConfig(file, new ClassificationTask().configType());
    assertEquals("", config.learned().digest());
    assertEquals("/a.csv", config.learned().source());
    assertEquals(5, config.sizes().hiddenSize());
  }
}
