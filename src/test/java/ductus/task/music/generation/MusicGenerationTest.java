package ductus.task.music.generation;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.finding.MelodyFinder;
import ductus.music.form.TuneFaults;
import ductus.music.musicstring.PrimerText;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for is kept, even by a model that never learned anything. */
class MusicGenerationTest {
  private static final MusicRequest.Header OPEN = MusicRequest.Header.OPEN;
  private static final MusicRequest.Opening NEW = MusicRequest.Opening.NONE;
  private static final int TUNES = 6;

  private final Path folder;

  MusicGenerationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path untrained(MusicTrainingConfig.Keys keys) throws IOException {
    return TinyRuns.model(folder.resolve(keys + ".safetensors"), keys, 3);
  }

  private static List<MusicGeneration.DrawnPiece<Melody>> draw(Path model, MusicRequest request)
      throws Exception {
    try (Workers workers = new Workers(1)) {
      return new MusicGeneration<>(
              MusicModels.open(model.toString(), new MelodyKind()), KernelChoice.best(), workers)
          .draw(request, 0, TUNES);
    }
  }

  private static MusicRequest request(
      MusicRequest.Header header, MusicRequest.Opening opening, @Nullable Key scale) {
    return new MusicRequest(header, opening, scale, Sampling.PLAIN, 5, 0, 0);
  }

  private static MusicRequest.Header bars(int bars) {
    return new MusicRequest.Header(null, null, null, bars);
  }

