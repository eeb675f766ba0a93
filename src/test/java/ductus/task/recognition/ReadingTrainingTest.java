package ductus.task.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.run.RunFolder;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.train.TrainingListener;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTrainingTest {
  private static final Path HANDS = Path.of("corpora/hands");
  private static final List<String> WITHOUT = List.of("letter", "chancery", "note", "capitals");

  private static ReadingTraining training(ReadingTarget subject, List<String> without)
      throws Exception {
    TrainingPlan plan =
        TrainingPlan.of(
            2, 1, new Batching(2, 0), new LearningRate(0.01, 0, LearningRate.Shape.CONSTANT));
    ReadingTrainingConfig config =
        new ReadingTrainingConfig(subject, List.of(HANDS.toString()), without, "", "", 8, 2, plan);
    return new ReadingTraining(config, HandFolder.read(HANDS), "test");
  }

  @Test
  void aRunThatWasStoppedEndsWithTheSameModel(@TempDir Path folder) throws Exception {
    for (ReadingTarget subject : ReadingTarget.values()) {
      Path whole = folder.resolve(subject + "-whole");
      Path parts = folder.resolve(subject + "-parts");
      try (RunFolder run = RunFolder.open(whole)) {
        training(subject, WITHOUT).run(run, false, 1, TrainingListener.NONE, () -> false);
      }
      for (int part = 0; part < 5; part++) {
        try (RunFolder run = RunFolder.open(parts)) {
          training(subject, WITHOUT).run(run, true, 2, TrainingListener.NONE, () -> true);
        }
      }
      assertArrayEquals(
          Files.readAllBytes(whole.resolve("model.safetensors")),
          Files.readAllBytes(parts.resolve("model.safetensors")));
    }
  }

  @Test
  void aRunOfHandsKnowsThemInTheEnd(@TempDir Path folder) throws Exception {
    try (RunFolder run = RunFolder.open(folder);
        Workers workers = new Workers(1)) {
      ReadingTraining training = training(ReadingTarget.HAND, WITHOUT);
      training.run(run, false, 1, TrainingListener.NONE, () -> false);
      assertEquals(List.of("italic", "print", "round"), training.hands());
      WriterIdentification naming =
          ReadingModels.naming(folder.toString(), KernelChoice.best(), workers);
      assertEquals(List.copyOf(naming.enrolled()), training.hands());
    }
  }

  @Test
  void refusesOtherHandsThanWhenItBegan() throws Exception {
    ReadingTrainingConfig begun = training(ReadingTarget.TEXT, WITHOUT).config();
    assertTrue(!begun.digest().isEmpty());
    HandFolder fewer = HandFolder.read(HANDS).without(List.of("print"));
    assertThrows(BadFileException.class, () -> new ReadingTraining(begun, fewer, "test"));
    assertThrows(
        BadFileException.class,
        () ->
            training(
                ReadingTarget.TEXT,
                List.of("letter", "chancery", "note", "capitals", "print", "round")));
  }
}
