package ductus.music.midi;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;

class MidiWriterTest {
  private static final Path NAME = Path.of("written.mid");

  private static Score notes(Note... notes) {
    return notes(0, notes);
  }

  private static Score notes(long length, Note... notes) {
    return new Score(
        96,
        length,
        List.of(notes),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Score readBack(Score score) throws BadFileException {
    return MidiReader.parse(NAME, MidiWriter.write(score));
  }

  @Test
  void writesTheBytesOfTheStandard() {
    Score score =
        new Score(
            480,
            960,
            List.of(new Note(0, 480, 60, 100, 0, 0), new Note(480, 240, 60, 90, 0, 0)),
            List.of(new TempoChange(0, 500_000)),
            List.of(new TimeSignature(0, 6, 8)),
            List.of(),
            List.of(new ProgramChange(0, 0, 0, 73)),
            List.of(),
            List.of(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "Tune")));
    byte[] expected =
        MidiBytes.file(
            1,
            480,
            "00 FF 03 04 54 75 6E 65"
                + "00 FF 51 03 07 A1 20"
                + "00 FF 58 04 06 03 0C 08"
                + "00 C0 49"
                + "00 90 3C 64"
                + "83 60 80 3C 40"
                + "00 90 3C 5A"
                + "81 70 80 3C 40"
                + "81 70 FF 2F 00");
    assertArrayEquals(expected, MidiWriter.write(score));
  }

  @Test
  void readingGivesBackWhatWasWritten() throws BadFileException {
    for (long seed = 0; seed < 300; seed++) {
      Score score = OverlappingScores.next(new SplittableRandom(seed));
      byte[] written = MidiWriter.write(score);
      assertEquals(score, MidiReader.parse(NAME, written), "seed " + seed);
      assertArrayEquals(written, MidiWriter.write(score), "seed " + seed);
    }
  }

  @Test
  void keepsNotesOfLengthZeroBesideOthersOfTheirPitch() throws BadFileException {
    Score score =
        notes(
            30,
            new Note(0, 10, 60, 1, 0, 0),
            new Note(10, 0, 60, 2, 0, 0),
            new Note(10, 0, 60, 3, 0, 0),
            new Note(10, 20, 60, 4, 0, 0));
    assertEquals(score, readBack(score));
  }

  @Test
  void givesTheEarlierEndToTheEarlierOfNestedNotes() throws BadFileException {
    Score nested = notes(new Note(0, 10, 60, 1, 0, 0), new Note(2, 3, 60, 2, 0, 0));
    assertEquals(
        notes(10, new Note(0, 5, 60, 1, 0, 0), new Note(2, 8, 60, 2, 0, 0)), readBack(nested));
  }

  @Test
  void cutsAWaitThatOneNumberCannotSay() throws BadFileException {
    Score score = notes(2_000_000_000, new Note(1_000_000_000, 900_000_000, 60, 1, 0, 2));
    assertEquals(score, readBack(score));
  }

  @Test
  void refusesWhatAMidiFileCannotSay() {
    Score fine =
        new Score(
            0x8000, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertRefused(
        "ticks per quarter note must be 1 to 32767 but was 32768", () -> MidiWriter.write(fine));
    assertRefused(
        "track must be 0 to 65534 but was -1",
        () -> MidiWriter.write(notes(new Note(0, 1, 60, 1, 0, -1))));
    assertRefused(
        "track must be 0 to 65534 but was 65535",
        () -> MidiWriter.write(notes(new Note(0, 1, 60, 1, 0, 0xFFFF))));
    assertRefused(
        "length in ticks must be 0 to 2147483647 but was 2147483648",
        () -> MidiWriter.write(notes(new Note(1L << 31, 0, 60, 1, 0, 0))));
    Score badProgram =
        new Score(
            96,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ProgramChange(0, 16, 0, 0)),
            List.of(),
            List.of());
    assertRefused("channel must be 0 to 15 but was 16", () -> MidiWriter.write(badProgram));
    Score badPedal =
        new Score(
            96,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PedalChange(0, 0, 0, 128)),
            List.of());
    assertRefused("pedal value must be 0 to 127 but was 128", () -> MidiWriter.write(badPedal));
  }

  @Test
  void theReaderOfTheJdkFindsTheSameNotes() throws Exception {
    for (long seed = 1000; seed < 1100; seed++) {
      Score score = OverlappingScores.next(new SplittableRandom(seed));
      Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(MidiWriter.write(score)));
      assertEquals(score.ticksPerQuarter(), sequence.getResolution(), "seed " + seed);
      assertEquals(beginningsAndEnds(score), beginningsAndEnds(sequence), "seed " + seed);
    }
  }

  private static List<String> beginningsAndEnds(Score score) {
    List<String> all = new ArrayList<>();
    for (Note note : score.notes()) {
      String where = note.track() + " " + note.channel() + " " + note.pitch();
      all.add(note.onset() + " on " + where + " " + note.velocity());
      all.add(note.end() + " off " + where);
    }
    all.sort(null);
    return all;
  }

  private static List<String> beginningsAndEnds(Sequence sequence) {
    List<String> all = new ArrayList<>();
    List<Track> tracks = Arrays.asList(sequence.getTracks());
    for (int t = 0; t < tracks.size(); t++) {
      for (int i = 0; i < tracks.get(t).size(); i++) {
        MidiEvent event = tracks.get(t).get(i);
        if (event.getMessage() instanceof ShortMessage message) {
          String where = t + " " + message.getChannel() + " " + message.getData1();
          if (message.getCommand() == ShortMessage.NOTE_ON) {
            all.add(event.getTick() + " on " + where + " " + message.getData2());
          } else if (message.getCommand() == ShortMessage.NOTE_OFF) {
            all.add(event.getTick() + " off " + where);
          }
        }
      }
    }
    all.sort(null);
    return all;
  }
}
