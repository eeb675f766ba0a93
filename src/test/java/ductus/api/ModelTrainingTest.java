package ductus.api;

import static ductus.Refusals.assertBadFile;
import static ductus.Refusals.assertBadFileNaming;
import static ductus.Refusals.assertRefused;
import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import ductus.run.TinyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {
  private static final TrainingSettings SMALL =
      TrainingSettings.seeded(7)
          .withEpochs(3)
          .withCell("gru")
          .withLayers(1)
          .withHiddenSize(8)
          .withDropout(0)
          .withLearningRate(0.01)
          .withBatchSize(4);

  /** Counting round and round, from somewhere. */
  private static final TokenCorpus COUNTING =
      TokenCorpus.of(
          4,
          IntStream.range(0, 40)
              .mapToObj(from -> IntStream.range(from, from + 9).map(i -> i % 4).toArray())
              .toList());

  private final Path folder;
  private final Path run;

  ModelTrainingTest(@TempDir Path folder) {
    this.folder = folder;
    run = folder.resolve("run");
  }

  private static final class Epochs implements TrainingObserver {
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int batches;
    private int mostBatches = Integer.MAX_VALUE;

    @Override
    public void epochEnded(Epoch epoch) {
      epochs.add(epoch);
    }

    @Override
    public void leftOut(String complaint) {
      leftOut.add(complaint);
    }

    @Override
    public boolean wantsStop() {
      return ++batches > mostBatches;
    }
  }

  @Test
  void learnsTheWeightsOfTheCommand() throws Exception {
    Path corpus = TinyRuns.corpus(folder.resolve("corpus"), 6);
    Files.writeString(corpus.resolve("broken.mid"), "MThd");
    Epochs epochs = new Epochs();
    ModelTraining training = ModelTraining.onMusic(corpus, SMALL);
    ModelTraining.Outcome outcome = training.run(run, epochs);
    assertFalse(outcome.stopped());
    assertEquals(3, epochs.epochs.size());
    assertEquals(1, epochs.leftOut.size());
    assertTrue(epochs.leftOut.get(0).contains("broken.mid"), epochs.leftOut.get(0));
    Path command = folder.resolve("command");
    CommandRun trained =
        CommandRun.of(
            "train",
            corpus,
            "--out",
            command,
            "--seed",
            7,
            "--epochs",
            3,
            "--cell",
            "gru",
            "--layers",
            1,
            "--hidden",
            8,
            "--dropout",
            0,
            "--learning-rate",
            0.01,
            "--batch",
            4);
    assertEquals(3, trained.status(), trained.err());
    assertArrayEquals(
        Files.readAllBytes(command.resolve("model.safetensors")),
        Files.readAllBytes(outcome.model()));
    assertTrue(Composer.of(run).compose(CompositionRequest.seeded(1)).midi().length > 0);
    // The same folder, either way.
    assertEquals(outcome.bestEpoch(), training.resume(command, epochs).bestEpoch());
  }

  @Test
  void goesOnAsIfItHadNeverStopped() throws Exception {
    ModelTraining training = ModelTraining.onTokens(COUNTING, SMALL);
    ModelTraining.Outcome whole = training.run(run, TrainingObserver.NONE);
    Epochs impatient = new Epochs();
    impatient.mostBatches = 12;
    Path stopping = folder.resolve("stopping");
    ModelTraining.Outcome stopped = training.run(stopping, impatient);
    assertTrue(stopped.stopped());
    assertEquals(1, stopped.bestEpoch());
    assertEquals(whole.bestEpoch(), training.resume(stopping, TrainingObserver.NONE).bestEpoch());
    assertArrayEquals(Files.readAllBytes(whole.model()), Files.readAllBytes(stopped.model()));
  }

  @Test
  void learnsTokens() throws Exception {
    ModelTraining.onTokens(COUNTING, SMALL.withEpochs(30)).run(run, TrainingObserver.NONE);
    TokenModel model = TokenModel.open(run);
    assertEquals(4, model.vocabulary());
    int[] counted = model.draw(new int[] {2, 3}, 20, 0, 1);
    assertArrayEquals(new int[] {2, 3, 0, 1, 2, 3, 0, 1}, Arrays.copyOf(counted, 8));
    assertArrayEquals(model.draw(new int[0], 20, 1, 5), model.draw(new int[0], 20, 1, 5));
    double usual = model.nats(new int[] {1, 2, 3, 0, 1, 2, 3, 0, 1});
    assertTrue(usual < 0.5, "" + usual);
    assertTrue(model.nats(new int[] {1, 1, 3, 3, 1, 2, 3, 0, 1}) > usual);
    assertRefused("token 1 must be 0 to 3 but was 4", () -> model.nats(new int[] {0, 4}));
    assertRefusedNaming("more than the prompt's 2", () -> model.draw(new int[] {0, 1}, 2, 1, 1));
  }

  @Test
  void refusesToGoOnWithSomethingElse() throws Exception {
    ModelTraining training = ModelTraining.onTokens(COUNTING, SMALL.withEpochs(1));
    training.run(run, TrainingObserver.NONE);
    assertBadFile(
        "holds a training already; resume it, or choose another folder",
        () -> training.run(run, TrainingObserver.NONE));
    assertBadFileNaming(
        "with other settings",
        () -> ModelTraining.onTokens(COUNTING, SMALL).resume(run, TrainingObserver.NONE));
    TokenCorpus other = TokenCorpus.of(4, List.of(new int[] {1}, new int[] {2}));
    assertBadFileNaming(
        "with other settings",
        () ->
            ModelTraining.onTokens(other, SMALL.withEpochs(1)).resume(run, TrainingObserver.NONE));
    Path corpus = TinyRuns.corpus(folder.resolve("corpus"), 3);
    assertBadFileNaming(
        "is of the task tokens",
        () -> ModelTraining.onMusic(corpus, SMALL).resume(run, TrainingObserver.NONE));
    assertBadFileNaming("a model of tokens, not of", () -> Composer.of(run));
    assertRefusedNaming("polka", () -> ModelTraining.onMusic(corpus, "polka", SMALL));
  }

  @Test
  void refusesTokensThatAreNone() {
    assertRefused(
        "sequence 1: token 2 must be 0 to 2 but was -1",
        () -> TokenCorpus.of(3, List.of(new int[] {0}, new int[] {0, 1, -1})));
    assertRefusedNaming("two or more", () -> TokenCorpus.of(3, List.of(new int[] {0})));
    assertRefusedNaming("vocabulary must be 1 to", () -> TokenCorpus.of(0, List.of()));
    assertArrayEquals(new int[] {1, 2, 3, 0, 1, 2, 3, 0, 1}, COUNTING.sequence(1));
    assertEquals(40, COUNTING.size());
  }
}
