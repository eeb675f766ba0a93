package ductus.music.encoding.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import ductus.music.Note;
import ductus.music.RealMusic;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.ArrangementReader;
import ductus.music.arrangement.ArrangementScore;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.RandomArrangements;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import ductus.music.musicstring.ScoreMidi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MIDI → arrangement → tokens → arrangement → MIDI. */
class RoundTripTest {
  private final ScoreEncoding encoding = new ScoreEncoding();

  @ParameterizedTest
  @CsvSource({"nottingham-midi, 60", "groove, 60", "giantmidi, 3", "odd-midi, 40"})
  void keepsEveryNoteWithItsMetreTempoAndProgram(String set, int most)
      throws IOException, BadFileException {
    for (Path file : RealMusic.some(set, most)) {
      Score score;
      try {
        score = MidiReader.read(file);
      } catch (BadFileException refused) {
        assertEquals("odd-midi", set);
        assertFalse(refused.reason().contains("\n"), refused.reason());
        continue;
      }
      Arrangement arrangement = ArrangementReader.read(score);
      Arrangement decoded = encoding.decode(encoding.encode(arrangement));
      assertEquals(arrangement, decoded, file.toString());
      byte[] bytes = MidiWriter.write(ArrangementScore.of(decoded));
      Score back = MidiReader.parse(file, bytes);
      requireAlike(file.toString(), score, back);
      assertEquals(arrangement.chords(), ArrangementReader.read(back).chords(), file.toString());
    }
  }

  @Test
  void anArrangementComesBackFromItsMidiFileButForPartsAndNestedNotes() throws BadFileException {
    for (int seed = 0; seed < 100; seed++) {
      Arrangement arrangement = RandomArrangements.draw(Seeded.random(seed));
      List<PartNote> notes = new ArrayList<>();
      arrangement
          .notes()
          .forEach(
              note ->
                  notes.add(
                      new PartNote(
                          note.onset(), 1, note.pitch(), note.velocity(), note.program(), 1)));
      Arrangement plain =
          new Arrangement(arrangement.metres(), arrangement.tempos(), arrangement.chords(), notes);
      byte[] bytes = ScoreMidi.bytes(ArrangementScore.of(plain));
      Arrangement back = ArrangementReader.read(MidiReader.parse(Path.of("file"), bytes));
      assertEquals(plain.notes(), back.notes(), "seed " + seed);
      int end = notes.stream().mapToInt(PartNote::end).max().orElse(1);
      assertEquals(
          plain.chords().stream().filter(chord -> chord.step() < end).toList(),
          back.chords(),
          "seed " + seed);
    }
  }

  /** Checks that each note of one score has one of the other that is like it. */
  private static void requireAlike(String file, Score score, Score back) {
    assertEquals(score.notes().size(), back.notes().size(), file);
    Map<List<Integer>, List<Note>> left = new HashMap<>();
    for (Note note : back.notes()) {
      left.computeIfAbsent(voice(back, note), key -> new ArrayList<>()).add(note);
    }
    TempoMap tempos = new TempoMap(score);
    TempoMap temposBack = new TempoMap(back);
    for (Note note : score.notes()) {
      List<Note> candidates = left.getOrDefault(voice(score, note), List.of());
      Note same =
          candidates.stream()
              .filter(candidate -> isLike(score, note, back, candidate))
              .findFirst()
              .orElseThrow(() -> new AssertionError(file + ": " + note));
      candidates.remove(same);
      assertEquals(metre(score, note.onset()), metre(back, same.onset()), file);
      double seconds = tempos.seconds(note.onset());
      double most = 0.001 * seconds + 0.5;
      assertTrue(Math.abs(seconds - temposBack.seconds(same.onset())) < most, file);
    }
  }

  /** Whether onset and end are within half a step, and the velocities in one class. */
  private static boolean isLike(Score score, Note note, Score back, Note other) {
    double halfStep = 1e-9 + 0.5 / Arrangement.STEPS_PER_QUARTER;
    double onset = quarters(score, note.onset()) - quarters(back, other.onset());
    double end = quarters(score, note.end()) - quarters(back, other.end());
    return Math.abs(onset) <= halfStep
        && Math.abs(end) <= halfStep + 1.0 / back.ticksPerQuarter()
        && note.velocity() / 4 == other.velocity() / 4;
  }

  private static List<Integer> voice(Score score, Note note) {
    int program = 0;
    for (ProgramChange change : score.programs()) {
      if (change.channel() == note.channel() && change.tick() <= note.onset()) {
        program = change.program();
      }
    }
    return List.of(program, note.isDrum() ? 1 : 0, note.pitch());
  }

  private static double quarters(Score score, long tick) {
    return (double) tick / score.ticksPerQuarter();
  }

  private static String metre(Score score, long tick) {
    String metre = "4/4";
    double tolerance = 0.5 / Arrangement.STEPS_PER_QUARTER;
    for (TimeSignature change : score.timeSignatures()) {
      if (quarters(score, change.tick()) <= quarters(score, tick) + tolerance) {
        metre = change.toString();
      }
    }
    return metre;
  }
}
