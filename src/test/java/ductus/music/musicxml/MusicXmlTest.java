package ductus.music.musicxml;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import ductus.music.musicxml.MusicXmlNotes.Heard;
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
import org.w3c.dom.Element;

class MusicXmlTest {
  private static final int DIVISIONS = 48;

  @Test
  void ourTunesComeBackNoteForNote() throws Exception {
    for (Path file : files(Path.of("corpora/melodies"), ".mid")) {
      Score score = MidiReader.read(file);
      assertEquals(exactly(score), MusicXmlNotes.read(MusicXml.file(score, "x")), file.toString());
    }
  }

  @Test
  void nottinghamTunesComeBackNoteForNote() throws Exception {
    for (Path file : shared("nottingham-midi")) {
      Score score = MidiReader.read(file);
      List<Heard> wanted = exactly(score);
      List<Heard> read = MusicXmlNotes.read(MusicXml.file(score, "x"));
      assertClose(wanted, read, 0, file);
    }
  }

  @Test
  void expressivePerformancesKeepEveryNoteWithinHalfAThirtySecond() throws Exception {
    for (Path file : shared("groove")) {
      Score score = MidiReader.read(file);
      List<Heard> read = MusicXmlNotes.read(MusicXml.file(score, "x"));
      assertEquals(score.notes().size(), read.size(), file.toString());
      List<Long> wanted = score.notes().stream().map(note -> unit(note.onset(), score)).toList();
      for (int i = 0; i < read.size(); i++) {
        assertTrue(Math.abs(wanted.get(i) - read.get(i).onset()) <= 4, file + " note " + i);
      }
    }
  }

  @Test
  void someRandomNotesOnTheGridComeBack() throws Exception {
    randomNotesComeBack(20);
  }

  @Tag("long")
  @Test
  void randomNotesOnTheGridComeBack() throws Exception {
    randomNotesComeBack(60);
  }

  private static void randomNotesComeBack(int seeds) throws Exception {
    for (long seed = 0; seed < seeds; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Note> notes = new ArrayList<>();
      int step = List.of(3, 4, 1).get(random.nextInt(3));
      for (int i = 0; i < 80; i++) {
        long onset = step * random.nextLong(400);
        long duration = step * random.nextLong(1, 80);
        notes.add(new Note(onset, duration, random.nextInt(128), 80, random.nextInt(3), 0));
      }
      List<TimeSignature> metres =
          List.of(
                  List.of(new TimeSignature(0, 4, 4)),
                  List.of(new TimeSignature(0, 6, 8)),
                  List.of(new TimeSignature(0, 5, 4), new TimeSignature(250, 7, 16)),
                  List.of(new TimeSignature(0, 12, 8), new TimeSignature(300, 3, 32)),
                  List.of(new TimeSignature(0, 1, 128)))
              .get(random.nextInt(5));
      Score score = score(notes, metres, List.of());
      assertEquals(exactly(score), MusicXmlNotes.read(MusicXml.file(score, "x")), "seed " + seed);
    }
  }

  @Test
  void writesTitleKeyMetreTempoChordsAndTriplets() throws Exception {
    String abc =
        """
        X:1
        T:A & <B>
        C:Somebody
        M:6/8
        L:1/8
        Q:3/8=100
        K:Ador
        "Am"A2B (3cde f | "G7/B"g3- g3 |]
        """;
    Score score = AbcReader.read(Path.of("x.abc"), abc.getBytes(StandardCharsets.UTF_8));
    String xml = new String(MusicXml.file(score, "A & <B>"), StandardCharsets.UTF_8);
    for (String wanted :
        List.of(
            "<work-title>A &amp; &lt;B&gt;</work-title>",
            "<creator type=\"composer\">Somebody</creator>",
            "<fifths>1</fifths>",
            "<mode>dorian</mode>",
            "<beats>6</beats>",
            "<sound tempo=\"150\"/>",
            "<root-step>G</root-step>",
            "<kind text=\"7\">dominant</kind>",
            "<bass-step>B</bass-step>",
            "<actual-notes>3</actual-notes>",
            "<tuplet type=\"start\" bracket=\"yes\"/>",
            "<tie type=\"start\"/>",
            "<bar-style>light-heavy</bar-style>")) {
      assertTrue(xml.contains(wanted), wanted + "\n" + xml);
    }
  }

