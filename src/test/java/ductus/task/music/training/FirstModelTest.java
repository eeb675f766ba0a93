package ductus.task.music.training;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Corpus;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.model.Network;
import ductus.music.Melody;
import ductus.music.statistics.NoteLine;
import ductus.nn.Parameter;
import ductus.run.TinyRuns;
import ductus.task.Preparing;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on from a model that learned five of nine tunes. */
class FirstModelTest {
  private final Path folder;
  private final String first;
  private final Path corpus;

  FirstModelTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Path few = TinyRuns.corpus(folder.resolve("few"), 5);
    TinyRuns.train(folder.resolve("first"), TinyRuns.config(few, Keys.OWN, 2));
    first = folder.resolve("first").toString();
    corpus = TinyRuns.corpus(folder.resolve("corpus"), 9);
  }

  private MusicTrainingConfig config(Path tunes, Keys keys) {
    MusicTrainingConfig tiny = TinyRuns.config(tunes, keys, 1);
    return new MusicTrainingConfig(tiny.corpus(), tiny.network(), tiny.plan(), first);
  }

  private static Corpus<MusicPiece<Melody>> read(Path tunes) throws BadFileException, IOException {
    return Corpus.read(tunes, MusicCorpus.files(new MelodyKind()), 1, ReadingListener.NONE);
  }

  private static MusicTraining<Melody> training(MusicTrainingConfig config)
      throws BadFileException, IOException {
    return new MusicTraining<>(
        new MelodyKind(),
        config,
        read(Path.of(config.corpus().folder())),
        Preparing.quietly("test"));
  }

  private static MusicModel<Melody> open(Path run) throws BadFileException, IOException {
    return MusicModels.open(run.toString(), new MelodyKind());
  }

  @Test
  void beginsWithItsWeights() throws Exception {
    MusicTraining<Melody> training = training(config(corpus, Keys.OWN));
    Network network = training.network();
    training.setFirstWeights(network);
    List<Parameter> known = open(Path.of(first)).file().network().parameters();
    for (int i = 0; i < known.size(); i++) {
      Parameter taken = network.parameters().get(i);
      assertEquals(known.get(i).name(), taken.name());
      for (int entry = 0; entry < taken.value().getNumElements(); entry++) {
        assertEquals(known.get(i).value().data[entry], taken.value().data[entry]);
      }
    }
  }

  @Test
  void isLikeItWhateverSizesAreUsual() throws Exception {
    MusicTrainingConfig config = config(corpus, Keys.OWN);
    MusicTraining<Melody> training =
        training(config.withNetwork(config.network().withDropout(0.5).withSkip(true)));
    Network network = training.network();
    assertFalse(network.config().skip());
    assertEquals(0.5, network.config().dropout());
  }

  @Test
  void isNotMeasuredByWhatTheModelLearned() throws Exception {
    Set<String> known = new HashSet<>(open(Path.of(first)).file().header().pieces());
    MusicTraining<Melody> training = training(config(corpus, Keys.OWN));
    assertFalse(training.split().validation().isEmpty());
    training
        .split()
        .validation()
        .forEach(piece -> assertFalse(known.contains(piece.hash()), piece.path().toString()));
    assertEquals(9, training.split().training().size() + training.split().validation().size());
  }

  @Test
  void knowsAllThatItAndTheModelLearned() throws Exception {
    Path run = folder.resolve("run");
    TinyRuns.train(run, config(corpus, Keys.OWN));
    MusicModel<Melody> before = open(Path.of(first));
    MusicModel<Melody> after = open(run);
    List<String> pieces = after.file().header().pieces();
    assertTrue(pieces.containsAll(before.file().header().pieces()));
    assertTrue(
        pieces.containsAll(
            training(config(corpus, Keys.OWN)).split().training().stream()
                .map(piece -> piece.hash())
                .toList()));
    for (NoteLine line : before.runs().orElseThrow().lines()) {
      assertEquals(1, after.runs().orElseThrow().index().share(List.of(line), 4));
    }
  }

  @Test
  void needsSomethingThatTheModelDoesNotKnow() throws Exception {
    Set<String> known = new HashSet<>(open(Path.of(first)).file().header().pieces());
    Path learned = Files.createDirectories(folder.resolve("learned"));
    for (var piece : read(folder.resolve("few")).pieces()) {
      if (known.contains(piece.hash())) {
        Files.copy(piece.path(), learned.resolve(piece.path().getFileName()));
      }
    }
    BadFileException refusal =
        assertThrows(BadFileException.class, () -> training(config(learned, Keys.OWN)));
    assertEquals(learned, refusal.path());
    assertTrue(
        refusal.reason().contains("were learned by first: there is nothing to measure by"),
        refusal.reason());
  }

  @Test
  void refusesOtherKeysConditionsAndKinds() {
    IllegalArgumentException otherKeys =
        assertThrows(IllegalArgumentException.class, () -> training(config(corpus, Keys.COMMON)));
    assertEquals(
        "keys must be own, as " + first + " learned in, but were common", otherKeys.getMessage());
    MusicTrainingConfig own = config(corpus, Keys.OWN);
    MusicTrainingConfig.CorpusConfig plain = own.corpus();
    MusicTrainingConfig dances =
        new MusicTrainingConfig(
            new MusicTrainingConfig.CorpusConfig(
                plain.folder(), plain.encoding(), plain.keys(), 0.25, "", List.of("dance"), 0),
            own.network(),
            own.plan(),
            first);
    assertEquals(
        "conditions are those of the model that is gone on from, which has none, but were dance:"
            + " leave out --conditions",
        assertThrows(IllegalArgumentException.class, () -> training(dances)).getMessage());
    assertBadFile("a model of melody, not of drums", () -> FirstModel.open(own, new DrumsKind()));
  }
}
