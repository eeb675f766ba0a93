package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcReader;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyFinderTest {
  @Test
  void hearsEveryModeOnEveryKeynote() {
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        assertEquals(key, KeyFinder.find(scaleTune(key)), key.label());
        Score score = MelodyScore.of(scaleTune(key), 0, 90);
        assertEquals(Optional.of(key), KeyFinder.find(score), key.label());
      }
    }
  }

  @Test
  void letsASignatureDecideWhatTheNotesLeaveOpen() {
    List<MelodyNote> notes = new ArrayList<>();
    for (int pitch : new int[] {62, 64, 65, 67, 69, 72, 69, 67, 65, 64, 60, 62}) {
      notes.add(new MelodyNote(4 * notes.size(), 4, pitch));
    }
    Melody melody = new Melody(4, 48, List.of(new TimeSignature(0, 4, 4)), key("C"), 100, notes);
    KeySignature plain = new KeySignature(0, 0, true);
    KeySignature oneFlat = new KeySignature(0, -1, true);
    assertEquals(key("Ddor"), KeyFinder.find(notes, melody.bars(), Optional.of(plain)));
    assertEquals(key("Dm"), KeyFinder.find(notes, melody.bars(), Optional.of(oneFlat)));
  }

  @Test
  void drumsHaveNoKey() {
    DrumHit kick = new DrumHit(0, Drum.KICK, 5, 0);
    DrumPattern bar =
        new DrumPattern(4, 16, List.of(new TimeSignature(0, 4, 4)), 120, List.of(kick));
    assertEquals(Optional.empty(), KeyFinder.find(DrumScore.of(bar)));
  }

  @Test
  void givesAKeyToSilence() {
    Melody silence =
        new Melody(4, 16, List.of(new TimeSignature(0, 4, 4)), key("Em"), 100, List.of());
    assertEquals(Mode.MAJOR, KeyFinder.find(silence).mode());
  }

  @Test
  void agreesWithTheKeysOfTheShippedTunes() throws IOException, BadFileException {
    Path folder = Path.of("corpora/melodies");
    assumeTrue(Files.isDirectory(folder), "no corpora/melodies here");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(path -> path.toString().endsWith(".abc")).sorted().toList();
    }
    assumeTrue(files.size() > 50, "corpora/melodies is not filled yet");
    int byNotes = 0;
    int bySignature = 0;
    for (Path file : files) {
      Score score = AbcReader.read(file);
      Key written = writtenKey(score);
      byNotes += found(score, List.of()).equals(written) ? 1 : 0;
      bySignature += found(score, score.keySignatures()).equals(written) ? 1 : 0;
    }
    assertTrue(byNotes >= 0.8 * files.size(), byNotes + " of " + files.size());
    assertTrue(bySignature >= 0.93 * files.size(), bySignature + " of " + files.size());
  }

  private static Key found(Score score, List<KeySignature> signatures) {
    Score bare =
        new Score(
            score.ticksPerQuarter(),
            score.length(),
            score.notes().stream().filter(note -> note.track() == 1).toList(),
            score.tempos(),
            score.timeSignatures(),
            signatures,
            List.of(),
            List.of(),
            List.of());
    return MelodyFinder.find(bare).melody().orElseThrow().key();
  }

  private static Key writtenKey(Score score) {
    String text =
        score.texts().stream()
            .map(TextEvent::text)
            .filter(t -> t.startsWith("K:"))
            .findFirst()
            .orElseThrow();
    return key(text.substring(2));
  }

  private static Key key(String text) {
    return KeySpelling.parse(text).key();
  }

  /** Up and down the scale twice, long on keynote and fifth, ending on the keynote. */
  private static Melody scaleTune(Key key) {
    List<MelodyNote> notes = new ArrayList<>();
    int step = 0;
    int base = 60 + key.tonic();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i <= 24; i++) {
        int semitones = i <= 12 ? i : 24 - i;
        if (key.mode().contains(semitones)) {
          int length = semitones % 12 == 0 ? 4 : semitones == 7 ? 3 : 1;
          notes.add(new MelodyNote(step, length, base + semitones));
          step += length;
        }
      }
    }
    int steps = (step + 15) / 16 * 16;
    return new Melody(
        4, steps, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 100, notes);
  }
}
