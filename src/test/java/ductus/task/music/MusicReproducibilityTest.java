package ductus.task.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.generate.Sampling;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.audio.SoundBank;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.run.ThreadCount;
import ductus.run.TinyRuns;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.registry.Regenerators;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same bytes, however many threads compute them. */
class MusicReproducibilityTest {
  private static final int TUNES = 28;

  private final Path folder;

  MusicReproducibilityTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void trainsTheSameModelOnOneThreadAndOnTwo() throws Exception {
    MusicTrainingConfig config = TinyRuns.wideConfig(TinyRuns.corpus(folder.resolve("corpus"), 6));
    assertEquals(2, ThreadCount.of(config.network(), config.plan().batching().size(), 2));
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    TinyRuns.train(one, config, false, 1, () -> false);
    TinyRuns.train(two, config, false, 2, () -> false);
    for (String file : List.of("model.safetensors", "runs.safetensors", "samples/epoch-0001.mid")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
    }
  }

  @Test
  void trainsAnotherModelWithAnotherSeed() throws Exception {
    Path corpus = TinyRuns.corpus(folder.resolve("corpus"), 5);
    MusicTrainingConfig config = TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, 1);
    TrainingPlan plan = config.plan();
    MusicTrainingConfig other =
        new MusicTrainingConfig(
            config.corpus(),
            config.network(),
            new TrainingPlan(
                plan.epochs(),
                plan.patience(),
                plan.seed() + 1,
                plan.batching(),
                plan.learningRate(),
                plan.optimizer(),
                plan.clipping(),
                plan.regularization()));
    TinyRuns.train(folder.resolve("a"), config);
    TinyRuns.train(folder.resolve("b"), other);
    assertFalse(
        java.util.Arrays.equals(
            Files.readAllBytes(folder.resolve("a/model.safetensors")),
            Files.readAllBytes(folder.resolve("b/model.safetensors"))));
  }

  @Test
  void writesTheSameFilesOnOneThreadAndOnTwo() throws Exception {
    Path model =
        TinyRuns.wideModel(folder.resolve("wide.safetensors"), MusicTrainingConfig.Keys.COMMON, 7);
    assertEquals(
        2,
        ThreadCount.of(
            MusicModels.open(model.toString(), new MelodyKind()).file().network().config(),
            TUNES,
            2));
    generate(model, 1, TUNES, folder.resolve("one"));
    generate(model, 2, TUNES, folder.resolve("two"));
    SortedMap<String, String> one = contents(folder.resolve("one"));
    assertEquals(4 * TUNES, one.size(), one.keySet().toString());
    assertEquals(one, contents(folder.resolve("two")));
  }

  @Test
  void writesATuneThatDoesNotDependOnHowManyAreAskedFor() throws Exception {
    Path model =
        TinyRuns.model(folder.resolve("model.safetensors"), MusicTrainingConfig.Keys.COMMON, 8);
    generate(model, 1, 5, folder.resolve("five"));
    generate(model, 1, 1, folder.resolve("one"));
    SortedMap<String, String> five = contents(folder.resolve("five"));
    contents(folder.resolve("one")).forEach((name, hash) -> assertEquals(hash, five.get(name)));
  }

  @Test
  void makesATuneAgainFromItsSidecar() throws Exception {
    for (MusicTrainingConfig.Keys keys :
        List.of(MusicTrainingConfig.Keys.OWN, MusicTrainingConfig.Keys.COMMON)) {
      Path model = TinyRuns.model(folder.resolve(keys + ".safetensors"), keys, 9);
      Path before = folder.resolve(keys + "-before");
      Path after = folder.resolve(keys + "-after");
      generate(model, 2, 3, before);
      for (int number = 1; number <= 3; number++) {
        Path sidecar = before.resolve("tune-%04d.json".formatted(number));
        assertEquals(List.of(), different(sidecar, after.resolve("tune-%04d".formatted(number))));
      }
      assertEquals(contents(before), contents(after));
    }
  }

  @Test
  void makesTheSoundOfATuneAgain() throws Exception {
    Path model =
        TinyRuns.model(folder.resolve("model.safetensors"), MusicTrainingConfig.Keys.OWN, 9);
    new TuneWriting("test", 1)
        .write(
            MusicModels.open(model.toString(), new MelodyKind()),
            model.toString(),
            request(),
            List.of(folder.resolve("first")),
            Optional.of(SoundBank.BUILT_IN),
            () -> false);
    Path sidecar = folder.resolve("first.json");
    assertEquals(List.of(), different(sidecar, folder.resolve("again")));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first.wav")),
        Files.readAllBytes(folder.resolve("again.wav")));
  }

  @Test
  void saysWhichFilesCameOutOtherwise() throws Exception {
    Path model =
        TinyRuns.model(folder.resolve("model.safetensors"), MusicTrainingConfig.Keys.OWN, 9);
    generate(model, 1, 1, folder.resolve("out"));
    Path sidecar = folder.resolve("out/tune-0001.json");
    Provenance<TuneWriting.RequestedTune> provenance = TuneWriting.KIND.read(sidecar);
    SortedMap<String, String> files = new TreeMap<>(provenance.files());
    files.put(".mid", "0");
    TuneWriting.KIND.write(
        sidecar,
        new Provenance<>(
            provenance.program(),
            provenance.model(),
            provenance.kernels(),
            provenance.request(),
            files,
            provenance.soundBank()));
    assertEquals(List.of(".mid"), different(sidecar, folder.resolve("again")));
  }

  @Test
  void refusesToMakeATuneAgainWithAnotherModel() throws Exception {
    Path model =
        TinyRuns.model(folder.resolve("model.safetensors"), MusicTrainingConfig.Keys.OWN, 9);
    generate(model, 1, 1, folder.resolve("out"));
    Path sidecar = folder.resolve("out/tune-0001.json");
    TinyRuns.model(model, MusicTrainingConfig.Keys.OWN, 10);
    BadFileException refusal =
        assertThrows(BadFileException.class, () -> different(sidecar, folder.resolve("again")));
    assertEquals(sidecar, refusal.path());
    assertTrue(refusal.reason().contains("is another one by now"), refusal.reason());
    assertFalse(Files.exists(folder.resolve("again.mid")));
  }

  /** Makes a tune again; returns the endings of files that come out otherwise. */
  private static List<String> different(Path sidecar, Path stem) throws Exception {
    return new Regenerators("test", 2).open(sidecar).again(stem, ReadingListener.NONE).different();
  }

  private static void generate(Path model, int threads, int count, Path out) throws Exception {
    new TuneWriting("test", threads)
        .write(
            MusicModels.open(model.toString(), new MelodyKind()),
            model.toString(),
            request(),
            OutputNames.stems(out, "tune", count),
            Optional.empty(),
            () -> false);
  }

  private static MusicRequest request() {
    return new MusicRequest(
        new MusicRequest.Header(new TimeSignature(0, 3, 4), null, null, 4),
        MusicRequest.Opening.NONE,
        new Key(2, Mode.DORIAN),
        new Sampling(0.9, 40, 0.95),
        1234,
        100,
        73);
  }

  /** File names with the hashes of their bytes. */
  private static SortedMap<String, String> contents(Path path) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(path)) {
      list.forEach(files::add);
    }
    SortedMap<String, String> contents = new TreeMap<>();
    for (Path file : files) {
      contents.put(String.valueOf(file.getFileName()), Sha256.hex(Files.readAllBytes(file)));
    }
    return contents;
  }
}
