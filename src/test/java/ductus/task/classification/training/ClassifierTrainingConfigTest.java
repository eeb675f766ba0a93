package ductus.task.classification.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ductus.model.CoreConfig;
import ductus.run.RunFolder;
import ductus.task.classification.signal.SignalInputKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingConfigTest {
  private static final ClassifierTrainingConfig USUAL = ClassifierTrainingConfig.USUAL;

  @Test
  void takesWhatIsUsualForAnotherKindWhereNothingElseIsAskedFor() {
    ClassifierTrainingConfig bars = USUAL.of(SignalInputKind.BARS);
    assertEquals(SignalInputKind.BARS.usualLayers(), bars.core());
    ClassifierTrainingConfig wideBars = bars.withSizes(bars.sizes().withHiddenSize(99));
    assertSame(wideBars, wideBars.of(SignalInputKind.BARS));
    CoreConfig letters = SignalInputKind.LETTERS.usualLayers();
    assertEquals(
        new CoreConfig(letters.cell(), letters.layers(), 99, letters.dropout(), false),
        wideBars.of(SignalInputKind.LETTERS).core());
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
