package ductus.music.abc.write;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AbcWriterTest {
  private static final int UNITS_PER_QUARTER = 48;

  @Test
  void ourTunesComeBackAsTheyWere() throws Exception {
    for (Path file : files(Path.of("corpora/melodies"))) {
      Score score = MidiReader.read(file);
      String abc = AbcWriter.file(score, "x");
      Score again = read(abc);
      assertSame(score, again, file + "\n" + abc);
      assertEquals(score.timeSignatures(), again.timeSignatures(), file.toString());
      assertEquals(score.keySignatures(), again.keySignatures(), file.toString());
      assertEquals(score.tempos(), again.tempos(), file.toString());
      assertEquals(
          score.texts().stream().filter(TextEvent::isChordSymbol).toList(),
          again.texts().stream().filter(TextEvent::isChordSymbol).toList(),
          file.toString());
    }
  }

  @Test
  void someNottinghamTunesComeBackNoteForNote() throws Exception {
    nottinghamTunesComeBack(5);
  }

  @Tag("long")
  @Test
  void nottinghamTunesComeBackNoteForNote() throws Exception {
    nottinghamTunesComeBack(1);
  }

  private void nottinghamTunesComeBack(int step) throws Exception {
    Path folder = Path.of("/nowhere");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path here = at.resolve("shared/data/music/nottingham-midi");
      folder = Files.isDirectory(here) ? here : folder;
    }
    assumeTrue(Files.isDirectory(folder), "no shared/data/music/nottingham-midi in a folder above");
    List<Path> files = files(folder);
    for (int i = 0; i < files.size(); i += step) {
      Path file = files.get(i);
      Score score = MidiReader.read(file);
      String abc = AbcWriter.file(score, "x");
      assertSame(score, read(abc), file + "\n" + abc);
    }
  }

  @Test
  void randomPartsOnTheGridComeBack() throws Exception {
    for (long seed = 0; seed < 60; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Note> notes = new ArrayList<>();
      List<Integer> channels = List.of(0, 1, 9);
      int step = List.of(3, 4, 1).get(random.nextInt(3));
      for (int i = 0; i < 60; i++) {
        int channel = channels.get(random.nextInt(2));
        long onset = step * random.nextLong(300);
        long duration = step * random.nextLong(1, 80);
        notes.add(new Note(onset, duration, random.nextInt(128), 80, channel, channel));
      }
      for (long beat = 0; beat < 300; beat += 24) {
        notes.add(new Note(beat, 24, 36 + random.nextInt(8), 80, 9, 2));
      }
      List<TimeSignature> metres =
          List.of(
                  List.of(new TimeSignature(0, 4, 4)),
                  List.of(new TimeSignature(0, 6, 8)),
                  List.of(new TimeSignature(0, 5, 4), new TimeSignature(252, 7, 16)),
                  List.of(new TimeSignature(0, 12, 8), new TimeSignature(300, 3, 32)))
              .get(random.nextInt(4));
      Score score = score(notes, metres, List.of());
      String abc = AbcWriter.file(score, "x");
      assertSame(score, read(abc), "seed " + seed + "\n" + abc);
    }
  }

  @Test
  void writesAsPeopleDo() {
    Score score =
        score(
            List.of(
                new Note(0, 72, 67, 90, 0, 1),
                new Note(72, 24, 66, 90, 0, 1),
                new Note(96, 16, 60, 90, 0, 1),
                new Note(112, 16, 62, 90, 0, 1),
                new Note(128, 16, 63, 90, 0, 1),
                new Note(144, 96, 60, 90, 0, 1),
                new Note(144, 96, 64, 90, 0, 1),
                new Note(288, 96, 72, 90, 0, 1)),
            List.of(new TimeSignature(0, 4, 4)),
            List.of(
                new TextEvent(0, 0, TextEvent.Kind.TEXT, "C:Anon"),
                new TextEvent(0, 1, TextEvent.Kind.TEXT, "Am7"),
                new TextEvent(192, 1, TextEvent.Kind.TEXT, "C13")));
    assertEquals(
        """
        X:1
        T:A 100 tune
        C:Anon
        M:4/4
        L:1/8
        Q:1/4=120
        K:C
        %%MIDI program 11
        "Am7"G3^F (3CD_E [C=E]2- | "^C13"[CE]2 z2 c4 |]
        """,
        AbcWriter.file(score, "A 100%\ntune"));
  }

  @Test
  void instrumentsNamesAndDrumsAreRead() throws Exception {
    Score score =
        score(
            List.of(new Note(0, 48, 67, 90, 0, 1), new Note(0, 48, 36, 90, 9, 2)),
            List.of(),
            List.of(new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, "Flute \"1\"")));
    Score again = read(AbcWriter.file(score, "x"));
    assertEquals(11, again.programs().get(0).program());
    assertEquals(notes(score), notes(again));
    assertTrue(again.texts().stream().anyMatch(text -> text.text().equals("Flute '1'")));
  }

  @Test
  void saysWhatItCannotWrite() {
    assertRefused(
        "the piece has no notes to write down",
        () -> AbcWriter.file(score(List.of(), List.of(), List.of()), "x"));
    Score odd =
        score(
            List.of(new Note(0, 48, 67, 90, 0, 1)),
            List.of(new TimeSignature(0, 1, 128)),
            List.of());
    assertThrows(IllegalArgumentException.class, () -> AbcWriter.file(odd, "x"));
  }

  private static Score score(List<Note> notes, List<TimeSignature> metres, List<TextEvent> texts) {
    long end = notes.stream().mapToLong(Note::end).max().orElse(0);
    return new Score(
        UNITS_PER_QUARTER,
        end,
        notes,
        List.of(new TempoChange(0, 500_000)),
        metres,
        List.of(new KeySignature(0, 0, false)),
        List.of(new ProgramChange(0, 0, 1, 11)),
        List.of(),
        texts);
  }

  private static Score read(String abc) throws Exception {
    return AbcReader.read(Path.of("x.abc"), abc.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSame(Score wanted, Score read, String message) {
    List<String> missing = new ArrayList<>(notes(wanted));
    notes(read).forEach(missing::remove);
    assertEquals(List.of(), missing, message);
    assertEquals(wanted.notes().size(), read.notes().size(), message);
  }

  private static List<String> notes(Score score) {
    return score.notes().stream()
        .map(
            note -> {
              long onset = unit(note.onset(), score);
              return note.isDrum()
                  ? "%06d drum %d".formatted(onset, note.pitch())
                  : "%06d %d to %d".formatted(onset, note.pitch(), unit(note.end(), score));
            })
        .sorted()
        .toList();
  }

  private static long unit(long tick, Score score) {
    return Math.round((double) tick * UNITS_PER_QUARTER / score.ticksPerQuarter());
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".mid")).sorted().toList();
    }
  }
}
