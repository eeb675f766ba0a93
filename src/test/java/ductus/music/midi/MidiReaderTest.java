package ductus.music.midi;

import static ductus.Refusals.assertBadFile;
import static ductus.music.midi.MidiBytes.END;
import static ductus.music.midi.MidiBytes.ascii;
import static ductus.music.midi.MidiBytes.chunk;
import static ductus.music.midi.MidiBytes.file;
import static ductus.music.midi.MidiBytes.header;
import static ductus.music.midi.MidiBytes.hex;
import static ductus.music.midi.MidiBytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class MidiReaderTest {
  private static final Path NAME = Path.of("tune.mid");
  private static final String C4 = "00 90 3C 40 60 80 3C 40";

  private static Score parse(byte[] content) throws BadFileException {
    return MidiReader.parse(NAME, content);
  }

  private static Score parse(String track) throws BadFileException {
    return parse(file(0, 96, track));
  }

  private static void assertBad(byte[] content, long offset, String reason) {
    BadFileException bad = assertThrows(BadFileException.class, () -> parse(content));
    assertEquals(reason, bad.reason());
    assertEquals(offset, bad.offset());
    assertEquals(NAME, bad.path());
  }

  /** Offsets of a track's bytes begin at 22. */
  private static void assertBadTrack(String track, long offset, String reason) {
    assertBad(file(0, 96, track), offset, reason);
  }

  private static String text(String prefix, byte[] text) {
    StringBuilder hex = new StringBuilder(prefix).append(String.format("%02X", text.length));
    for (byte b : text) {
      hex.append(String.format("%02X", b));
    }
    return hex.toString();
  }

  private static String repeat(String text, int times) {
    return text.repeat(times);
  }

  @Test
  void readsExactTicksAndTheTracksOfNotes() throws BadFileException {
    Score score =
        parse(file(1, 480, END, "83 60 91 40 7F 81 70 91 40 00 00 99 24 01 05 89 24 00" + END));
    assertEquals(480, score.ticksPerQuarter());
    assertEquals(
        List.of(new Note(480, 240, 64, 127, 1, 1), new Note(720, 5, 36, 1, 9, 1)), score.notes());
    assertEquals(725, score.length());
  }

  @Test
  void readsTempoMetreAndKeyOfAllTracksInTheOrderOfTheirTicks() throws BadFileException {
    Score score =
        parse(
            file(
                1,
                96,
                "60 FF 51 03 07 A1 20 00 FF 59 02 FD 01" + END,
                "00 FF 51 03 0F 42 40 00 FF 58 04 06 03 24 08 60 FF 58 04 03 02 18 08" + END));
    assertEquals(
        List.of(new TempoChange(0, 1_000_000), new TempoChange(96, 500_000)), score.tempos());
    assertEquals(
        List.of(new TimeSignature(0, 6, 8), new TimeSignature(96, 3, 4)), score.timeSignatures());
    assertEquals(List.of(new KeySignature(96, -3, true)), score.keySignatures());
  }

  @Test
  void readsProgramsAndThePedalAndSkipsOtherControllers() throws BadFileException {
    Score score =
        parse(
            "00 C2 49 00 B2 40 7F 10 B2 07 64 00 A2 3C 10 00 D2 10 00 E2 00 40 10 B2 40 3F" + END);
    assertEquals(List.of(new ProgramChange(0, 2, 0, 73)), score.programs());
    assertEquals(
        List.of(new PedalChange(0, 2, 0, 127), new PedalChange(32, 2, 0, 63)), score.pedals());
    assertEquals(32, score.length());
  }

  @Test
  void readsTextsAsUtf8WhereTheyAreAndElseAsLatin1() throws BadFileException {
    Score score =
        parse(
            text("00FF03", "Ébène 夢".getBytes(StandardCharsets.UTF_8))
                + text("00FF05", "Größe".getBytes(StandardCharsets.ISO_8859_1))
                + text("00FF01", new byte[0])
                + text("00FF09", ascii("port"))
                + END);
    assertEquals(
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "Ébène 夢"),
            new TextEvent(0, 0, TextEvent.Kind.LYRIC, "Größe"),
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "")),
        score.texts());
  }

  @Test
  void endsTheFirstOfOverlappingNotesFirst() throws BadFileException {
    Score score = parse("00 90 3C 10 0A 90 3C 20 0A 80 3C 00 0A 80 3C 00" + END);
    assertEquals(
        List.of(new Note(0, 20, 60, 16, 0, 0), new Note(10, 20, 60, 32, 0, 0)), score.notes());
  }

  @Test
  void keepsNotesOfLengthZero() throws BadFileException {
    Score score = parse("0A 90 3C 10 00 80 3C 00 0A 90 3C 20 05 90 3C 00" + END);
    assertEquals(
        List.of(new Note(10, 0, 60, 16, 0, 0), new Note(20, 5, 60, 32, 0, 0)), score.notes());
  }

  @Test
  void endsNotesThatNobodyEndsWithTheirTrack() throws BadFileException {
    Score score = parse(file(1, 96, "00 90 3C 10 60 FF 2F 00", "00 90 3C 20 0A 80 3D 00" + END));
    assertEquals(
        List.of(new Note(0, 96, 60, 16, 0, 0), new Note(0, 10, 60, 32, 0, 1)), score.notes());
  }

  @Test
  void ignoresANoteOffWithoutANote() throws BadFileException {
    Score score = parse("00 80 3C 00" + C4 + "00 80 3C 00 00 81 3C 00" + END);
    assertEquals(List.of(new Note(0, 96, 60, 64, 0, 0)), score.notes());
  }

  @Test
  void keepsRunningStatusOverMetaEventsAndSystemExclusives() throws BadFileException {
    Score score =
        parse(
            "00 90 3C 40 10 FF 01 01 61 00 3C 00 00 F0 05 7E 7F 06 01 F7 00 3E 40 10 3E 00" + END);
    assertEquals(
        List.of(new Note(0, 16, 60, 64, 0, 0), new Note(16, 16, 62, 64, 0, 0)), score.notes());
  }

  @Test
  void skipsMessagesOfTheCableWhoseLengthIsKnown() throws BadFileException {
    Score score =
        parse("00 F1 7F 00 F2 01 02 00 F3 05 00 F6 00 F8 00 FA 00 FB 00 FC 00 FE" + C4 + END);
    assertEquals(List.of(new Note(0, 96, 60, 64, 0, 0)), score.notes());
  }

  @Test
  void laysTheTracksOfFormat2OneAfterAnother() throws BadFileException {
    Score score =
        parse(
            file(
                2,
                96,
                "00 FF 51 03 0F 42 40 00 FF 58 04 03 02 18 08" + C4 + "10 FF 2F 00",
                C4 + END,
                "00 FF 51 03 00 00 01 00 FF 58 04 05 02 18 08" + C4 + END));
    assertEquals(
        List.of(
            new Note(0, 96, 60, 64, 0, 0),
            new Note(112, 96, 60, 64, 0, 1),
            new Note(208, 96, 60, 64, 0, 2)),
        score.notes());
    assertEquals(
        List.of(
            new TempoChange(0, 1_000_000), new TempoChange(112, 500_000), new TempoChange(208, 1)),
        score.tempos());
    assertEquals(
        List.of(
            new TimeSignature(0, 3, 4), new TimeSignature(112, 4, 4), new TimeSignature(208, 5, 4)),
        score.timeSignatures());
    assertEquals(304, score.length());
  }

  @Test
  void playsSeveralTracksOfFormat0Together() throws BadFileException {
    Score score = parse(file(0, 96, C4 + END, C4 + END));
    assertEquals(
        List.of(new Note(0, 96, 60, 64, 0, 0), new Note(0, 96, 60, 64, 0, 1)), score.notes());
  }

  @Test
  void turnsFramesIntoTicksOfExactLength() throws BadFileException {
    int[][] framesNumeratorDenominator = {
      {24, 24, 1}, {25, 25, 1}, {29, 30_000, 1001}, {30, 30, 1}
    };
    for (int[] frames : framesNumeratorDenominator) {
      for (int ticksPerFrame : new int[] {1, 2, 40, 100, 255}) {
        int division = (0x100 - frames[0]) << 8 | ticksPerFrame;
        Score score = parse(file(0, division, "00 FF 51 03 00 00 01" + C4 + END));
        assertEquals(1, score.tempos().size());
        TempoChange tempo = score.tempos().get(0);
        assertEquals(0, tempo.tick());
        // ticks a second, as a fraction: frames · ticksPerFrame = ticksPerQuarter / seconds
        assertEquals(
            (long) frames[1] * ticksPerFrame * tempo.microsecondsPerQuarter(),
            1_000_000L * frames[2] * score.ticksPerQuarter());
        assertEquals(96, score.notes().get(0).duration());
      }
    }
  }

  @Test
  void readsAFileInARiffWrapper() throws BadFileException {
    byte[] midi = file(0, 96, C4 + END);
    byte[] riff =
        join(
            ascii("RIFF"),
            hex("00 00 00 00"),
            ascii("RMIDDISP"),
            hex("03 00 00 00 01 02 03 00"),
            ascii("data"),
            hex(String.format("%02X 00 00 00", midi.length)),
            midi,
            ascii("LIST"));
    assertEquals(parse(midi), parse(riff));
    assertBad(
        join(ascii("RIFF"), hex("04 00 00 00"), ascii("WAVE")),
        8,
        "a RIFF file must hold RMID (MIDI) but holds WAVE");
    assertBad(Arrays.copyOf(riff, 50), 24, "chunk data says 34 bytes, the file has 18 left");
    assertBad(Arrays.copyOf(riff, 24), 24, "the RIFF wrapper must have a data chunk but has none");
  }

  @Test
  void readsALongerHeader() throws BadFileException {
    byte[] content = join(chunk("MThd", hex("0000 0001 0060 FFFF")), chunk("MTrk", hex(C4 + END)));
    assertEquals(1, parse(content).notes().size());
  }

  @Test
  void skipsUnknownChunksAndBytesBehindTheLastChunk() throws BadFileException {
    byte[] content =
        join(
            header(1, 1, 96),
            chunk("XFIH", hex("01 02 03")),
            chunk("MTrk", hex(C4 + END)),
            chunk("XFKM", hex("04")),
            ascii("junk that is no chunk"));
    assertEquals(1, parse(content).notes().size());
  }

  @Test
  void readsMoreTracksThanTheHeaderSays() throws BadFileException {
    byte[] content =
        join(header(1, 1, 96), chunk("MTrk", hex(C4 + END)), chunk("MTrk", hex(C4 + END)));
    assertEquals(2, parse(content).notes().size());
  }

  @Test
  void acceptsATrackWithoutEndOfTrackAndZerosBehindOne() throws BadFileException {
    assertEquals(96, parse(C4).length());
    assertEquals(96, parse(C4 + END + "00 00 00").length());
    assertEquals(2, parse(file(1, 96, C4, C4)).notes().size());
  }

  @Test
  void acceptsVariableLengthsOfUpToFourBytes() throws BadFileException {
    Score score = parse("80 80 80 01 90 3C 40 80 02 80 3C 40" + END);
    assertEquals(List.of(new Note(1, 2, 60, 64, 0, 0)), score.notes());
  }

  @Test
  void leavesOutAKeyThatDoesNotExist() throws BadFileException {
    assertEquals(List.of(), parse("00 FF 59 02 08 00 00 FF 59 02 00 02" + END).keySignatures());
  }

  @Test
  void sortsNotesByOnsetPitchTrackChannelAndDuration() throws BadFileException {
    String track = "00 91 3C 01 00 90 3C 02 00 90 3B 03 05 80 3B 00 00 80 3C 00 00 81 3C 00" + END;
    List<Note> notes = parse(file(1, 96, track, track)).notes();
    assertEquals(
        List.of(
            new Note(0, 5, 59, 3, 0, 0),
            new Note(0, 5, 59, 3, 0, 1),
            new Note(0, 5, 60, 2, 0, 0),
            new Note(0, 5, 60, 1, 1, 0),
            new Note(0, 5, 60, 2, 0, 1),
            new Note(0, 5, 60, 1, 1, 1)),
        notes);
  }

  @Test
  void rejectsAnEmptyFileAndWhatIsNoMidi() {
    assertBad(new byte[0], BadFileException.WHOLE_FILE, "the file is empty");
    assertBad(ascii("MT"), 0, "not a MIDI file: it must begin with MThd");
    assertBad(ascii("<html>"), 0, "not a MIDI file: it must begin with MThd");
    assertBad(
        hex("F07E7F 0601F7"),
        0,
        "a system exclusive dump (.syx), which sets up an instrument and holds no notes, not a"
            + " MIDI file");
  }

  @Test
  void rejectsABrokenHeader() {
    assertBad(ascii("MThd"), 4, "the file must have 1 byte more here but has 0");
    assertBad(
        chunk("MThd", hex("0000 0001")), 4, "the header must have 6 bytes or more but says 4");
    assertBad(
        join(ascii("MThd"), hex("FFFFFFFF 0000 0001 0060")),
        0,
        "the header says 4294967295 bytes, the file has 6 left");
    assertBad(header(3, 1, 96), 8, "format must be 0, 1 or 2 but was 3");
    assertBad(header(0, 1, 0), 12, "ticks per quarter note must be 1 or more but were 0");
    assertBad(header(0, 1, 0xE800), 12, "ticks per frame must be 1 or more but were 0");
    assertBad(header(0, 1, 0xFF28), 12, "frames per second must be 24, 25, 29 or 30 but were 1");
  }

  @Test
  void rejectsMissingTracks() {
    assertBad(header(1, 0, 96), 14, "the file must have a track but has none");
    assertBad(header(1, 2, 96), 14, "the file must have a track but has none");
    assertBad(
        join(header(1, 2, 96), chunk("MTrk", hex(END))),
        26,
        "the header says 2 tracks but the file has 1");
  }

  @Test
  void rejectsATruncatedTrack() {
    byte[] whole = file(1, 96, END, C4 + END);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(BadFileException.class, () -> parse(cut), "cut to " + length);
    }
    assertBad(Arrays.copyOf(whole, 40), 26, "track 2 says 12 bytes, the file has 6 left");
  }

  @Test
  void rejectsALengthOf512MegabytesWithoutBelievingIt() {
    byte[] content = join(header(0, 1, 96), ascii("MTrk"), hex("20000000 00FF2F00"));
    assertEquals(26, content.length);
    assertBad(content, 14, "track 1 says 536870912 bytes, the file has 4 left");
    assertBad(
        join(header(0, 1, 96), ascii("MTrk"), hex("FFFFFFFF 00FF2F00")),
        14,
        "track 1 says 4294967295 bytes, the file has 4 left");
  }

  @Test
  void rejectsALengthSaidTooShort() {
    byte[] content = join(header(0, 1, 96), chunk("MTrk", hex(C4)), hex(C4 + END));
    assertBad(
        content, 30, "track 1 must end with End of Track but 12 bytes follow that are no chunk");
  }

  @Test
  void rejectsAnEventThatGoesOnBehindItsTrack() {
    assertBadTrack("00 90 3C", 25, "track 1 must have 1 byte more here but has 0");
    assertBadTrack("00 FF 01 7F 61", 26, "track 1 must have 127 bytes more here but has 1");
    assertBadTrack(
        "00 F0 8F FF FF 7F 61", 28, "track 1 must have 33554431 bytes more here but has 1");
    assertBadTrack("83", 23, "track 1 must have 1 byte more here but has 0");
  }

  @Test
  void rejectsBytesBehindTheEndOfTrack() {
    assertBadTrack(END + C4, 26, "End of Track must end track 1 but 8 bytes follow");
  }

  @Test
  void rejectsWrongStatusAndDataBytes() {
    assertBadTrack("00 3C 40", 23, "running status without a status byte");
    assertBadTrack("00 90 3C FF", 25, "a data byte must be 00 to 7F but was FF");
    assertBadTrack("00 F5" + END, 23, "undefined status byte F5");
    assertBadTrack("00 F1 80" + END, 24, "a data byte must be 00 to 7F but was 80");
  }

  @Test
  void rejectsVariableLengthsOfMoreThanFourBytes() {
    assertBadTrack(
        "80 80 80 80 00 90 3C 40",
        22,
        "a variable-length number must have at most 4 bytes but goes on");
    assertBadTrack(
        "00 FF 01 FF FF FF FF 7F",
        25,
        "a variable-length number must have at most 4 bytes but goes on");
  }

  @Test
  void rejectsTimeBeyondTheLastTick() throws BadFileException {
    String longest = "FF FF FF 7F FF 7F 00";
    assertEquals(8L * 0x0FFFFFFF, parse(repeat(longest, 8) + END).length());
    assertBadTrack(repeat(longest, 9), 22 + 8 * 7, "time must end by tick 2147483647 but goes on");
    byte[] tracks = file(2, 96, repeat(longest, 8), longest);
    assertBad(tracks, 86, "time must end by tick 2147483647 but goes on");
  }

  @Test
  void rejectsImpossibleTempoAndMetre() {
    assertBadTrack(
        "00 FF 51 03 00 00 00", 23, "tempo must be 1 microsecond a quarter note or more but was 0");
    assertBadTrack("00 FF 51 02 07 A1", 23, "tempo must have 3 bytes but had 2");
    assertBadTrack(
        "00 FF 58 04 00 02 18 08",
        23,
        "time signature must have 1 to 255 beats of 1/1 to 1/128 but was 0 of 1/2^2");
    assertBadTrack(
        "00 FF 58 04 04 08 18 08",
        23,
        "time signature must have 1 to 255 beats of 1/1 to 1/128 but was 4 of 1/2^8");
    assertBadTrack("00 FF 58 01 04", 23, "time signature must have 2 bytes but had 1");
    assertBadTrack("00 FF 59 01 04", 23, "key signature must have 2 bytes but had 1");
  }

  @Test
  void rejectsMoreNotesThanTheLimit() throws BadFileException {
    byte[] note = hex("00 90 3C 40");
    byte[] events = new byte[note.length * (MidiReader.MAX_EVENTS + 1)];
    for (int i = 0; i < events.length; i += note.length) {
      System.arraycopy(note, 0, events, i, note.length);
    }
    byte[] most = Arrays.copyOf(events, events.length - note.length);
    byte[] fits = join(header(0, 1, 96), chunk("MTrk", most));
    assertEquals(MidiReader.MAX_EVENTS, parse(fits).notes().size());
    assertBadFile(
        "notes and changes must be at most 1000000 but go on",
        () -> parse(join(header(0, 1, 96), chunk("MTrk", events))));
  }

  @Test
  void rejectsMoreTracksThanAHeaderCanCount() {
    byte[] track = chunk("MTrk", hex(END));
    byte[] tracks = new byte[track.length * 0x10000];
    for (int i = 0; i < tracks.length; i += track.length) {
      System.arraycopy(track, 0, tracks, i, track.length);
    }
    assertBadFile(
        "tracks must be at most 65535 but go on", () -> parse(join(header(1, 0xFFFF, 96), tracks)));
  }

  @Test
  void readsAFileFromDisk(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("tune.mid");
    Files.write(path, file(0, 96, C4 + END));
    assertEquals(1, MidiReader.read(path).notes().size());
  }

  @Test
  void rejectsAFolderAMissingFileAndAHugeFile(@TempDir Path folder) throws IOException {
    assertThrows(BadFileException.class, () -> MidiReader.read(folder));
    assertThrows(NoSuchFileException.class, () -> MidiReader.read(folder.resolve("none.mid")));
    Path huge = folder.resolve("huge.mid");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(8L << 30);
    }
    assertBadFile(
        "a MIDI file must have at most 67108864 bytes but this has 8589934592",
        () -> MidiReader.read(huge));
  }
}
