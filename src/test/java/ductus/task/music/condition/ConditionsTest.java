package ductus.task.music.condition;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.MelodyScore;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.finding.KeyFinder;
import ductus.run.TinyRuns;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {
  private static Score score(int seed, double tempo) {
    return MelodyScore.of(TinyRuns.tune(seed).withTempo(tempo), 0, 90);
  }

  private static String dance(int number) {
    return List.of("reel", "", "slip jig").get(number % 3);
  }

  private static final List<Conditions.Example> PIECES =
      IntStream.range(0, 20)
          .mapToObj(
              i ->
                  new Conditions.Example(
                      score(i, 60 + 6 * i), i % 2 == 0 ? "jigs" : "reels", dance(i)))
          .toList();

  /** Values that hold for whole pieces. */
  private static List<Integer> single(List<List<Integer>> values) {
    values.forEach(value -> assertEquals(1, value.size()));
    return values.stream().map(value -> value.get(0)).toList();
  }

  @Test
  void learnsTheLabelsOfThePieces() {
    Conditions conditions = Conditions.learn(List.of("style", "tempo", "pitches"), PIECES);
    assertEquals(14, conditions.all().size());
    assertEquals(List.of("jigs", "reels"), conditions.all().get(0).labels());
    assertEquals("pitches C#", conditions.all().get(3).name());
    List<Integer> slow = single(conditions.of(PIECES.get(0)));
    List<Integer> fast = single(conditions.of(PIECES.get(19)));
    assertEquals(List.of(0, 0), slow.subList(0, 2));
    assertEquals(List.of(1, 4), fast.subList(0, 2));
    assertTrue(slow.subList(2, 14).stream().allMatch(value -> value >= 0 && value < 5));
  }

  @Test
  void knowsTheDancesThatPiecesName() {
    Conditions conditions = Conditions.learn(List.of("dance"), PIECES);
    assertEquals(List.of("reel", "slip jig"), conditions.all().get(0).labels());
    assertEquals(List.of(0), single(conditions.of(PIECES.get(0))));
    assertEquals(List.of(Sequence.NONE), single(conditions.of(PIECES.get(1))));
    assertEquals(List.of(1), single(conditions.parse(List.of("dance=slip jig"))));
    assertEquals(List.of(1), single(conditions.parse(List.of("dance=Slip-Jig"))));
    assertRefused(
        "condition dance must be one of [reel, slip jig] but was tango",
        () -> conditions.parse(List.of("dance=tango")));
    List<Conditions.Example> nameless =
        List.of(new Conditions.Example(PIECES.get(0).score(), "reels", ""));
    assertRefused(
        "conditions: no piece has a value of dance: it is the field R: of ABC, or what a title such"
            + " as The Kesh Jig says",
        () -> Conditions.learn(List.of("dance"), nameless));
  }

  @Test
  void hearsTheKeyOfWhatNamesNone() {
    Score tune = score(1, 90);
    Score unnamed = new PolyKind().score(new PolyKind().find(tune), 0);
    assertEquals(List.of(), unnamed.keySignatures());
    Conditions conditions =
        Conditions.learn(
            List.of("key"), List.of(PIECES.get(0), new Conditions.Example(unnamed, "", "")));
    String heard = KeyFinder.find(tune).orElseThrow().label();
    assertTrue(conditions.all().get(0).labels().contains(heard), conditions.toString());
    assertEquals(
        conditions.all().get(0).labels().indexOf(heard),
        single(conditions.of(new Conditions.Example(unnamed, "", ""))).get(0));
  }

  /** Struck once in the first beat, not in the second, four times in the third, once at the end. */
  private static final DrumPattern DRUMS =
      new DrumPattern(
          4,
          16,
          List.of(new TimeSignature(0, 4, 4)),
          100,
          IntStream.of(0, 8, 9, 10, 11, 12)
              .mapToObj(step -> new DrumHit(step, Drum.KICK, 5, 0))
              .toList());

  @Test
  void drumsKnowFromBeatToBeatHowBusyTheyAre() {
    DrumsKind kind = new DrumsKind();
    Conditions.Example drums = new Conditions.Example(kind.score(DRUMS, 0), "", "");
    Conditions conditions = Conditions.learn(List.of("activity"), List.of(drums));
    assertTrue(conditions.know("activity"));
    List<List<Integer>> values = conditions.of(drums);
    assertEquals(List.of(List.of(1, 0, 3, 1), List.of(0, 3, 1, 1)), values);
    assertEquals(values, conditions.parse(List.of("activity=quiet, rest,busy,quiet")));
    Encoding<DrumPattern> encoding = conditions.encoding(kind.encoding(), values);
    Sequence sequence = encoding.encode(DRUMS);
    int first = kind.encoding().featureCount();
    int table = kind.encoding().featureTableSize();
    int steps = 0;
    for (int t = 0; t < sequence.length() - 1; t++) {
      assertEquals(table + values.get(0).get(steps / 4), sequence.feature(t, first));
      assertEquals(table + 4 + values.get(1).get(steps / 4), sequence.feature(t, first + 1));
      steps += kind.encoding().describe(sequence.token(t)).equals("step") ? 1 : 0;
    }
    assertEquals(16, steps);
    assertRefused(
        "condition activity must be one of [rest, quiet, usual, busy] but was 2",
        () -> conditions.parse(List.of("activity=2")));
    assertRefused(
        "conditions: no piece has a value of activity: it is of drums",
        () -> Conditions.learn(List.of("activity"), PIECES));
  }

  @Test
  void leavesSomeOpenAndSometimesAll() {
    Conditions conditions = Conditions.learn(List.of("style", "pitches"), PIECES);
    List<List<Integer>> values = conditions.of(PIECES.get(0));
    int none = 0;
    int style = 0;
    for (int key = 0; key < 1000; key++) {
      List<List<Integer>> left = conditions.someOpen(values, PlaceRandom.key(key, 1));
      assertEquals(
          1, left.subList(1, 13).stream().map(List.of(Sequence.NONE)::equals).distinct().count());
      none += left.equals(conditions.open()) ? 1 : 0;
      style += left.get(0).equals(List.of(Sequence.NONE)) ? 1 : 0;
    }
    assertEquals(232, none, 40);
    assertEquals(360, style, 50);
  }

  @Test
  void readsWhatIsAskedFor() {
    Conditions conditions =
        Conditions.learn(List.of("key", "metre", "style", "tempo", "density"), PIECES);
    List<Integer> values = single(conditions.parse(List.of("style=reels", "Tempo = 70")));
    assertEquals(List.of(Sequence.NONE, Sequence.NONE, 1), values.subList(0, 3));
    assertTrue(values.get(3) < single(conditions.parse(List.of("tempo=170"))).get(3));
    assertEquals(Sequence.NONE, values.get(4));
    assertEquals(conditions.open(), conditions.parse(List.of()));
  }

  @Test
  void saysInALineWhatItDoesNotKnow() {
    Conditions conditions = Conditions.learn(List.of("style", "tempo", "pitches"), PIECES);
    assertRefused(
        "condition style must be one of [jigs, reels] but was waltzes",
        () -> conditions.parse(List.of("style=waltzes")));
    assertRefused(
        "condition must be one of [style, tempo, pitches] but was mood",
        () -> conditions.parse(List.of("mood=sad")));
    assertRefused(
        "condition must be one of [style, tempo, pitches] but was key",
        () -> conditions.parse(List.of("key=C")));
    assertRefused(
        "condition tempo must be a number, 0 or more, but was fast",
        () -> conditions.parse(List.of("tempo=fast")));
    assertRefused(
        "condition pitches must have 12 weights, from C up, but has 2",
        () -> conditions.parse(List.of("pitches=1,2")));
    assertRefused(
        "condition style: the model was trained without conditions; train it with --conditions",
        () -> Conditions.NONE.parse(List.of("style=jigs")));
    assertRefused(
        "conditions must be of [style, dance, key, metre, tempo, density, pitches, activity] but"
            + " one was mood",
        () -> Conditions.learn(List.of("mood"), PIECES));
  }

  @Test
  void aConditionIsLearnedWithAModelAndThenAskedFor(@TempDir Path folder) throws Exception {
    Path corpus = TinyRuns.corpus(folder.resolve("corpus"), 10);
    try (Stream<Path> tunes = Files.list(corpus)) {
      for (Path tune : tunes.toList()) {
        Path style = corpus.resolve(tune.getFileName().hashCode() % 2 == 0 ? "jigs" : "reels");
        Files.createDirectories(style);
        Files.move(tune, style.resolve(tune.getFileName()));
      }
    }
    MusicTrainingConfig plain = TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, 2);
    MusicTrainingConfig.CorpusConfig source = plain.corpus();
    MusicTrainingConfig config =
        new MusicTrainingConfig(
            new MusicTrainingConfig.CorpusConfig(
                source.folder(),
                source.encoding(),
                source.keys(),
                source.validation(),
                "",
                List.of("style", "density"),
                0),
            plain.network(),
            plain.plan());
    TinyRuns.train(folder.resolve("run"), config);
    MusicModel<Melody> model = MusicModels.open(folder.resolve("run").toString(), new MelodyKind());
    assertEquals(List.of("jigs", "reels"), model.conditions().all().get(0).labels());
    MusicRequest open = MusicRequest.open(Sampling.PLAIN, 1);
    MusicRequest jigs = open.with(guidance("style=jigs"));
    MusicRequest reels = open.with(guidance("style=reels"));
    try (Workers workers = new Workers(1)) {
      MusicGeneration<Melody> generation =
          new MusicGeneration<>(model, KernelChoice.best(), workers);
      assertEquals(generation.draw(jigs, 0, 8), generation.draw(jigs, 0, 8));
      assertNotEquals(generation.draw(jigs, 0, 8), generation.draw(reels, 0, 8));
      assertThrows(
          IllegalArgumentException.class,
          () -> generation.draw(open.with(guidance("style=polkas")), 0, 1));
    }
  }

  private static MusicRequest.Guidance guidance(String condition) {
    return new MusicRequest.Guidance(0, 0, 0, false, List.of(condition), null, null, null);
  }
}
