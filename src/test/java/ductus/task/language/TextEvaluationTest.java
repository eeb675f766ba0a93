package ductus.task.language;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Piece;
import ductus.model.NetworkConfig;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Preparing.Stages;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.language.training.LanguageTask;
import ductus.task.language.training.TextTrainingConfig;
import ductus.train.TrainingListener;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEvaluationTest {
  @Test
  void aTrainedModelPredictsBetterThanFrequenciesAndOnlyWhatItHasNotSeen(@TempDir Path folder)
      throws Exception {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      text.append("line ").append(i * 7919 % 1000).append(" of the tale\n");
    }
    Files.writeString(texts.resolve("a.txt"), text);
    TextCorpus corpus = TextCorpus.read(texts, 1, Stages.UNHEARD);
    TextTrainingConfig config =
        new TextTrainingConfig(
            new TextTrainingConfig.TextSource(texts.toString(), "characters", 1, 0.2, ""),
            new NetworkConfig(2, 0, 0, 8, NetworkConfig.LSTM, 1, 32, 0, false),
            TrainingPlan.of(
                6, 1, new Batching(4, 64), new LearningRate(1e-2, 0, LearningRate.Shape.CONSTANT)));
    Training<?> training = Training.of(new LanguageTask(), config, Preparing.quietly("test"));
    Path run = folder.resolve("run");
    try (RunFolder opened = RunFolder.open(run)) {
      training.run(new TrainingRequest(opened, false, 1, TrainingListener.NONE, () -> false));
    }
    TextModel model = TextModel.find(run.toString());
    TextEvaluation evaluation = TextEvaluation.of(model, texts, corpus, 1);
    assertEquals(training.setup().material().heldOut(), evaluation.passages());
    assertEquals(training.setup().material().pieces(), evaluation.trainedOn());
    double frequencies = Objects.requireNonNull(evaluation.unigram()).bitsPerCharacter();
    assertTrue(
        evaluation.network().bitsPerCharacter() < frequencies / 2,
        evaluation.network().bitsPerCharacter() + " beside " + frequencies);
    assertEquals(
        evaluation.network().bitsPerCharacter() * evaluation.characters(),
        evaluation.network().bitsPerWord() * evaluation.words(),
        1e-6);
    // The loss that training measured, in bits.
    assertEquals(
        model.file().header().training().validationNats() / Math.log(2),
        evaluation.network().bitsPerCharacter(),
        1e-3);
    TextCorpus learned =
        new TextCorpus(
            corpus.passages().stream()
                .filter(piece -> model.file().header().pieces().contains(piece.hash()))
                .toList(),
            1,
            List.of());
    assertBadFileNaming("was not trained on", () -> TextEvaluation.of(model, texts, learned, 1));
  }

  @Test
  void aPassageThatStandsTwiceIsOne(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.txt"), "once\n");
    Files.writeString(folder.resolve("b.md"), "once\r\n\n");
    TextCorpus corpus = TextCorpus.read(folder, 1, Stages.UNHEARD);
    assertEquals(List.of("once"), corpus.passages().stream().map(Piece::value).toList());
  }
}
