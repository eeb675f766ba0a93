package ductus.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import ductus.model.NetworkConfig;
import ductus.model.frame.FrameNetwork;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.handwriting.HandwritingTask;
import ductus.task.handwriting.training.PenShape;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.task.language.training.LanguageTask;
import ductus.task.language.training.TextTrainingConfig;
import ductus.task.music.frames.KeysTask;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import ductus.text.CharacterEncoding;
import ductus.train.ThreadPeers;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTaskTest {
  private static final int SHARDS = 4;

  @TempDir Path folder = Path.of("");

  @Test
  void machinesThatShareARunOnMelodiesEndWithTheModelOfOne() throws Exception {
    MusicTrainingConfig config = music("melody", TinyRuns.corpus(folder.resolve("tunes"), 14));
    check(Training.of(new MusicTask(), config, Preparing.quietly("test")));
  }

  @Test
  void theSameOfIndependentKeys() throws Exception {
    Path sets =
        Files.writeString(
            folder.resolve("sets.json"),
            "{\"train\":%s,\"valid\":%s}".formatted(frames(11, 9), frames(35, 7)));
    MusicTrainingConfig config = music(FrameNetwork.ENCODING, sets);
    check(Training.of(new KeysTask(), config, Preparing.quietly("test")));
  }

  /** More sequences than are measured together where there are many. */
  private static String frames(int pieces, int steps) {
    List<List<List<Integer>>> all = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      List<List<Integer>> some = new ArrayList<>();
      for (int step = 0; step < steps + piece % 3; step++) {
        some.add(List.of(48 + (piece * 5 + step * 7) % 12, 60 + (piece + step * step) % 19));
      }
      all.add(some);
    }
    return all.toString();
  }

  @Test
  void theSameOfText() throws Exception {
    Path text = text("and so it goes from line to line %d, %d times and more.\n");
    check(texts(text));
  }

  private static Training<?> texts(Path text) throws BadFileException, IOException {
    TextTrainingConfig config =
        new TextTrainingConfig(
            new TextTrainingConfig.TextSource(
                text.toString(), CharacterEncoding.NAME, 100, 0.25, ""),
            new NetworkConfig(2, 0, 0, 4, NetworkConfig.LSTM, 1, 12, 0.2, false),
            plan(new Batching(8, 700)));
    return Training.of(new LanguageTask(), config, Preparing.quietly("test"));
  }

  private Path text(String line) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 350; i++) {
      text.append(line.formatted(i, i * i % 31));
    }
    return Files.writeString(folder.resolve("text.txt"), text);
  }

  @Test
  void machinesThatShareARunOnHandsEndWithTheModelOfOne() throws Exception {
    Path hands = Files.createDirectory(folder.resolve("hands"));
    for (String name : List.of("italic.json", "print.json")) {
      Files.copy(Path.of("corpora/hands", name), hands.resolve(name));
    }
    // Lines of 8 to 12 characters: 6 to 4 of them, which do not cut evenly.
    PenShape shape = new PenShape(new PenShape.Window(3, 4), 2, 1, 12, 2, NetworkConfig.LSTM);
    PenTrainingConfig config =
        new PenTrainingConfig(
            List.of(hands.toString()), List.of(), "", 12, 5, shape, plan(new Batching(4, 0)), null);
    check(Training.of(new HandwritingTask(), config, Preparing.quietly("test")));
  }

  @Test
  void aMachineThatSeesOtherTextsSaysSo() throws Exception {
    SharedTask shared = SharedTask.of(texts(text("one %d two %d.\n")), "test", Integer.MAX_VALUE);
    Path text = text("three %d four %d.\n");
    BadFileException refused = assertThrows(BadFileException.class, shared::prepare);
    assertEquals(text, refused.path());
  }

  private static MusicTrainingConfig music(String encoding, Path source) {
    MusicTrainingConfig tiny = TinyRuns.config(source, MusicTrainingConfig.Keys.OWN, 2);
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            tiny.corpus().folder(), encoding, MusicTrainingConfig.Keys.OWN, 0.25, ""),
        tiny.network(),
        plan(new Batching(8, 6)));
  }

  private static TrainingPlan plan(Batching batching) {
    return TrainingPlan.of(
        2, 1, batching.withShards(SHARDS), new LearningRate(0.01, 3, LearningRate.Shape.COSINE));
  }

  private void check(Training<?> training) throws Exception {
    Path alone = folder.resolve("alone");
    List<Double> losses = losses(alone(training, alone));
    SharedTask shared = SharedTask.of(training, "test", Integer.MAX_VALUE);
    assertEquals(SHARDS, shared.shards());
    for (int size : new int[] {2, 4}) {
      ExecutorService threads = Executors.newFixedThreadPool(size);
      try {
        List<Callable<List<Double>>> ranks = new ArrayList<>();
        for (Peers peers : ThreadPeers.of(size)) {
          ranks.add(() -> losses(rank(shared, peers)));
        }
        for (Future<List<Double>> rank : threads.invokeAll(ranks)) {
          assertEquals(losses, rank.get());
        }
      } finally {
        threads.shutdownNow();
      }
      for (int rank = 0; rank < size; rank++) {
        assertArrayEquals(model(alone), model(place(size, rank)), rank + " of " + size);
      }
    }
  }

  private TrainingProgress rank(SharedTask shared, Peers peers) throws Exception {
    try (RunFolder run = RunFolder.open(place(peers.size(), peers.rank()))) {
      return shared.prepare().run(run, false, 1, TrainingListener.NONE, () -> false, peers);
    }
  }

  private Path place(int size, int rank) {
    return folder.resolve("%d-of-%d".formatted(rank, size));
  }

  private static TrainingProgress alone(Training<?> training, Path place) throws Exception {
    try (RunFolder folder = RunFolder.open(place)) {
      return training.run(
          new TrainingRequest(folder, false, 1, TrainingListener.NONE, () -> false));
    }
  }

  private static byte[] model(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }

  private static List<Double> losses(TrainingProgress progress) {
    return progress.history().stream()
        .flatMap((EpochMetrics each) -> Stream.of(each.trainingNats(), each.validationNats()))
        .toList();
  }
}