  @Test
  void hasTheBarsThatAreAskedForAndEndsOnAWholeBar() throws Exception {
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model = untrained(keys);
      for (int bars : new int[] {1, 2, 7, 16}) {
        for (MusicGeneration.DrawnPiece<Melody> drawn :
            draw(model, request(bars(bars), NEW, null))) {
          Melody melody = drawn.piece();
          assertTrue(drawn.drawn().ended());
          assertEquals(bars, melody.bars().size());
          assertEquals(melody.steps(), melody.bars().get(bars - 1).end());
          assertFalse(melody.notes().isEmpty());
        }
      }
    }
  }

  @Test
  void endsTheLongestTuneThereIs() throws Exception {
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("slow.safetensors"),
            MusicTrainingConfig.Keys.OWN,
            MelodyVocabulary.gridToken(12),
            MelodyVocabulary.metreToken(new TimeSignature(0, 6, 2)),
            MelodyVocabulary.HOLD);
    try (Workers workers = new Workers(1)) {
      MusicGeneration.DrawnPiece<Melody> longest =
          new MusicGeneration<>(
                  MusicModels.open(model.toString(), new MelodyKind()),
                  KernelChoice.best(),
                  workers)
              .draw(request(bars(64), NEW, null), 0, 1)
              .get(0);
      assertEquals(64, longest.piece().bars().size());
      assertEquals(64 * 144, longest.piece().steps());
      assertTrue(longest.drawn().ended());
    }
  }

  @Test
  void hasTheHeaderThatIsAskedFor() throws Exception {
    TimeSignature jig = new TimeSignature(0, 6, 8);
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model = untrained(keys);
      MusicRequest.Header header = new MusicRequest.Header(jig, 4, Mode.DORIAN, 4);
      for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(header, NEW, null))) {
        assertTrue(drawn.piece().timeSignatures().get(0).sameMetre(jig));
        assertEquals(new Key(4, Mode.DORIAN), drawn.piece().key());
        assertEquals(4, drawn.piece().bars().size());
      }
      MusicRequest.Header minor = new MusicRequest.Header(null, null, Mode.MINOR, 2);
      Set<Key> found = new HashSet<>();
      for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(minor, NEW, null))) {
        assertEquals(Mode.MINOR, drawn.piece().key().mode());
        found.add(drawn.piece().key());
      }
      assertTrue(found.size() > 1, "the keynote is open");
    }
  }

  @Test
  void keepsToTheScaleWhateverTheKey() throws Exception {
    Key scale = new Key(9, Mode.MAJOR);
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model = untrained(keys);
      for (MusicRequest.Header header :
          List.of(
              bars(6),
              new MusicRequest.Header(null, null, Mode.PHRYGIAN, 6),
              new MusicRequest.Header(null, 2, Mode.MIXOLYDIAN, 6))) {
        for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(header, NEW, scale))) {
          for (MelodyNote note : drawn.piece().notes()) {
            assertTrue(scale.contains(note.pitch()), keys + " " + header + " " + note);
          }
        }
      }
    }
  }

  @Test
  void goesOnFromAPrimerAndKeepsEachOfItsNotes() throws Exception {
    String text = "G5q A5i B5i | C6h D6q";
    Melody primer = MelodyFinder.find(PrimerText.parse(text), 1).melody().orElseThrow();
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model = untrained(keys);
      MusicRequest.Opening opening = MusicPrimer.opening(new MelodyKind(), text, OPEN, keys);
      Set<Melody> different = new HashSet<>();
      for (MusicGeneration.DrawnPiece<Melody> drawn :
          draw(model, request(bars(8), opening, null))) {
        Melody melody = drawn.piece();
        assertEquals(primer.stepsPerQuarter(), melody.stepsPerQuarter());
        assertEquals(primer.key(), melody.key());
        assertEquals(primer.notes(), melody.notes().subList(0, primer.notes().size()));
        assertTrue(melody.notes().size() > primer.notes().size());
        assertEquals(8, melody.bars().size(), "the primer is counted");
        different.add(melody);
      }
      assertEquals(TUNES, different.size());
    }
  }

  @Test
  void goesOnFromAPrimerThatBreaksOffInABarThatReturns() throws Exception {
    String text = "C5q D5q E5q F5q | G5q E5q D5q B4q | C5q D5q";
    Path model = untrained(MusicTrainingConfig.Keys.OWN);
    MusicRequest.Opening opening =
        MusicPrimer.opening(new MelodyKind(), text, OPEN, MusicTrainingConfig.Keys.OWN);
    for (int bars : new int[] {4, 9, 64}) {
      for (MusicGeneration.DrawnPiece<Melody> drawn :
          draw(model, request(bars(bars), opening, null))) {
        Melody melody = drawn.piece();
        assertEquals(bars, melody.bars().size());
        assertEquals(
            List.of(60, 62, 64, 65, 67, 64, 62, 59, 60, 62),
            melody.notes().stream().limit(10).map(MelodyNote::pitch).toList());
        List<String> plan =
            IntStream.range(5, 7)
                .map(drawn.drawn().sequence()::token)
                .mapToObj(MelodyVocabulary::describe)
                .toList();
        assertEquals(List.of("new bar", "new bar"), plan);
      }
    }
  }

  @Test
  void doesNotHoldThePrimersLastNoteOn() throws Exception {
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("hold.safetensors"),
            MusicTrainingConfig.Keys.ALL,
            MelodyVocabulary.HOLD);
    MusicRequest.Opening opening =
        MusicPrimer.opening(new MelodyKind(), "C5q D5q", OPEN, MusicTrainingConfig.Keys.ALL);
    for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(bars(2), opening, null))) {
      MelodyNote last = drawn.piece().notes().get(1);
      assertEquals(drawn.piece().stepsPerQuarter(), last.length());
    }
  }

  @Test
  void keepsThePrimersNotesOutsideAScale() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.COMMON);
    MusicRequest.Opening opening =
        MusicPrimer.opening(
            new MelodyKind(), "C#5q D#5q F#5q G#5q", OPEN, MusicTrainingConfig.Keys.COMMON);
    Key scale = new Key(0, Mode.MAJOR);
    for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(bars(4), opening, scale))) {
      List<MelodyNote> notes = drawn.piece().notes();
      assertEquals(
          List.of(61, 63, 66, 68), notes.subList(0, 4).stream().map(MelodyNote::pitch).toList());
      notes
          .subList(4, notes.size())
          .forEach(note -> assertTrue(scale.contains(note.pitch()), note.toString()));
    }
  }

  @Test
  void refusesFewerBarsThanThePrimerNeeds() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.OWN);
    MusicRequest.Opening opening =
        MusicPrimer.opening(new MelodyKind(), "C5w D5w E5q", OPEN, MusicTrainingConfig.Keys.OWN);
    assertRefused(
        "bars must be 4 or more with this primer but were 3",
        () -> draw(model, request(bars(3), opening, null)));
    assertEquals(4, draw(model, request(bars(4), opening, null)).get(0).piece().bars().size());
  }

  @Test
  void goesOnBeyondAPrimerWhoseLengthIsOpen() throws Exception {
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("short.safetensors"),
            MusicTrainingConfig.Keys.OWN,
            MelodyVocabulary.lengthToken(1));
    MusicRequest.Opening opening =
        MusicPrimer.opening(new MelodyKind(), "C5w D5w E5q", OPEN, MusicTrainingConfig.Keys.OWN);
    for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(OPEN, opening, null))) {
      assertTrue(drawn.piece().bars().size() >= 4);
    }
  }

  @Test
  void hasANoteEvenIfTheModelLikesNothingButRests() throws Exception {
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model =
          TinyRuns.modelThatLikes(
              folder.resolve(keys + "-rest.safetensors"), keys, MelodyVocabulary.REST);
      for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(bars(3), NEW, null))) {
        // What the plan lets return has the note again.
        long first = drawn.piece().bars().get(0).end();
        assertEquals(
            1, drawn.piece().notes().stream().filter(note -> note.onset() < first).count());
        assertEquals(3, drawn.piece().bars().size());
      }
    }
  }

  @Test
  void takesTheTempoThatIsAskedForElseOneThatSuitsTheMetre() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.ALL);
    MusicRequest quick = new MusicRequest(bars(2), NEW, null, Sampling.PLAIN, 5, 222, 0);
    draw(model, quick).forEach(drawn -> assertEquals(222, drawn.piece().quartersPerMinute()));
    for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request(bars(2), NEW, null))) {
      assertEquals(
          drawn.piece().timeSignatures().get(0).typicalQuartersPerMinute(),
          drawn.piece().quartersPerMinute());
    }
  }

  @Test
  void numbersTunesOnFromOneBatchToTheNext() throws Exception {
    MusicModel<Melody> model =
        MusicModels.open(untrained(MusicTrainingConfig.Keys.COMMON).toString(), new MelodyKind());
    MusicRequest request = request(bars(1), NEW, null);
    try (Workers workers = new Workers(1)) {
      MusicGeneration<Melody> generation =
          new MusicGeneration<>(model, KernelChoice.best(), workers);
      int count = MusicGeneration.AT_A_TIME + 3;
      List<Melody> tunes =
          generation.draw(request, 2, count).stream()
              .map(MusicGeneration.DrawnPiece::piece)
              .toList();
      assertEquals(count, tunes.size());
      assertEquals(generation.draw(request, 1 + count, 1).get(0).piece(), tunes.get(count - 1));
    }
  }

  @Test
  void isTheSameForTheSameSeedOnly() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.COMMON);
    MusicRequest one = new MusicRequest(bars(2), NEW, null, Sampling.PLAIN, 1, 0, 0);
    MusicRequest two = new MusicRequest(bars(2), NEW, null, Sampling.PLAIN, 2, 0, 0);
    assertEquals(draw(model, one), draw(model, one));
    assertNotEquals(draw(model, one), draw(model, two));
  }

  @Test
  void copiesNoRunOfTheTrainingPieces() throws Exception {
    // A model that likes four pitches only: without a guard it copies a tune of these.
    int[] liked = {
      MelodyVocabulary.onsetToken(60), MelodyVocabulary.onsetToken(62),
      MelodyVocabulary.onsetToken(64), MelodyVocabulary.onsetToken(65)
    };
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("guarded.safetensors"), MusicTrainingConfig.Keys.OWN, liked);
    MusicRequest free = request(bars(4), NEW, null);
    List<NoteLine> learned =
        draw(model, free).stream().map(drawn -> NoteLine.of(drawn.piece())).toList();
    TrainingNotes.of(learned).write(folder.resolve("runs.safetensors"));
    for (int notes : new int[] {4, 7, 12}) {
      RunIndex index = RunIndex.build(learned, List.of(notes));
      MusicRequest guarded = free.with(new MusicRequest.Guidance(notes, 0, 0, false));
      for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, guarded)) {
        assertEquals(0, index.share(List.of(NoteLine.of(drawn.piece())), notes));
        assertTrue(drawn.drawn().ended());
      }
      assertTrue(index.share(learned, notes) > 0);
    }
  }

  @Test
  void saysWhatIsMissingWhereThereIsNothingToBeNovelAgainst() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.OWN);
    MusicRequest guarded =
        request(bars(2), NEW, null).with(new MusicRequest.Guidance(8, 0, 0, false));
    String refusal =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> draw(model, guarded)).getMessage());
    assertTrue(refusal.startsWith("novel needs the notes of the training pieces"), refusal);
  }

  @Test
  void strikesNoPitchMoreOftenInARowThanIsAskedFor() throws Exception {
    Path model =
        TinyRuns.modelThatLikes(
            folder.resolve("drone.safetensors"),
            MusicTrainingConfig.Keys.OWN,
            MelodyVocabulary.onsetToken(60));
    for (int most : new int[] {1, 3}) {
      MusicRequest request =
          request(bars(4), NEW, null).with(new MusicRequest.Guidance(0, most, 0, false));
      for (MusicGeneration.DrawnPiece<Melody> drawn : draw(model, request)) {
        int inARow = 0;
        int pitch = -1;
        for (MelodyNote note : drawn.piece().notes()) {
          inARow = note.pitch() == pitch ? inARow + 1 : 1;
          pitch = note.pitch();
          assertTrue(inARow <= most, drawn.piece().toString());
        }
      }
    }
  }

  @Test
  void leavesThePrimerOutWhereThatIsAskedFor() throws Exception {
    for (MusicTrainingConfig.Keys keys : MusicTrainingConfig.Keys.values()) {
      Path model = untrained(keys);
      MusicRequest whole =
          request(bars(8), MusicPrimer.opening(new MelodyKind(), "C5w D5w E5q", OPEN, keys), null);
      // The primer fills two bars.
      MusicRequest rest = whole.with(bars(6)).with(new MusicRequest.Guidance(0, 0, 0, true));
      List<MusicGeneration.DrawnPiece<Melody>> all = draw(model, whole);
      List<MusicGeneration.DrawnPiece<Melody>> left = draw(model, rest);
      for (int i = 0; i < all.size(); i++) {
        Melody melody = all.get(i).piece();
        Melody without = left.get(i).piece();
        assertEquals(melody.notes().size() - 3, without.notes().size());
        assertTrue(without.notes().get(0).onset() < without.bars().get(0).length());
        assertEquals(
            melody.notes().subList(3, melody.notes().size()).stream()
                .map(MelodyNote::pitch)
                .toList(),
            without.notes().stream().map(MelodyNote::pitch).toList());
      }
    }
  }

  @Test
  void followsABeamForEachPiece() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.ALL);
    MusicRequest request =
        request(bars(2), NEW, null).with(new MusicRequest.Guidance(0, 0, 3, false));
    List<MusicGeneration.DrawnPiece<Melody>> drawn = draw(model, request);
    assertEquals(drawn, draw(model, request));
    assertEquals(TUNES, new HashSet<>(drawn).size());
    drawn.forEach(piece -> assertEquals(2, piece.piece().bars().size()));
  }

  @Test
  void keepsTheFirstDraftThatEndsAtHome() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.ALL);
    MusicRequest single = request(bars(2), NEW, null);
    MusicRequest.Guidance many =
        new MusicRequest.Guidance(0, 0, 0, false, List.of(), null, null, null, 64);
    List<MusicGeneration.DrawnPiece<Melody>> first = draw(model, single);
    List<MusicGeneration.DrawnPiece<Melody>> best = draw(model, single.with(many));
    assertEquals(best, draw(model, single.with(many)));
    int other = 0;
    for (int i = 0; i < TUNES; i++) {
      assertFalse(TuneFaults.endsAwayFromHome(best.get(i).piece()));
      if (TuneFaults.endsAwayFromHome(first.get(i).piece())) {
        other++;
      } else {
        assertEquals(first.get(i), best.get(i), "a draft without faults is kept");
      }
    }
    assertTrue(other > 0);
  }

  @Test
  void writesAllFilesOfATuneOrNone() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.OWN);
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("tune.svg").resolve("in the way"));
    assertThrows(
        IOException.class,
        () ->
            new TuneWriting("test", 1)
                .write(
                    MusicModels.open(model.toString(), new MelodyKind()),
                    model.toString(),
                    request(bars(2), NEW, null),
                    List.of(out.resolve("tune")),
                    Optional.empty(),
                    () -> false));
    try (var left = Files.list(out)) {
      assertEquals(List.of(out.resolve("tune.svg")), left.toList());
    }
  }

  @Test
  void writesWholeTunesOnlyWhenItIsStopped() throws Exception {
    Path model = untrained(MusicTrainingConfig.Keys.OWN);
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    List<NewPiece> tunes =
        new TuneWriting("test", 1)
            .write(
                MusicModels.open(model.toString(), new MelodyKind()),
                model.toString(),
                request(bars(2), NEW, null),
                List.of(out.resolve("a"), out.resolve("b"), out.resolve("c")),
                Optional.empty(),
                () -> Files.exists(out.resolve("b.mid")));
    assertEquals(2, tunes.size());
    try (var left = Files.list(out)) {
      assertEquals(8, left.count());
    }
  }
}
