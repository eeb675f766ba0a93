package ductus.task.handwriting.training;

import static ductus.Refusals.assertBadFileNaming;
import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.UnipenLines;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.model.ModelFile;
import ductus.model.pen.PenNetworkConfig;
import ductus.run.RunFolder;
import ductus.task.HeardStages;
import ductus.task.LearnedData;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.handwriting.HandwritingTask;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenTrainingTest {
  private static final Path HANDS = Path.of("corpora/hands");

  private static List<Hand> hands() throws Exception {
    return HandFolder.read(HANDS).hands().subList(0, 2);
  }

  private static PenTrainingConfig config(int windowComponents, int epochs, @Nullable String from) {
    PenShape shape =
        new PenShape(
            windowComponents == 0 ? null : new PenShape.Window(windowComponents, 8),
            3,
            2,
            16,
            2,
            "lstm");
    TrainingPlan plan =
        TrainingPlan.of(
            epochs, 1, new Batching(3, 0), new LearningRate(0.005, 5, LearningRate.Shape.COSINE));
    return new PenTrainingConfig(List.of(HANDS.toString()), List.of(), "", 8, 4, shape, plan, from);
  }

  private static PenTraining training(PenTrainingConfig config, List<Hand> hands)
      throws BadFileException, IOException {
    return new PenTraining(config, new HandFolder(hands, Map.of(), List.of()), "test");
  }

  private static PenTraining training(int windowComponents, int epochs) throws Exception {
    return training(config(windowComponents, epochs, null), hands());
  }

  private static TrainingProgress run(PenTraining training, Path folder) throws Exception {
    try (RunFolder run = RunFolder.open(folder)) {
      return new Training<>("hands", training)
          .run(new TrainingRequest(run, false, 1, TrainingListener.NONE, () -> false));
    }
  }

  @Test
  void learnsToWriteAlongATextAndFreely(@TempDir Path folder) throws Exception {
    for (int windowComponents : new int[] {0, 3}) {
      Path run = folder.resolve("run" + windowComponents);
      List<EpochMetrics> history = run(training(windowComponents, 5), run).history();
      double first = history.get(0).validationNats();
      double last = history.get(history.size() - 1).validationNats();
      assertTrue(last < first - 0.3, first + " → " + last);
      var model = ModelFile.read(run.resolve("model.safetensors"), HandModel.KIND);
      assertEquals(hands().get(0).name(), model.header().network().styles().get(0).name());
      assertEquals(windowComponents == 0, model.network().window().isEmpty());
    }
  }

  @Test
  void learnsTheHandsOfPeopleFromTheirLines(@TempDir Path folder) throws Exception {
    List<String> texts = HeldOutText.sentences().subList(0, 12);
    UnipenLines lines = new UnipenLines("print");
    for (String writer : List.of("anna", "ben", "clara")) {
      texts.forEach(text -> lines.add(writer, text));
    }
    lines.add("dan", "too little").add("anna", "not at all this", "quite another text");
    Files.writeString(folder.resolve("lines.dat"), lines.file());
    List<String> notices = new ArrayList<>();
    PenTrainingConfig config =
        config(3, 2, null)
            .withLearned(new LearnedData(List.of(HANDS.toString(), folder.toString()), "", null));
    PenTraining training =
        PenTraining.read(config, new Preparing(1, "test", HeardStages.into(notices)));
    List<String> styles = training.shape().styleNames();
    List<String> people = new ArrayList<>(List.of("anna", "ben", "clara"));
    people.retainAll(styles);
    assertEquals(2, people.size(), "one is kept aside: " + styles);
    assertTrue(styles.containsAll(List.of("print", "italic")), styles.toString());
    assertTrue(notices.get(1).contains("1 piece whose text the reader doubts"), notices.toString());
    assertTrue(notices.get(1).contains("1 piece by people who wrote little"), notices.toString());
    List<EpochMetrics> history = run(training, folder.resolve("run")).history();
    assertTrue(history.get(1).validationNats() < history.get(0).validationNats());
    assertTrue(training.material().description().contains("lines of 2 people"));
  }

  @Test
  void beginsAsAModelThatKnowsTheCharacters(@TempDir Path folder) throws Exception {
    run(training(3, 3), folder.resolve("first"));
    String first = folder.resolve("first").toString();
    PenTrainingConfig others = config(5, 1, first);
    PenTraining more = training(others, hands().subList(1, 2));
    assertEquals(training(3, 1).config().network(), more.config().network(), "that of the model");
    Path second = folder.resolve("second");
    double begun = run(more, second).history().get(0).validationNats();
    double anew = run(training(3, 1), folder.resolve("anew")).history().get(0).validationNats();
    assertTrue(begun < anew - 0.1, begun + " against " + anew);
    var model = ModelFile.read(second.resolve("model.safetensors"), HandModel.KIND);
    assertEquals(List.of(hands().get(1).name()), model.network().config().styleNames());
  }

  @Test
  void doesNotBeginAsAModelThatLacksACharacter(@TempDir Path folder) throws Exception {
    run(training(3, 1), folder.resolve("first"));
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(hands().get(0).glyphs());
    glyphs.put((int) 'Ж', glyphs.get((int) 'x'));
    Hand other = new Hand("other", false, glyphs);
    PenTrainingConfig from = config(3, 1, folder.resolve("first").toString());
    assertBadFileNaming("has Ж", () -> training(from, List.of(other)));
    run(training(0, 1), folder.resolve("free"));
    PenTrainingConfig free = config(3, 1, folder.resolve("free").toString());
    assertBadFileNaming("writes freely", () -> training(free, hands()));
  }

  @Test
  void shardsOfLinesAddUpToTheWholeBatch(@TempDir Path folder) throws Exception {
    PenTrainingConfig config = config(3, 2, null);
    List<Double> losses = new ArrayList<>();
    for (int shards : new int[] {1, 3}) {
      Batching batching = config.plan().batching().withShards(shards);
      PenTraining training =
          training(config.withPlan(config.plan().withBatching(batching)), hands());
      losses.add(
          run(training, folder.resolve("shards-" + shards)).history().get(1).validationNats());
    }
    assertEquals(losses.get(0), losses.get(1), 1e-3);
  }

  @Test
  void doesNotGoOnWithOtherHands() throws Exception {
    PenTrainingConfig ofTwo = training(3, 1).config();
    assertBadFileNaming(
        "holds other hands than when this run began",
        () -> Training.of(new HandwritingTask(), ofTwo, Preparing.quietly("test")));
  }

  @Test
  void aRunOfAnOlderVersionKeepsItsSizesAndComesToTheSameShape(@TempDir Path folder)
      throws Exception {
    PenTraining now = training(3, 1);
    try (RunFolder run = RunFolder.open(folder.resolve("old"))) {
      JsonFile.write(
          run.configPath(),
          new OldConfig(HANDS.toString(), 8, 4, now.shape(), now.config().plan()));
      PenTrainingConfig read = run.readConfig(PenTrainingConfig.class);
      assertEquals(config(3, 1, null), read);
      assertEquals(now.shape(), training(read, hands()).shape());
    }
  }

  /** What {@code config.json} held before 0.2: the network with all that follows from the hands. */
  private record OldConfig(
      String folder, int longest, int batches, PenNetworkConfig network, TrainingPlan plan) {}

  @Test
  void aPlanThatDoesNotFitTheNetworkIsRefused() throws Exception {
    PenTrainingConfig usual = config(3, 1, null);
    Regularization held =
        new Regularization(0, 0, 0, 0, true, 0, Regularization.NONE.scheduledSampling());
    assertRefusedNaming(
        "variational dropout",
        () -> training(usual.withPlan(usual.plan().withRegularization(held)), hands()));
    assertRefusedNaming(
        "a network that writes by hand must be lstm", () -> new PenShape(null, 3, 1, 16, 2, "ntm"));
  }
}
