package ductus.music.harmony.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Key;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TuneBeatsTest {
  private static Score score() throws IOException, BadFileException {
    return MidiReader.read(Path.of("corpora/melodies/abide-with-me.mid"));
  }

  @Test
  void findsTheTuneWithItsChordsBeatByBeat() throws IOException, BadFileException {
    TuneBeats tune = TuneBeats.of(score());
    assertEquals(Key.parse("Eb"), tune.key());
    assertEquals(64, tune.beats().size());
    String chords =
        tune.chords(score(), HarmonyStyle.FOLK).subList(0, 12).stream()
            .map(chord -> chord.name(tune.key()))
            .collect(Collectors.joining(" "));
    assertEquals("Eb Eb Eb Bb7 Eb Eb Eb Eb Ab Eb Eb Bb7", chords);
  }

  @Test
  void hearsTheChordsWhereNoTextNamesThem() throws IOException, BadFileException {
    Score score = score();
    Score silent =
        new Score(
            score.ticksPerQuarter(),
            score.length(),
            score.notes(),
            score.tempos(),
            score.timeSignatures(),
            score.keySignatures(),
            score.programs(),
            score.pedals(),
            List.of());
    TuneBeats tune = TuneBeats.of(silent);
    assertEquals(tune.chords(score, HarmonyStyle.FOLK), tune.chords(silent, HarmonyStyle.FOLK));
  }

  @Test
  void saysWhatIsMissing() throws IOException, BadFileException {
    Score score = score();
    List<Note> tune = score.notes().stream().filter(note -> note.track() == 1).toList();

    Score alone =
        new Score(
            score.ticksPerQuarter(),
            score.length(),
            tune,
            score.tempos(),
            score.timeSignatures(),
            score.keySignatures(),
            score.programs(),
            score.pedals(),
            List.of());
    TuneBeats beats = TuneBeats.of(alone);
    assertThrows(IllegalArgumentException.class, () -> beats.chords(alone, HarmonyStyle.FOLK));
    assertThrows(IllegalArgumentException.class, () -> TuneBeats.of(score.withNotes(List.of())));
  }

  @Test
  void featuresStandInTheTableAndDoNotKnowTheKeynote() throws IOException, BadFileException {
    TuneBeats tune = TuneBeats.of(score());
    int[] rows = BeatFeatures.of(tune, HarmonyStyle.JAZZ);
    assertEquals(tune.beats().size() * BeatFeatures.PER_BEAT, rows.length);
    assertTrue(Arrays.stream(rows).allMatch(row -> row >= -1 && row < BeatFeatures.TABLE_ROWS));
    List<Note> higher =
        tune.notes().stream()
            .map(n -> new Note(n.onset(), n.duration(), n.pitch() + 2, n.velocity(), 0, 1))
            .toList();
    assertArrayEquals(
        rows,
        BeatFeatures.of(
            new TuneBeats(tune.key().transpose(2), higher, tune.beats()), HarmonyStyle.JAZZ));
    assertNotEquals(rows[19], BeatFeatures.of(tune, HarmonyStyle.POP)[19]);
  }
}
