package ductus.music.musicxml.read;

import static ductus.music.musicxml.read.Sheet.ATTRIBUTES;
import static ductus.music.musicxml.read.Sheet.grace;
import static ductus.music.musicxml.read.Sheet.heard;
import static ductus.music.musicxml.read.Sheet.note;
import static ductus.music.musicxml.read.Sheet.part;
import static ductus.music.musicxml.read.Sheet.partwise;
import static ductus.music.musicxml.read.Sheet.pitches;
import static ductus.music.musicxml.read.Sheet.read;
import static ductus.music.musicxml.read.Sheet.rest;
import static ductus.music.musicxml.read.Sheet.sheet;
import static ductus.music.musicxml.read.Sheet.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiReader;
import ductus.music.musicxml.MusicXml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MusicXmlReaderTest {
  private static final String TIE = "<tie type=\"%s\"/>";
  private static final String START = TIE.formatted("start");
  private static final String STOP = TIE.formatted("stop");

  @Test
  void readsNotesRestsChordsAndVoices() throws Exception {
    Score score =
        read(
            sheet(
                note("C4", 2)
                    + note("E4", 2, "", "<chord/>")
                    + rest(2)
                    + note("F#4", 4)
                    + "<backup><duration>8</duration></backup>"
                    + note("C3", 4, "<voice>2</voice>")
                    + "<forward><duration>2</duration></forward>"
                    + note("Bb2", 2, "<voice>2</voice>")));
    assertEquals(480, score.ticksPerQuarter());
    assertEquals("0+960=48 0+480=60 0+480=64 960+960=66 1440+480=46", heard(score));
    assertEquals(List.of(new TimeSignature(0, 4, 4)), score.timeSignatures());
    assertEquals(1920, score.length());
  }

  @Test
  void readsTimewiseAsPartwise() throws Exception {
    String list =
        "<score-part id=\"P1\"><part-name>A</part-name></score-part>"
            + "<score-part id=\"P2\"><part-name>B</part-name></score-part>";
    Score partwise =
        read(
            partwise(
                list,
                part("P1", ATTRIBUTES, whole("C4 D4")) + part("P2", ATTRIBUTES, whole("E3 F3"))));
    String timewise =
        "<score-timewise><part-list>"
            + list
            + "</part-list><measure number=\"1\"><part id=\"P1\">"
            + ATTRIBUTES
            + note("C4", 8)
            + "</part><part id=\"P2\">"
            + ATTRIBUTES
            + note("E3", 8)
            + "</part></measure><measure number=\"2\"><part id=\"P1\">"
            + note("D4", 8)
            + "</part><part id=\"P2\">"
            + note("F3", 8)
            + "</part></measure></score-timewise>";
    assertEquals(partwise, read(timewise));
    assertEquals("0+1920=52 0+1920=60 1920+1920=53 1920+1920=62", heard(partwise));
  }

  @Test
  void joinsTiesOverBarsAndVoicesButNotOverOtherPitches() throws Exception {
    assertEquals(
        "0+3840=60",
        heard(
            read(sheet(note("C4", 8, START), note("C4", 4, STOP + START) + note("C4", 4, STOP)))));
    assertEquals(
        "0+1920=61 1920+1920=62", heard(read(sheet(note("C#4", 8, START), note("D4", 8, STOP)))));
    assertEquals(
        "0+3840=61",
        heard(read(sheet(note("C#4", 8, START), note("Db4", 8, STOP + "<voice>2</voice>")))));
    String tied = "<notations><tied type=\"%s\"/></notations>";
    assertEquals(
        "0+3840=60",
        heard(
            read(
                sheet(
                    note("C4", 8, tied.formatted("start")),
                    note("C4", 8, tied.formatted("stop"))))));
  }

  @Test
  void divisionsOfPartsNeedNoCommonMeasureWithOurs() throws Exception {
    String sevens = ATTRIBUTES.replace(">2<", ">7<");
    Score score =
        read(
            partwise(
                "<score-part id=\"P1\"/><score-part id=\"P2\"/>",
                part("P1", ATTRIBUTES, whole("C4"))
                    + part("P2", sevens, note("E4", 1) + note("F4", 27))));
    assertEquals(3360, score.ticksPerQuarter());
    assertEquals("0+13440=60 0+480=64 480+12960=65", heard(score));
    String changing = note("E4", 2) + "<attributes><divisions>7</divisions></attributes>";
    assertEquals("0+3360=64 3360+480=65", heard(read(sheet(changing + note("F4", 1) + rest(20)))));
  }

  @Test
  void gracesTakeTheTimeOfTheNoteBefore() throws Exception {
    assertEquals(
        "0+840=60 840+60=65 900+60=64 960+960=62",
        heard(read(sheet(note("C4", 4) + grace("F4") + grace("E4") + note("D4", 4)))));
    assertEquals("0+60=64 60+1860=62", heard(read(sheet(grace("E4") + note("D4", 8)))));
  }

  @Test
  void cuesAndNotesWithoutSoundOnlyTakeTheirTime() throws Exception {
    assertEquals("960+960=62", heard(read(sheet(note("C4", 4, "", "<cue/>") + note("D4", 4)))));
  }

  @Test
  void aPickupStandsBehindItsRest() throws Exception {
    Score score = read(sheet(note("G4", 2), note("C4", 8), note("E4", 6)));
    assertEquals("1440+480=67 1920+1920=60 3840+1440=64", heard(score));
    assertEquals(List.of(new TimeSignature(0, 4, 4)), score.timeSignatures());
    assertEquals(5760, score.length());
  }

  @Test
  void aMeasureThatDoesNotFillItsMetreIsAsLongAsItIs() throws Exception {
    Score score = read(sheet(note("C4", 8), note("D4", 6), note("E4", 8), note("F4", 8)));
    assertEquals("0+1920=60 1920+1440=62 3360+1920=64 5280+1920=65", heard(score));
    assertEquals(
        List.of(new TimeSignature(0, 4, 4), new TimeSignature(3360, 4, 4)), score.timeSignatures());
    Score halves = read(sheet(note("C4", 8), note("D4", 6), note("E4", 2), note("F4", 8)));
    assertEquals(List.of(new TimeSignature(0, 4, 4)), halves.timeSignatures());
  }

  @Test
  void metresMayBeSumsAndAScoreWithoutOneIsInThatOfMostMeasures() throws Exception {
    String sum = "<attributes><time><beats>3+2</beats><beat-type>8</beat-type></time></attributes>";
    assertEquals(
        List.of(new TimeSignature(0, 4, 4), new TimeSignature(1920, 5, 8)),
        read(sheet(note("C4", 8), sum + note("D4", 5))).timeSignatures());
    String none =
        partwise(
            "<score-part id=\"P1\"/>",
            part(
                "P1",
                "<attributes><divisions>2</divisions></attributes>",
                note("C4", 6),
                note("D4", 6)));
    assertEquals(List.of(new TimeSignature(0, 3, 4)), read(none).timeSignatures());
  }

  @Test
  void transposingInstrumentsSoundAndAreInTheKeyThatSounds() throws Exception {
    String attributes =
        ATTRIBUTES.replace(
            "</attributes>",
            "<key><fifths>2</fifths><mode>minor</mode></key>"
                + "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic>"
                + "<octave-change>-1</octave-change></transpose></attributes>");
    Score score = read(partwise("<score-part id=\"P1\"/>", part("P1", attributes, whole("D5 B4"))));
    assertEquals("0+1920=60 1920+1920=57", heard(score));
    assertEquals(List.of(new KeySignature(0, 0, true)), score.keySignatures());
    assertEquals(List.of("K:Am"), texts(score, TextEvent.Kind.TEXT));
  }

  @Test
  void aMajorKeyIsNotBelieved() throws Exception {
    String attributes =
        ATTRIBUTES.replace(
            "</attributes>", "<key><fifths>-3</fifths><mode>major</mode></key></attributes>");
    Score score = read(partwise("<score-part id=\"P1\"/>", part("P1", attributes, whole("C4"))));
    assertEquals(List.of(new KeySignature(0, -3, false)), score.keySignatures());
    assertEquals(List.of(), texts(score, TextEvent.Kind.TEXT));
  }

  @Test
  void drumsAreKnownByInstrumentOrPlace() throws Exception {
    String list =
        "<score-part id=\"P1\"><part-name>Kit</part-name><score-instrument"
            + " id=\"I1\"><instrument-name>Kick</instrument-name></score-instrument><midi-instrument"
            + " id=\"I1\"><midi-channel>10</midi-channel>"
            + "<midi-unpitched>37</midi-unpitched></midi-instrument></score-part><score-part"
            + " id=\"P2\"><part-name>Loose</part-name></score-part>";
    String place =
        "<note><unpitched><display-step>%s</display-step><display-octave>5</display-octave>"
            + "</unpitched><duration>4</duration>%s</note>";
    Score score =
        read(
            partwise(
                list,
                part(
                        "P1",
                        ATTRIBUTES,
                        place.formatted("C", "<instrument id=\"I1\"/>")
                            + place.formatted("C", "<instrument id=\"I1\"/>"))
                    + part(
                        "P2",
                        ATTRIBUTES,
                        place.formatted("G", "<notehead>x</notehead>")
                            + place.formatted("C", ""))));
    assertTrue(score.notes().stream().allMatch(Note::isDrum));
    assertEquals("0+960=36 0+960=42 960+960=36 960+960=38", heard(score));
  }

  @Test
  void channelsAndProgramsAreThoseOfTheFileWhereTheyAreFree() throws Exception {
    String part =
        "<score-part id=\"P%d\"><part-name>X</part-name><midi-instrument id=\"I\">"
            + "<midi-channel>3</midi-channel><midi-program>%d</midi-program></midi-instrument>"
            + "</score-part>";
    Score score =
        read(
            partwise(
                part.formatted(1, 41) + part.formatted(2, 43),
                part("P1", ATTRIBUTES, whole("C5")) + part("P2", ATTRIBUTES, whole("C3"))));
    assertEquals(
        List.of(new Score.ProgramChange(0, 2, 1, 40), new Score.ProgramChange(0, 0, 2, 42)),
        score.programs());
  }

  @Test
  void dynamicsAreVelocities() throws Exception {
    String dynamics =
        "<direction><direction-type><dynamics><%s/></dynamics></direction-type></direction>";
    Score score =
        read(
            sheet(
                note("C4", 2)
                    + dynamics.formatted("p")
                    + note("D4", 2)
                    + "<sound dynamics=\"100\"/>"
                    + note("E4", 2)
                    + note("F4", 2).replace("<note>", "<note dynamics=\"50\">")));
    assertEquals(List.of(80, 49, 90, 45), score.notes().stream().map(Note::velocity).toList());
  }

  @Test
  void temposAreThoseThatSoundOrElseThoseWritten() throws Exception {
    String mark =
        "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><beat-unit-dot/>"
            + "<per-minute>c. 80</per-minute></metronome></direction-type>%s</direction>";
    Score score =
        read(
            sheet(
                mark.formatted("") + note("C4", 8),
                mark.formatted("<offset sound=\"yes\">4</offset><sound tempo=\"60\"/>")
                    + note("D4", 8)));
    assertEquals(
        List.of(new TempoChange(0, 500_000), new TempoChange(2880, 1_000_000)), score.tempos());
  }

  @Test
  void lyricsFollowTheVersesAndFermatasAreMarkers() throws Exception {
    String verse = "<lyric number=\"%d\"><syllabic>%s</syllabic><text>%s</text></lyric>";
    String fermata = "<notations><fermata/></notations>";
    String words =
        verse.formatted(1, "begin", "Hal") + verse.formatted(2, "single", "Oh") + fermata;
    String repeat = "<barline location=\"right\"><repeat direction=\"backward\"/></barline>";
    Score score =
        read(sheet(note("C4", 8, words) + repeat, note("D4", 8, verse.formatted(1, "end", "lo"))));
    assertEquals(List.of("Hal-", "Oh", "lo"), texts(score, TextEvent.Kind.LYRIC));
    assertEquals(
        List.of(0L, 1920L),
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.MARKER)
            .map(TextEvent::tick)
            .toList());
  }

  @Test
  void chordSymbolsOfALonePartSound() throws Exception {
    String minor =
        "<harmony><root><root-step>A</root-step></root><kind text=\"m7\">minor-seventh</kind>"
            + "<bass><bass-step>G</bass-step></bass></harmony>";
    String thirteenth =
        "<harmony><root><root-step>B</root-step><root-alter>-1</root-alter></root>"
            + "<kind text=\"13\">dominant-13th</kind><offset>4</offset></harmony>";
    String altered =
        "<harmony><root><root-step>F</root-step><root-alter>1</root-alter></root>"
            + "<kind text=\"7(#9)\">dominant</kind><degree><degree-value>9</degree-value>"
            + "<degree-alter>1</degree-alter><degree-type>add</degree-type></degree></harmony>";
    String none = "<harmony><root><root-step>C</root-step></root><kind>none</kind></harmony>";
    Score score =
        read(sheet(minor + thirteenth + note("C5", 8), altered + note("C5", 4) + none + rest(4)));
    assertEquals(List.of("Am7/G", "Bb9", "F#7", "N.C."), texts(score, TextEvent.Kind.TEXT));
    assertEquals(List.of("Melody", "Chords"), texts(score, TextEvent.Kind.TRACK_NAME));
    assertEquals(
        List.of(43, 48, 52, 55, 57),
        score.notes().stream()
            .filter(note -> note.track() == 2 && note.onset() == 0)
            .map(Note::pitch)
            .toList());
    assertEquals(
        List.of(0L, 960L, 1920L),
        score.notes().stream()
            .filter(note -> note.track() == 2)
            .map(Note::onset)
            .distinct()
            .toList());
  }

  @Test
  void repeatedMeasuresBeginWithTheTempoAndKeyTheyHadWhenTheyWereRead() throws Exception {
    String key = "<attributes><key><fifths>%d</fifths></key></attributes>";
    String repeat = "<barline><repeat direction=\"backward\"/></barline>";
    Score score =
        read(
            sheet(
                key.formatted(0) + "<sound tempo=\"60\"/>" + note("C4", 8),
                key.formatted(1) + "<sound tempo=\"120\"/>" + note("G4", 8) + repeat));
    assertEquals("60 67 60 67", pitches(score));
    assertEquals(
        List.of(0, 1, 0, 1), score.keySignatures().stream().map(KeySignature::fifths).toList());
    assertEquals(
        List.of(0L, 1920L, 3840L, 5760L), score.tempos().stream().map(TempoChange::tick).toList());
  }

  @Test
  void titleAndComposerAreTextsOfTheFirstTrack() throws Exception {
    String xml =
        sheet(whole("C4"))
            .replace(
                "<part-list>",
                "<work><work-title>A &amp; B</work-title></work><identification>"
                    + "<creator type=\"composer\">Somebody</creator></identification><part-list>");
    Score score = read(xml);
    assertEquals(List.of("A & B", "Flute"), texts(score, TextEvent.Kind.TRACK_NAME));
    assertEquals(List.of("C:Somebody"), texts(score, TextEvent.Kind.TEXT));
  }

  @Test
  void whatOurWriterWritesComesBackNoteForNote() throws Exception {
    List<Path> files = files(Path.of("corpora/melodies"), ".mid");
    files.addAll(files(Path.of("corpora"), ".abc"));
    assertTrue(files.size() > 40, "only " + files.size() + " files");
    for (Path file : files.subList(0, Math.min(60, files.size()))) {
      Score score = file.toString().endsWith(".abc") ? AbcReader.read(file) : MidiReader.read(file);
      Score back = MusicXmlReader.parse(Sheet.NAME, MusicXml.file(score, "x"));
      assertEquals(quarters(score), quarters(back), file.toString());
    }
  }

  @Test
  void someRealFilesAreRead() throws Exception {
    readRealFiles(5);
  }

  @Tag("long")
  @Test
  void realFilesAreRead() throws Exception {
    readRealFiles(1);
  }

  /** Reads each {@code step}-th of them. */
  private static void readRealFiles(int step) throws Exception {
    Path data = Path.of("/nowhere");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path here = at.resolve("shared/data/music");
      data = Files.isDirectory(here) ? here : data;
    }
    assumeTrue(Files.isDirectory(data), "no shared/data/music in a folder above");
    List<Path> files = files(data, ".mxl");
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      Path file = files.get(i);
      try {
        assertTrue(MusicXmlReader.read(file).notes().size() > 10, file.toString());
      } catch (BadFileException bad) {
        refused.add(bad.getMessage());
      }
    }
    assertTrue(refused.size() * step <= 0.02 * files.size(), String.join("\n", refused));
  }

  private static List<Path> files(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  /** The notes in 48ths of a quarter note, whatever their tracks. */
  private static List<String> quarters(Score score) {
    return score.notes().stream()
        .sorted(
            Comparator.comparingLong(Note::onset)
                .thenComparingInt(Note::pitch)
                .thenComparingLong(Note::duration))
        .map(
            note ->
                Math.round(48.0 * note.onset() / score.ticksPerQuarter())
                    + "-"
                    + Math.round(48.0 * note.end() / score.ticksPerQuarter())
                    + "="
                    + note.pitch()
                    + (note.isDrum() ? "d" : ""))
        .toList();
  }

  private static List<String> texts(Score score, TextEvent.Kind kind) {
    return score.texts().stream().filter(text -> text.kind() == kind).map(TextEvent::text).toList();
  }
}
