package ductus.music.drums;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.drums.DrumsEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BeatActivityTest {
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  private static List<String> names(List<Integer> levels) {
    return levels.stream().map(BeatActivity.LEVELS::get).toList();
  }

  private static DrumHit hit(int step, int level, int shift) {
    return new DrumHit(step, Drum.SNARE, level, shift);
  }

  @Test
  void countsHowHardAndHowOftenDrumsAreStruck() {
    List<DrumHit> hits =
        List.of(
            hit(0, 5, 0), hit(4, 5, -4), hit(8, 2, 0), hit(16, 5, 0), hit(18, 5, 4), hit(20, 5, 0));
    Score drums = DrumScore.of(new DrumPattern(4, 32, List.of(COMMON_TIME), 100, hits));
    assertEquals(
        List.of("usual", "usual", "quiet", "rest", "busy", "usual", "rest", "rest"),
        names(BeatActivity.ofDrums(drums)));
  }

  /** Onset and length in quarter notes. */
  private static Score tune(TimeSignature metre, double... notes) {
    List<Note> all = new ArrayList<>();
    double end = 0;
    for (int i = 0; i < notes.length; i += 2) {
      all.add(new Note(Math.round(96 * notes[i]), Math.round(96 * notes[i + 1]), 60 + i, 80, 0, 1));
      end = Math.max(end, notes[i] + notes[i + 1]);
    }
    return new Score(
        96,
        Math.round(96 * end),
        all,
        List.of(),
        List.of(metre),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void countsHowOftenNotesOfATuneBegin() {
    Score tune = tune(COMMON_TIME, 0, 1, 1, 1, 1, 1, 2, 0.5, 2.5, 0.5, 3, 2, 5, 1, 7, 1);
    assertEquals(
        List.of("usual", "usual", "busy", "usual", "quiet", "usual", "rest", "usual"),
        names(BeatActivity.ofTune(tune)));
  }

  @Test
  void beatsAreThoseOfTheDrumsUnderTheTune() {
    Score jig = tune(new TimeSignature(0, 3, 8), 0, 0.5, 0.5, 0.5, 1, 0.5, 1.5, 1.5);
    assertEquals(List.of("busy", "quiet"), names(BeatActivity.ofTune(jig)));
  }

  @Test
  void hasTheBeatsThatTheEncodingCounts() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    DrumsEncoding encoding = new DrumsEncoding();
    for (int i = 0; i < 200; i++) {
      DrumPattern pattern = RandomPatterns.draw(random);
      Sequence sequence = encoding.encode(pattern);
      Encoding.Cursor cursor = encoding.cursor();
      for (int t = 0; t < sequence.length(); t++) {
        cursor.accept(sequence.token(t));
      }
      assertEquals(
          cursor.beat(), BeatActivity.ofDrums(DrumScore.of(pattern)).size(), pattern.toString());
    }
  }
}
