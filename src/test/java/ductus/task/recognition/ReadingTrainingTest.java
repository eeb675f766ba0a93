package ductus.task.recognition;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ductus.corpus.line.UnipenLines;
import ductus.file.BadFileException;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.run.RunFolder;
import ductus.task.HeardStages;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReadingTrainingTest {
  private static final Path HANDS = Path.of("corpora/hands");
  private static final int EPOCHS = 2;
  private static final List<String> WITHOUT = List.of("letter", "chancery", "note", "capitals");

  private static ReadingTrainingConfig config(
      ReadingTarget subject, List<String> without, Batching batching) {
    TrainingPlan plan =
        TrainingPlan.of(
            EPOCHS, 1, batching, new LearningRate(0.01, 0, LearningRate.Shape.CONSTANT));
    return new ReadingTrainingConfig(
        subject, List.of(HANDS.toString()), without, "", "", "", 8, 2, plan);
  }

  private static Training<?> training(ReadingTrainingConfig config)
      throws BadFileException, IOException {
    return Training.of(new RecognitionTask(), config, Preparing.quietly("test"));
  }

  private static Training<?> training(ReadingTarget subject, List<String> without)
      throws BadFileException, IOException {
    return training(config(subject, without, new Batching(2, 0)));
  }

  private static TrainingProgress run(Training<?> training, Path folder, int threads, boolean once)
      throws Exception {
    try (RunFolder run = RunFolder.open(folder)) {
      return training.run(
          new TrainingRequest(run, true, threads, TrainingListener.NONE, () -> once));
    }
  }

  private static byte[] model(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }

  @Tag("long")
  @Test
  @Timeout(300)
  void aRunThatWasStoppedEndsWithTheSameModel(@TempDir Path folder) throws Exception {
    for (ReadingTarget subject : ReadingTarget.values()) {
      Path whole = folder.resolve(subject + "-whole");
      Path parts = folder.resolve(subject + "-parts");
      run(training(subject, WITHOUT), whole, 1, false);
      TrainingProgress stopped;
      do {
        stopped = run(training(subject, WITHOUT), parts, 2, true);
      } while (stopped.epoch() < EPOCHS);
      assertArrayEquals(model(whole), model(parts));
    }
  }

  @Test
  void learnsLinesOfPeopleWithoutThoseThatAReaderDoubts(@TempDir Path folder) throws Exception {
    UnipenLines lines = new UnipenLines("print");
    for (String writer : List.of("anna", "ben", "clara")) {
      HeldOutText.sentences().subList(0, 8).forEach(text -> lines.add(writer, text));
    }
    lines.add("anna", "quite another text", "not what it is said to be");
    Path written = Files.createDirectories(folder.resolve("written"));
    Files.writeString(written.resolve("lines.dat"), lines.file());
    TrainingPlan plan = config(ReadingTarget.TEXT, WITHOUT, new Batching(2, 0)).plan();
    List<String> notices = new ArrayList<>();
    for (String reader : List.of("", ReadingModels.PEOPLE)) {
      ReadingTrainingConfig config =
          new ReadingTrainingConfig(
              ReadingTarget.TEXT,
              List.of(HANDS.toString(), written.toString()),
              List.of(),
              "",
              reader,
              "",
              8,
              2,
              plan);
      Training<?> training =
          Training.of(
              new RecognitionTask(), config, new Preparing(1, "test", HeardStages.into(notices)));
      run(training, folder.resolve("run" + reader), 1, true);
      run(training, folder.resolve("run" + reader), 1, false);
    }
    String doubted = "1 piece of whose text a reader finds next to nothing";
    List<String> passedOver = notices.stream().filter(n -> n.startsWith("passed over")).toList();
    assertEquals(1, passedOver.stream().filter(n -> n.contains(doubted)).count(), "" + notices);
    var model = ReadingModels.reader(folder.resolve("run" + ReadingModels.PEOPLE).toString());
    assertEquals(2, model.header().pieces().size(), "writers that it learned, one is kept aside");
  }

  @Test
  void aRunOfHandsKnowsThemInTheEnd(@TempDir Path folder) throws Exception {
    Training<?> training = training(ReadingTarget.HAND, WITHOUT);
    run(training, folder, 1, false);
    List<String> hands = List.of("italic", "print", "round");
    assertEquals(hands, training.setup().facts().get("hands"));
    try (Workers workers = new Workers(1)) {
      WriterIdentification naming =
          ReadingModels.naming(folder.toString(), KernelChoice.best(), workers);
      assertEquals(hands, List.copyOf(naming.enrolled()));
    }
  }

  /** Without dropout, whose noise depends on how lines lie side by side. */
  @Tag("long")
  @Test
  void shardsOfLinesAddUpToTheWholeBatch(@TempDir Path folder) throws Exception {
    List<Double> losses = new ArrayList<>();
    for (int shards : new int[] {1, 2, 4}) {
      Batching batching = new Batching(4, 0).withShards(shards);
      Training<?> training = training(config(ReadingTarget.HAND, WITHOUT, batching));
      try (RunFolder run = RunFolder.open(folder.resolve("shards-" + shards))) {
        losses.add(
            training
                .run(new TrainingRequest(run, false, 1, TrainingListener.NONE, () -> false))
                .history()
                .get(1)
                .validationNats());
      }
    }
    assertEquals(losses.get(0), losses.get(1), 1e-3);
    assertEquals(losses.get(0), losses.get(2), 1e-3);
  }

  @Test
  void refusesOtherHandsThanWhenItBegan() throws Exception {
    ReadingTrainingConfig begun =
        (ReadingTrainingConfig) training(ReadingTarget.TEXT, WITHOUT).setup().config();
    assertFalse(begun.digest().isEmpty());
    ReadingTrainingConfig more = config(ReadingTarget.TEXT, List.of(), new Batching(2, 0));
    assertBadFileNaming(
        "holds other hands than when this run began",
        () -> training(more.withLearned(begun.learned())));
    assertBadFileNaming(
        "training needs two hands at least, found 1",
        () ->
            training(
                ReadingTarget.TEXT,
                List.of("letter", "chancery", "note", "capitals", "print", "round")));
  }
}
