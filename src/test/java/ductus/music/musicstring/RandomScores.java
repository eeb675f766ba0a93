package ductus.music.musicstring;

import ductus.math.Seeded;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Scores that mean nothing. */
public final class RandomScores {
  static final Comparator<Note> ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration)
          .thenComparingInt(Note::velocity);

  private RandomScores() {}

  /** So many notes on all channels of some tracks; those of one key follow one another. */
  public static Score score(long seed, int notes, int tracks, int ticksPerQuarter) {
    RandomGenerator random = Seeded.random(seed);
    Map<Integer, Long> free = new HashMap<>();
    List<Note> list = new ArrayList<>();
    long end = 0;
    for (int i = 0; i < notes; i++) {
      int track = random.nextInt(tracks);
      int channel = random.nextInt(16);
      int pitch = random.nextInt(128);
      int voice = (track << 4 | channel) << 7 | pitch;
      long onset = free.getOrDefault(voice, 0L) + random.nextLong(4) * random.nextInt(1000);
      long duration = random.nextInt(20) == 0 ? 0 : random.nextInt(3000);
      free.put(voice, onset + duration);
      end = Math.max(end, onset + duration);
      list.add(new Note(onset, duration, pitch, random.nextInt(1, 128), channel, track));
    }
    list.sort(ORDER);
    return new Score(
        ticksPerQuarter,
        end + random.nextInt(1000),
        list,
        List.of(
            new TempoChange(0, 612_345), new TempoChange(777, 1), new TempoChange(999, 0xFFFFFF)),
        List.of(new TimeSignature(0, 6, 8), new TimeSignature(900, 255, 128)),
        List.of(new KeySignature(0, -7, true), new KeySignature(500, 7, false)),
        List.of(new ProgramChange(0, 3, 0, 127), new ProgramChange(100, 15, tracks - 1, 0)),
        List.of(new PedalChange(50, 2, 0, 127), new PedalChange(70, 2, 0, 0)),
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "Gr\u00fc\u00dfe \u266b"),
            new TextEvent(20, tracks - 1, TextEvent.Kind.LYRIC, "la")));
  }
}
