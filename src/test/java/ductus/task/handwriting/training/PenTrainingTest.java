package ductus.task.handwriting.training;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.model.ModelFile;
import ductus.run.RunFolder;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.EpochMetrics;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenTrainingTest {
  private static final Path HANDS = Path.of("corpora/hands");

  private static List<Hand> hands() throws Exception {
    return HandFolder.read(HANDS).hands().subList(0, 2);
  }

  private static PenTraining training(int windowComponents, int epochs) throws Exception {
    TrainingPlan plan =
        TrainingPlan.of(
            epochs, 1, new Batching(3, 0), new LearningRate(0.005, 5, LearningRate.Shape.COSINE));
    PenShape shape = new PenShape("lstm", 2, 16, 2, windowComponents, 8, 3);
    return PenTraining.of(HANDS, hands(), shape, 8, 4, plan, "test");
  }

  private static TrainingProgress run(PenTraining training, Path folder, int stopAfter)
      throws Exception {
    try (RunFolder run = RunFolder.open(folder)) {
      int[] asked = {0};
      return training.run(run, true, 1, TrainingListener.NONE, () -> ++asked[0] == stopAfter);
    }
  }

  @Test
  void learnsToWriteAlongATextAndFreely(@TempDir Path folder) throws Exception {
    for (int windowComponents : new int[] {0, 3}) {
      Path run = folder.resolve("run" + windowComponents);
      TrainingProgress progress = run(training(windowComponents, 5), run, -1);
      List<EpochMetrics> history = progress.history();
      double first = history.get(0).validationNats();
      double last = history.get(history.size() - 1).validationNats();
      assertTrue(last < first - 0.3, first + " → " + last);
      var model = ModelFile.read(run.resolve("model.safetensors"), HandModel.KIND);
      assertEquals(hands().get(0).name(), model.header().network().styles().get(0).name());
      assertEquals(windowComponents == 0, model.network().window().isEmpty());
    }
  }

  @Test
  void aStoppedRunEndsWithTheSameWeights(@TempDir Path folder) throws Exception {
    run(training(3, 2), folder.resolve("whole"), -1);
    Path parts = folder.resolve("parts");
    run(training(3, 2), parts, 3);
    run(training(3, 2), parts, 2);
    run(training(3, 2), parts, -1);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/model.safetensors")),
        Files.readAllBytes(parts.resolve("model.safetensors")));
  }

  @Test
  void beginsAsAModelThatKnowsTheCharacters(@TempDir Path folder) throws Exception {
    run(training(3, 3), folder.resolve("first"), -1);
    String first = folder.resolve("first").toString();
    PenTraining more =
        PenTraining.from(
            HANDS, hands().subList(1, 2), first, 8, 2, training(3, 1).config().plan(), "test");
    Path second = folder.resolve("second");
    double begun = run(more, second, -1).history().get(0).validationNats();
    double anew = run(training(3, 1), folder.resolve("anew"), -1).history().get(0).validationNats();
    assertTrue(begun < anew - 0.1, begun + " against " + anew);
    var model = ModelFile.read(second.resolve("model.safetensors"), HandModel.KIND);
    assertEquals(List.of(hands().get(1).name()), model.network().config().styleNames());
  }

  @Test
  void doesNotBeginAsAModelThatLacksACharacter(@TempDir Path folder) throws Exception {
    run(training(3, 1), folder.resolve("first"), -1);
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(hands().get(0).glyphs());
    glyphs.put((int) 'Ж', glyphs.get((int) 'x'));
    Hand other = new Hand("other", false, glyphs);
    assertBadFileNaming(
        "has Ж",
        () ->
            PenTraining.from(
                HANDS,
                List.of(other),
                folder.resolve("first").toString(),
                8,
                2,
                training(3, 1).config().plan(),
                "test"));
  }

  @Test
  void doesNotGoOnWithOtherHands(@TempDir Path folder) throws Exception {
    PenTrainingConfig config = training(3, 1).config();
    PenTraining.resumed(config, hands(), "test");
    BadFileException refused =
        assertThrows(
            BadFileException.class,
            () -> PenTraining.resumed(config, hands().subList(0, 1), "test"));
    assertTrue(refused.reason().startsWith("holds other hands"), refused.reason());
    assertThrows(
        BadFileException.class,
        () -> PenTraining.of(folder, List.of(), PenShape.USUAL, 8, 4, config.plan(), "test"));
  }
}
