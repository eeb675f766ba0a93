package ductus.music.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeatAnnotationsTest {
  private final Path folder;

  BeatAnnotationsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void beatsBecomeQuarterNotesHoweverTheyGo() throws Exception {
    beats("0.1 1 1", "0.6 0 0", "1.2 1 0", "1.7 0 0", "2.2 1 1", "2.8 0 0", "3.3 1 0", "3.8 0 0");
    Score score = read(note(0.1), note(0.6), note(0.9), note(2.2));
    assertEquals(List.of(0L, 480L, 720L, 1920L), onsets(score));
    assertEquals(List.of(new TimeSignature(0, 4, 4)), score.timeSignatures());
  }

  @Test
  void aPickupEndsTheFirstBar() throws Exception {
    beats("0 0 0", "1 1 1", "2 0 0", "3 1 0", "4 0 0", "5 1 1", "6 0 0");
    assertEquals(List.of(3 * 480L, 4 * 480L), onsets(read(note(0), note(1))));
  }

  @Test
  void aBarOfSixBeatsIsOneOfFourAndOneOfTwo() throws Exception {
    beats(
        "0 1 1", "1 0 0", "2 1 0", "3 0 0", "4 1 1", "5 0 0", "6 1 0", "7 0 0", "8 1 1", "9 0 0",
        "10 1 0", "11 0 0", "12 1 0", "13 0 0", "14 1 1", "15 0 0");
    assertEquals(
        List.of(
            new TimeSignature(0, 4, 4),
            new TimeSignature(12 * 480, 2, 4),
            new TimeSignature(14 * 480, 4, 4)),
        read(note(0)).timeSignatures());
  }

  @Test
  void chordsAreSymbolsAndTheLongestKeyIsTheSignature() throws Exception {
    beats("0 1 1", "1 0 0", "2 1 0", "3 0 0", "4 1 1");
    write("chord_midi.txt", "0 1 N", "1 2 Eb:min7/b3", "2 3 C:sus4(b7)", "3 4 F#:maj(9)");
    write("key_audio.txt", "0 1 C:maj", "1 4 Db:min");
    Score score = read(note(0));
    assertEquals(
        List.of("N.C.", "Ebm7/Gb", "C7sus4", "F#"),
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TEXT)
            .map(TextEvent::text)
            .toList());
    assertEquals(4, score.keySignatures().get(0).fifths());
    assertTrue(score.keySignatures().get(0).minor());
  }

  @Test
  void namesTheLineOfWhatIsWrong() throws Exception {
    assertFalse(BeatFile.isBeside(folder.resolve("a.mid")));
    beats("0 1 1", "1 0 0", "0.5 1 0");
    assertTrue(BeatFile.isBeside(folder.resolve("a.mid")));
    assertRefused("beat_midi.txt: line 3: beats must go on in time");
    beats("0 1 1");
    assertRefused("beat_midi.txt: must have two beats or more but has 1");
    beats("0 1 1", "one 0 0");
    assertRefused("beat_midi.txt: line 2: must be a number of seconds but was one");
    beats("0 1 1", "", "1 0 downbeat");
    assertRefused("beat_midi.txt: line 3: must be 0 or 1 but was downbeat");
    beats("0 1 1", "1 0");
    assertRefused("beat_midi.txt: line 2: must have 3 columns but has 2");
    beats("0 1 1", "1 0 0");
    write("chord_midi.txt", "0 1 H:maj");
    assertRefused("chord_midi.txt: line 1: no chord is called H:maj");
  }

  private void assertRefused(String reason) {
    BadFileException refused = assertThrows(BadFileException.class, () -> read(note(0)));
    assertEquals(folder + java.io.File.separator + reason, refused.getMessage());
  }

  private Score read(Note... notes) throws BadFileException, IOException {
    Score score =
        new Score(
            1000,
            20_000,
            List.of(notes),
            List.of(new TempoChange(0, 1_000_000)),
            List.of(new TimeSignature(0, 4, 4)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return BeatAnnotations.beside(folder.resolve("a.mid"), score);
  }

  private static Note note(double second) {
    return new Note(Math.round(1000 * second), 100, 60, 80, 0, 1);
  }

  private static List<Long> onsets(Score score) {
    return score.notes().stream().map(Note::onset).toList();
  }

  private void beats(String... lines) throws IOException {
    write("beat_midi.txt", lines);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
