package ductus.task.harmony;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TagSequence;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.tune.TuneBeats;
import ductus.music.harmony.voices.Chorale;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingRequest;
import ductus.train.TrainingListener;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmonyTrainingTest {
  private static final Path OWN = Path.of("corpora/melodies");
  private static final String CHORALES =
      """
      {"train": [[[48, 55, 64, 72], [47, 55, 62, 74], [48, 55, 64, 72], [53, 57, 65, 72]],
                 [[45, 57, 64, 72], [50, 57, 65, 69], [43, 55, 62, 71], [48, 55, 64, 72], []]],
       "valid": [[[48, 55, 64, 72], [50, 53, 62, 71], [48, 55, 64, 72], [43, 55, 62, 71]]]}
      """;

  private static HarmonyTrainingConfig config(HarmonizationKind texture, Path source) {
    return new HarmonyTrainingConfig(
        texture,
        source.toString(),
        "",
        6,
        1,
        8,
        0.2,
        TrainingPlan.of(
            2, 1, new Batching(8, 0), new LearningRate(0.02, 0, LearningRate.Shape.CONSTANT)));
  }

  private static Training<?> training(HarmonizationKind texture, Path source) throws Exception {
    return Training.of(new HarmonyTask(), config(texture, source), Preparing.quietly("test"));
  }

  private static void train(Training<?> training, Path place, int threads, boolean stop)
      throws Exception {
    try (RunFolder run = RunFolder.open(place)) {
      training.run(new TrainingRequest(run, true, threads, TrainingListener.NONE, () -> stop));
    }
  }

  /** A few tunes, so that it does not take long. */
  private static Path tunes(Path folder) throws Exception {
    Path few = Files.createDirectories(folder.resolve("tunes"));
    for (String name : List.of("abide-with-me", "amazing-grace", "aura-lee", "bobby-shafto")) {
      Files.copy(OWN.resolve(name + ".mid"), few.resolve(name + ".mid"));
    }
    Files.copy(OWN.resolve("aus-tiefer-not.mid"), few.resolve("bare.mid"));
    return few;
  }

  @Test
  void aRunThatWasStoppedEndsWithTheSameModel(@TempDir Path folder) throws Exception {
    for (HarmonizationKind texture : HarmonizationKind.values()) {
      Path source =
          texture == HarmonizationKind.CHORDS
              ? tunes(folder)
              : Files.writeString(folder.resolve("chorales.json"), CHORALES);
      Path whole = folder.resolve(texture + "-whole");
      Path parts = folder.resolve(texture + "-parts");
      train(training(texture, source), whole, 1, false);
      for (int part = 0; part < 5; part++) {
        train(training(texture, source), parts, 2, true);
      }
      assertArrayEquals(
          Files.readAllBytes(whole.resolve("model.safetensors")),
          Files.readAllBytes(parts.resolve("model.safetensors")));
    }
  }

  @Test
  void tunesWithoutChordsAreLeftOutAndSaidSo(@TempDir Path folder) throws Exception {
    TrainingMaterial material =
        training(HarmonizationKind.CHORDS, tunes(folder)).setup().material();
    assertEquals("4 tunes with chords (folk), 1 of them held out", material.description());
    assertEquals("it has a tune but no chords", material.leftOut().get(0).reason());
    Path none = Files.createDirectories(folder.resolve("none"));
    Files.copy(OWN.resolve("aus-tiefer-not.mid"), none.resolve("bare.mid"));
    assertThrows(BadFileException.class, () -> training(HarmonizationKind.CHORDS, none));
  }

  @Test
  void foldersNameStylesAndTheModelKnowsThem(@TempDir Path folder) throws Exception {
    Path both = Files.createDirectories(folder.resolve("both"));
    Files.move(tunes(folder), both.resolve("jazz"));
    Files.createDirectories(both.resolve("others"));
    for (String name : List.of("bingo", "camptown-races")) {
      Files.copy(OWN.resolve(name + ".mid"), both.resolve("others").resolve(name + ".mid"));
    }
    Training<?> training = training(HarmonizationKind.CHORDS, both);
    assertTrue(training.setup().material().description().contains("(folk, jazz)"));
    Path place = folder.resolve("run");
    train(training, place, 1, false);
    FoundModel found = HarmonyModels.find(place.toString());
    assertEquals(
        List.of(HarmonyStyle.FOLK, HarmonyStyle.JAZZ),
        HarmonyModels.styles(HarmonyModels.open(found, HarmonizationKind.CHORDS).header()));
    Path tune = both.resolve("jazz").resolve("aura-lee.mid");
    Harmonizing harmonizing = new Harmonizing("test", 1);
    NewHarmony told =
        harmonizing.write(
            found,
            Harmonizing.request(tune, HarmonizationKind.CHORDS, null, 1, 0),
            folder.resolve("told"),
            false);
    assertEquals(HarmonyStyle.JAZZ, told.harmony().style());
    BadFileException unknown =
        assertThrows(
            BadFileException.class,
            () ->
                harmonizing.write(
                    found,
                    Harmonizing.request(tune, HarmonizationKind.CHORDS, HarmonyStyle.POP, 1, 0),
                    folder.resolve("pop"),
                    false));
    assertTrue(
        String.valueOf(unknown.getMessage())
            .endsWith("the model has not learned chords in style pop, only folk, jazz"),
        unknown.getMessage());
  }

  @Test
  void ofALongTuneAPartIsLearnedAtATime() throws Exception {
    HarmonizedTune tune = HarmonizedTune.KIND.reader().read(OWN.resolve("abide-with-me.mid"));
    assertEquals(tune.tune().beats().size(), tune.draw(Randomness.of(1)).length());
    List<Beat> beats = new ArrayList<>(tune.tune().beats());
    List<ChordSymbol> chords = new ArrayList<>(tune.chords());
    while (beats.size() < 300) {
      beats.add(beats.get(beats.size() - 1));
      chords.add(ChordSymbol.NONE);
    }
    HarmonizedTune longer =
        new HarmonizedTune(
            "",
            tune.style(),
            tune.melody(),
            new TuneBeats(tune.tune().key(), tune.tune().notes(), beats),
            chords);
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(96, longer.draw(Randomness.of(seed)).length(), "seed " + seed);
    }
    assertEquals(300, longer.tags().length());
  }

  @Test
  void aRunWithOtherChoralesIsRefused(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("chorales.json"), CHORALES);
    HarmonyTrainingConfig begun =
        (HarmonyTrainingConfig) training(HarmonizationKind.SATB, source).setup().config();
    Training.of(new HarmonyTask(), begun, Preparing.quietly("test"));
    Files.writeString(source, CHORALES.replace("50, 53, 62", "50, 57, 62"));
    assertThrows(
        BadFileException.class,
        () -> Training.of(new HarmonyTask(), begun, Preparing.quietly("test")));
  }

  @Test
  void refusesWhatAreNoChorales(@TempDir Path folder) throws Exception {
    for (String text :
        List.of(
            "[]", "{}", "{\"train\": [], \"valid\": []}", "{\"train\": [[[1", "{\"train\": 3}")) {
      Path file = Files.writeString(folder.resolve("a.json"), text);
      assertThrows(BadFileException.class, () -> ChoraleFile.read(file), text);
    }
  }

  @Test
  void aModelIsMeasuredOnTunesThatItHasNotLearned(@TempDir Path folder) throws Exception {
    Path source = tunes(folder);
    Path place = folder.resolve("run");
    train(training(HarmonizationKind.CHORDS, source), place, 1, false);
    try (Workers workers = new Workers(1)) {
      var model =
          HarmonyModels.open(HarmonyModels.find(place.toString()), HarmonizationKind.CHORDS);
      Corpus<HarmonizedTune> corpus =
          Corpus.read(source, HarmonizedTune.KIND, 1, (done, total) -> {});
      ChordEvaluation evaluation =
          ChordEvaluation.of(model, source, corpus, Optional.empty(), KernelChoice.best(), workers);
      assertEquals(1, evaluation.tunes());
      ChordEvaluation.OfStyle folk = evaluation.styles().get(0);
      assertEquals(HarmonyStyle.FOLK, folk.style());
      assertTrue(folk.bigram().triads() >= folk.bigram().classes());
      assertTrue(folk.bigram().roots() >= folk.bigram().triads());
      assertTrue(folk.tonic().triads() > 0.2, evaluation.toString());
      assertEquals(0, folk.tonic().changes());
      assertEquals(1, folk.tonic().closes());
      assertEquals(1, folk.people().classes());
      assertTrue(folk.people().changes() > 0.5, evaluation.toString());
      assertTrue(Objects.requireNonNull(folk.bigram().nats()) > 0, evaluation.toString());
      assertThrows(
          BadFileException.class,
          () -> HarmonyModels.open(HarmonyModels.find(place.toString()), HarmonizationKind.SATB));
    }
  }

  @Test
  void aHiddenVoiceIsAskedForWhereItIsHiddenOnly() {
    Chorale chorale = Chorale.of(List.of(List.of(48, 55, 64, 72), List.of(47, 55, 62, 74)));
    for (long seed = 0; seed < 50; seed++) {
      TagSequence drawn = MaskedVoice.of(chorale).get(1).draw(Randomness.of(seed));
      assertTrue(drawn.labelled() >= 1, "seed " + seed);
      TagSequence again = MaskedVoice.of(chorale).get(1).draw(Randomness.of(seed));
      assertEquals(drawn.labelled(), again.labelled(), "seed " + seed);
    }
  }
}
