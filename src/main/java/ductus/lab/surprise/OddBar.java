package ductus.lab.surprise;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Ways to make one bar of a melody odd. */
enum OddBar {
  /** A bar that is transposed by one to six semitones, up or down. */
  TRANSPOSED {
    @Override
    Optional<List<MelodyNote>> notes(
        Melody melody, Bar bar, List<Melody> others, RandomGenerator random) {
      int semitones = random.nextInt(1, FARTHEST + 1) * (random.nextBoolean() ? 1 : -1);
      return Optional.of(
          within(melody, bar).stream()
              .map(note -> new MelodyNote(note.onset(), note.length(), note.pitch() + semitones))
              .toList());
    }
  },

  /** A bar that is replaced by one of the same length of another melody in the same key. */
  REPLACED {
    @Override
    Optional<List<MelodyNote>> notes(
        Melody melody, Bar bar, List<Melody> others, RandomGenerator random) {
      for (int i = 0; i < TRIES; i++) {
        Melody other = others.get(random.nextInt(others.size()));
        Bar from = other.bars().get(random.nextInt(other.bars().size()));
        int move = (int) (bar.start() - from.start());
        if (!other.equals(melody)
            && other.stepsPerQuarter() == melody.stepsPerQuarter()
            && from.length() == bar.length()
            && isClosed(other, from)) {
          return Optional.of(
              within(other, from).stream()
                  .map(note -> new MelodyNote(note.onset() + move, note.length(), note.pitch()))
                  .toList());
        }
      }
      return Optional.empty();
    }
  };

  private static final int FARTHEST = 6;
  private static final int TRIES = 500;
  private static final int FEWEST_NOTES = 2;

  /** What stands in the bar in place of its notes; empty where nothing fits. */
  abstract Optional<List<MelodyNote>> notes(
      Melody melody, Bar bar, List<Melody> others, RandomGenerator random);

  /**
   * A melody with one bar made odd; empty where nothing fits.
   *
   * @param number of the bar, from 0, one that {@link #isClosed is closed}
   * @param others melodies to take bars from
   */
  Optional<Melody> make(Melody melody, int number, List<Melody> others, RandomGenerator random) {
    Bar bar = melody.bars().get(number);
    return notes(melody, bar, others, random)
        .map(
            odd -> {
              List<MelodyNote> notes = new ArrayList<>(melody.notes());
              notes.removeAll(within(melody, bar));
              notes.addAll(odd);
              notes.sort(Comparator.comparingInt(MelodyNote::onset));
              return new Melody(
                  melody.stepsPerQuarter(),
                  melody.steps(),
                  melody.timeSignatures(),
                  melody.key(),
                  melody.quartersPerMinute(),
                  notes);
            });
  }

  private static List<MelodyNote> within(Melody melody, Bar bar) {
    return melody.notes().stream()
        .filter(note -> note.onset() >= bar.start() && note.onset() < bar.end())
        .toList();
  }

  /** Whether a bar has two notes or more, and none is held over one of its bar lines. */
  static boolean isClosed(Melody melody, Bar bar) {
    return within(melody, bar).size() >= FEWEST_NOTES
        && melody.notes().stream()
            .noneMatch(
                note ->
                    (note.onset() < bar.end() && note.end() > bar.end())
                        || (note.onset() < bar.start() && note.end() > bar.start()));
  }
}
