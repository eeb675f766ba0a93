package ductus.task.music.training;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Corpus;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import ductus.music.statistics.NoteLine;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicTrainingTest {
  private final Path folder;
  private final Path corpus;

  MusicTrainingTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.corpus = TinyRuns.corpus(folder.resolve("corpus"), 9);
  }

  private MusicTrainingConfig config(int epochs) {
    return TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, epochs);
  }

  private static MusicTrainingConfig withTimeSteps(MusicTrainingConfig config, int timeSteps) {
    return new MusicTrainingConfig(
        config.corpus(),
        config.network(),
        config.plan().withBatching(new Batching(config.plan().batching().size(), timeSteps)));
  }

  /** Stops after so many batches. */
  private static BooleanSupplier after(int batches) {
    AtomicInteger left = new AtomicInteger(batches);
    return () -> left.decrementAndGet() <= 0;
  }

  private byte[] model(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("model.safetensors"));
  }

  private Corpus<MusicPiece<Melody>> read() throws BadFileException, IOException {
    return Corpus.read(corpus, MusicCorpus.files(new MelodyKind()), 1, ReadingListener.NONE);
  }

  @Test
  void leavesTheFilesOfARun() throws Exception {
    TrainingProgress progress = TinyRuns.train(folder.resolve("run"), config(6));
    assertEquals(
        Set.of(
            "checkpoint/state.safetensors",
            "config.json",
            "counting.json",
            "lags.csv",
            "lock",
            "loss.svg",
            "metrics.csv",
            "model.safetensors",
            "runs.safetensors",
            "samples/epoch-0001.mid",
            "samples/epoch-0002.mid",
            "samples/epoch-0004.mid",
            "samples/epoch-0005.mid",
            "updates.csv"),
        files(folder.resolve("run")));
    List<String> rows = Files.readAllLines(folder.resolve("run/metrics.csv"));
    assertEquals(7, rows.size());
    assertTrue(rows.get(0).startsWith("epoch,updates,learning_rate,"), rows.get(0));
    for (int epoch = 1; epoch <= 6; epoch++) {
      String[] values = rows.get(epoch).split(",", -1);
      EpochMetrics metrics = progress.history().get(epoch - 1);
      assertEquals(rows.get(0).split(",", -1).length, values.length);
      assertEquals(epoch, Integer.parseInt(values[0]));
      assertEquals(metrics.updates(), Long.parseLong(values[1]));
      assertEquals(metrics.trainingNats(), Double.parseDouble(values[3]), 1e-6);
      assertEquals(metrics.validationNats(), Double.parseDouble(values[4]), 1e-6);
    }
    assertTrue(Files.readString(folder.resolve("run/loss.svg")).contains("<svg"));
    Score sample = MidiReader.read(folder.resolve("run/samples/epoch-0005.mid"));
    assertTrue(sample.length() > 0);
  }

  @Test
  void lowersTheLossOfWhatIsLearnedAndOfWhatIsHeldOut() throws Exception {
    List<EpochMetrics> history = TinyRuns.train(folder.resolve("run"), config(8)).history();
    assertTrue(history.get(7).trainingNats() < 0.8 * history.get(0).trainingNats());
    assertTrue(history.get(7).validationNats() < 0.8 * history.get(0).validationNats());
  }

  @Test
  void keepsTheModelOfTheBestEpoch() throws Exception {
    TrainingProgress progress = TinyRuns.train(folder.resolve("run"), config(3));
    MusicModel<Melody> model = MusicModels.open(folder.resolve("run").toString(), new MelodyKind());
    assertEquals("run", model.name());
    assertEquals(progress.bestEpoch(), model.file().header().training().epochs());
    assertEquals(
        progress.history().get(progress.bestEpoch() - 1).validationNats(),
        model.file().header().training().validationNats());
    assertEquals("own", model.file().header().training().keys());
    assertTrue(model.runs().isPresent());
  }

  @Test
  void splitsByPieceAndNamesThePiecesItLearned() throws Exception {
    TinyRuns.train(folder.resolve("run"), config(1));
    try (RunFolder run = RunFolder.open(folder.resolve("run"))) {
      Split<MusicPiece<Melody>> split =
          new MusicTraining<>(new MelodyKind(), config(1), read(), Preparing.quietly("test"))
              .split();
      Set<String> learned = new HashSet<>();
      split.training().forEach(piece -> learned.add(piece.hash()));
      assertEquals(7, learned.size());
      assertEquals(2, split.validation().size());
      split.validation().forEach(piece -> assertFalse(learned.contains(piece.hash())));
      List<String> named =
          MusicModels.open(run.path().toString(), new MelodyKind()).file().header().pieces();
      assertEquals(learned.stream().sorted().toList(), named);
      MusicModel<Melody> model = MusicModels.open(run.path().toString(), new MelodyKind());
      split
          .training()
          .forEach(
              piece ->
                  assertEquals(
                      1,
                      model
                          .runs()
                          .orElseThrow()
                          .index()
                          .share(List.of(NoteLine.of(piece.value().music())), 4)));
    }
  }

  @Test
  void goesOnAfterAStopAsIfItHadNeverStopped() throws Exception {
    for (int timeSteps : new int[] {0, 13}) {
      MusicTrainingConfig config = withTimeSteps(config(3), timeSteps);
      String whole = "whole-" + timeSteps;
      TinyRuns.train(folder.resolve(whole), config);
      for (int every : new int[] {1, 3, 4}) {
        String run = "stopped-" + timeSteps + "-" + every;
        int starts = 0;
        while (TinyRuns.train(folder.resolve(run), config, true, 1, after(every)).epoch() < 3) {
          starts++;
          assertTrue(starts < 20, "it must come to an end");
        }
        assertTrue(starts >= 2, "it was stopped " + starts + " times");
        assertArrayEquals(model(whole), model(run), run);
        assertEquals(losses(whole), losses(run));
        assertArrayEquals(
            Files.readAllBytes(folder.resolve(whole + "/samples/epoch-0001.mid")),
            Files.readAllBytes(folder.resolve(run + "/samples/epoch-0001.mid")));
      }
    }
  }

  @Test
  void goesOnOnAnotherNumberOfThreads() throws Exception {
    MusicTrainingConfig config = TinyRuns.wideConfig(TinyRuns.corpus(folder.resolve("few"), 5));
    TinyRuns.train(folder.resolve("whole"), config);
    TinyRuns.train(folder.resolve("run"), config, false, 2, after(1));
    TinyRuns.train(folder.resolve("run"), config, true, 1, after(1));
    TinyRuns.train(folder.resolve("run"), config, true, 2, () -> false);
    assertArrayEquals(model("whole"), model("run"));
  }

  @Test
  void startsAnewIfThereIsNothingToResume() throws Exception {
    TinyRuns.train(folder.resolve("whole"), config(2));
    TinyRuns.train(folder.resolve("run"), config(2), true, 1, () -> false);
    assertArrayEquals(model("whole"), model("run"));
  }

  @Test
  void changesNothingWhenARunThatIsDoneIsResumed() throws Exception {
    TinyRuns.train(folder.resolve("run"), config(2));
    byte[] model = model("run");
    List<String> losses = losses("run");
    Files.delete(folder.resolve("run/metrics.csv"));
    TrainingProgress progress =
        TinyRuns.train(folder.resolve("run"), config(2), true, 1, () -> false);
    assertEquals(2, progress.epoch());
    assertArrayEquals(model, model("run"));
    assertEquals(losses, losses("run"), "a row that a kill has cost is written again");
  }

  @Test
  void refusesToGoOnWithOtherTunes() throws Exception {
    TinyRuns.train(folder.resolve("run"), config(1));
    try (RunFolder run = RunFolder.open(folder.resolve("run"))) {
      MusicTrainingConfig begun = run.readConfig(MusicTrainingConfig.class);
      assertFalse(begun.corpus().digest().isEmpty());
      assertEquals(config(1), begun.withDigest(""));
      Files.move(corpus.resolve("tune-01.mid"), corpus.resolve("renamed.mid"));
      Corpus<MusicPiece<Melody>> renamed = read();
      TinyRuns.corpus(corpus, 10);
      BadFileException refusal =
          assertThrows(
              BadFileException.class,
              () -> Training.of(new MusicTask(), begun, Preparing.quietly("test")));
      assertEquals(corpus, refusal.path());
      assertTrue(refusal.reason().startsWith("holds other tunes than when this run began"));
      assertEquals(9, renamed.pieces().size());
    }
  }

  @Test
  void needsTwoTunes() throws Exception {
    Path one = TinyRuns.corpus(folder.resolve("one"), 1);
    assertBadFile(
        "training needs two tunes at least, found 1 (0 files left out, 0 duplicates)",
        () ->
            TinyRuns.train(
                folder.resolve("run"), TinyRuns.config(one, MusicTrainingConfig.Keys.OWN, 1)));
    assertFalse(Files.exists(folder.resolve("run")), "nothing is left behind");
  }

  @Test
  void saysWhyThereIsNothingToLearn() throws Exception {
    Path drums = Files.createDirectories(folder.resolve("drums"));
    for (int i = 0; i < 3; i++) {
      Files.write(
          drums.resolve(i + ".mid"),
          MidiWriter.write(
              new Score(
                  480,
                  1920,
                  List.of(
                      new Note(0, 120, 36, 90, 9, 0),
                      new Note(480, 120, 42, 90, 9, 0),
                      new Note(960 + i, 120, 38, 90, 9, 0)),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of())));
    }
    Files.writeString(drums.resolve("broken.mid"), "no MIDI");
    String refusal =
        assertThrows(
                BadFileException.class,
                () ->
                    TinyRuns.train(
                        folder.resolve("run"),
                        TinyRuns.config(drums, MusicTrainingConfig.Keys.OWN, 1)))
            .reason();
    assertTrue(refusal.startsWith("training needs two tunes at least, found 0 (4 files"), refusal);
    assertTrue(refusal.contains("3 × "), refusal);
    assertTrue(refusal.contains("1 × not a MIDI file"), refusal);
    assertTrue(refusal.contains("; --encoding drums takes 3 of the 4"), refusal);
  }

  @Test
  void trainsOnTwoTunes() throws Exception {
    Path two = TinyRuns.corpus(folder.resolve("two"), 2);
    TinyRuns.train(folder.resolve("run"), TinyRuns.config(two, MusicTrainingConfig.Keys.ALL, 1));
    assertTrue(Files.exists(folder.resolve("run/model.safetensors")));
  }

  @Test
  void writesASampleOfNothingButRests() throws Exception {
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("rest.safetensors"),
            MusicTrainingConfig.Keys.ALL,
            MelodyVocabulary.REST);
    try (Workers workers = new Workers(1)) {
      MusicSample.write(
          new MelodyKind(),
          new MelodyEncoding(),
          folder,
          5,
          1,
          MusicModels.open(model.toString(), new MelodyKind()).file().network(),
          KernelChoice.best(),
          workers);
    }
    assertTrue(MidiReader.read(folder.resolve("epoch-0005.mid")).notes().isEmpty());
  }

  /** The rows of the metrics without their last two values, which are times. */
  private List<String> losses(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.csv"), StandardCharsets.UTF_8)
        .stream()
        .map(row -> row.replaceAll(",[^,]*,[^,]*$", ""))
        .toList();
  }

  private static Set<String> files(Path run) throws IOException {
    Set<String> files = new HashSet<>();
    try (Stream<Path> all = Files.walk(run)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.add(run.relativize(file).toString().replace('\\', '/')));
    }
    return files;
  }
}