  @Test
  void drumsAreUnpitchedAndLastToTheNextStroke() throws Exception {
    List<Note> notes =
        List.of(
            new Note(0, 1, 36, 90, 9, 1), new Note(0, 1, 42, 90, 9, 1),
            new Note(24, 1, 42, 90, 9, 1), new Note(48, 1, 38, 90, 9, 1));
    byte[] file = MusicXml.file(score(notes, List.of(), List.of()), "Beat");
    Element root = MusicXmlNotes.document(file).getDocumentElement();
    assertEquals(
        0,
        root.getElementsByTagName("pitch").getLength(),
        new String(file, StandardCharsets.UTF_8));
    assertEquals("percussion", root.getElementsByTagName("sign").item(0).getTextContent());
    assertEquals(
        List.of(
            new Heard(0, 24, 36, true),
            new Heard(0, 24, 42, true),
            new Heard(24, 24, 42, true),
            new Heard(48, 48, 38, true)),
        MusicXmlNotes.read(file));
  }

  @Test
  void controlCharactersInNamesDoNotBreakTheFile() throws Exception {
    TextEvent name = new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "a\u0000b\u001b\ufffe\ud834");
    Score score = score(List.of(new Note(0, 48, 60, 90, 0, 0)), List.of(), List.of(name));
    assertEquals(1, MusicXmlNotes.read(MusicXml.file(score, name.text())).size());
  }

  @Test
  void saysWhatItCannotWrite() {
    Score empty = score(List.of(), List.of(), List.of());
    assertRefused("the piece has no notes to write down", () -> MusicXml.file(empty, "x"));
    Score endless = score(List.of(new Note(0, 1L << 30, 60, 90, 0, 0)), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> MusicXml.file(endless, "x"));
  }

  private static Score score(List<Note> notes, List<TimeSignature> metres, List<TextEvent> texts) {
    long end = notes.stream().mapToLong(Note::end).max().orElse(0);
    return new Score(
        DIVISIONS,
        end,
        notes,
        List.of(new TempoChange(0, 500_000)),
        metres,
        List.of(new KeySignature(0, -2, true)),
        List.of(),
        List.of(),
        texts);
  }

  private static List<Heard> exactly(Score score) {
    List<Heard> heard = new ArrayList<>();
    for (Note note : score.notes()) {
      long onset = unit(note.onset(), score);
      heard.add(new Heard(onset, unit(note.end(), score) - onset, note.pitch(), note.isDrum()));
    }
    heard.sort(MusicXmlNotes.ORDER);
    return heard;
  }

  private static long unit(long tick, Score score) {
    return Math.round((double) tick * DIVISIONS / score.ticksPerQuarter());
  }

  private static void assertClose(List<Heard> wanted, List<Heard> read, int units, Path file) {
    assertEquals(wanted.size(), read.size(), file.toString());
    for (int i = 0; i < read.size(); i++) {
      Heard one = wanted.get(i);
      Heard other = read.get(i);
      assertTrue(
          one.pitch() == other.pitch()
              && Math.abs(one.onset() - other.onset()) <= units
              && Math.abs(one.duration() - other.duration()) <= units,
          file + ": " + one + " became " + other);
    }
  }

  private static List<Path> shared(String folder) throws Exception {
    Path found = Path.of("/nowhere");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path here = at.resolve("shared/data/music").resolve(folder);
      found = Files.isDirectory(here) ? here : found;
    }
    assumeTrue(Files.isDirectory(found), "no shared/data/music/" + folder + " in a folder above");
    return files(found, ".mid");
  }

  private static List<Path> files(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      List<Path> some = new ArrayList<>();
      for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 60)) {
        some.add(all.get(i));
      }
      return some;
    }
  }
}
