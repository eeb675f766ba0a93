package ductus.music.harmony;

import ductus.music.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The sound of a beat: how long each pitch class sounds in it, and which is the lowest. */
final class BeatSound {
  /**
   * Weight of the top note over others, which is mostly the tune's and passes through notes of no
   * chord, unless it begins and ends with the one below.
   */
  private static final double TUNE_WEIGHT = 0.3;

  /** Weight of the lowest note, which says more of a chord than those between. */
  private static final double BASS_WEIGHT = 1.5;

  private static final int VOICES_OVER_CHORD = 3;

  /**
   * Parts of the beat in which each pitch class sounds, weighted; a held note of an inner voice has
   * 1.
   */
  private final double[] weights = new double[12];

  /** Parts of the beat in which each pitch class is the lowest of several. */
  private final double[] bass = new double[12];

  private BeatSound() {}

  /**
   * The sounds of each beat.
   *
   * @param beats in ticks, in order
   * @param notes by onset, no drums
   */
  static List<BeatSound> of(List<Beat> beats, List<Note> notes) {
    List<BeatSound> sounds = new ArrayList<>(beats.size());
    List<Note> held = new ArrayList<>();
    int next = 0;
    for (Beat beat : beats) {
      held.removeIf(note -> note.end() <= beat.start());
      while (next < notes.size() && notes.get(next).onset() < beat.end()) {
        if (notes.get(next).end() > beat.start()) {
          held.add(notes.get(next));
        }
        next++;
      }
      BeatSound sound = new BeatSound();
      sound.add(beat, held);
      sounds.add(sound);
    }
    return sounds;
  }

  /** Weight of a pitch class. */
  double weight(int pitchClass) {
    return weights[pitchClass];
  }

  /** Part of the beat in which a pitch class is the lowest note, where several sound. */
  double bass(int pitchClass) {
    return bass[pitchClass];
  }

  /** Whether nothing sounds in the beat. */
  boolean isSilent() {
    return Arrays.stream(weights).allMatch(weight -> weight == 0);
  }

  /** Adds the notes that sound from each change to the next, each with its part of the beat. */
  private void add(Beat beat, List<Note> held) {
    long[] times =
        held.stream()
            .flatMap(note -> List.of(note.onset(), note.end()).stream())
            .mapToLong(tick -> Math.max(beat.start(), Math.min(beat.end(), tick)))
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i + 1 < times.length; i++) {
      long from = times[i];
      List<Note> voices =
          held.stream()
              .filter(note -> note.onset() <= from && note.end() > from)
              .sorted(Comparator.comparingInt(Note::pitch))
              .toList();
      add(voices, (double) (times[i + 1] - from) / (beat.end() - beat.start()));
    }
  }

  /** Adds notes that sound together, from low to high, for a part of the beat. */
  private void add(List<Note> voices, double part) {
    for (int voice = 0; voice < voices.size(); voice++) {
      int pitchClass = voices.get(voice).pitch() % 12;
      if (voice > 0 && voices.get(voice).pitch() == voices.get(voice - 1).pitch()) {
        continue;
      }
      boolean lowest = voice == 0 && voices.size() > 1;
      weights[pitchClass] +=
          part * (isTune(voices, voice) ? TUNE_WEIGHT : lowest ? BASS_WEIGHT : 1);
      bass[pitchClass] += lowest ? part : 0;
    }
  }

  private static boolean isTune(List<Note> voices, int voice) {
    if (voice < voices.size() - 1 || voices.size() < VOICES_OVER_CHORD) {
      return false;
    }
    Note top = voices.get(voice);
    Note below = voices.get(voice - 1);
    return top.onset() != below.onset() || top.end() != below.end();
  }
}
