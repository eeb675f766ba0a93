package ductus.music.choir;

import ductus.music.Key;
import ductus.music.MelodyNote;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A setting for four voices.
 *
 * @param key of the whole
 * @param phrases one behind the other, from step 0 to the end; one at least
 * @param voices notes of soprano, alto, tenor and bass, by onset, none longer than to the next or
 *     to the end
 * @param quartersPerMinute tempo; 0 for one that suits the metre
 */
public record VoiceSetting(
    Key key, List<SungPhrase> phrases, List<List<MelodyNote>> voices, double quartersPerMinute) {
  /** Grid steps of a quarter note. */
  public static final int STEPS_PER_QUARTER = 4;

  /** Number of voices. */
  public static final int VOICES = 4;

  public VoiceSetting {
    phrases = List.copyOf(phrases);
    voices = voices.stream().map(List::copyOf).toList();
    if (phrases.isEmpty() || voices.size() != VOICES) {
      throw new IllegalArgumentException(
          "a setting must have a phrase or more and four voices but had %d and %d"
              .formatted(phrases.size(), voices.size()));
    }
    int end = 0;
    for (SungPhrase phrase : phrases) {
      if (phrase.start() != end) {
        throw new IllegalArgumentException(
            "a phrase must begin at step %d, where the one before ends, but began at %d"
                .formatted(end, phrase.start()));
      }
      end = phrase.end();
    }
    for (List<MelodyNote> voice : voices) {
      requireLine(voice, end);
    }
  }

  private static void requireLine(List<MelodyNote> voice, int end) {
    int free = 0;
    for (MelodyNote note : voice) {
      if (note.onset() < free || note.end() > end) {
        throw new IllegalArgumentException(
            "a voice's notes must follow one another within %d steps but one lasts from %d to %d"
                .formatted(end, note.onset(), note.end()));
      }
      free = note.end();
    }
  }

  /** Length in grid steps. */
  public int length() {
    return phrases.get(phrases.size() - 1).end();
  }

  /** Number of notes of all voices. */
  public int notes() {
    return voices.stream().mapToInt(List::size).sum();
  }

  /** The pitches of all voices. */
  public IntStream pitches() {
    return voices.stream().flatMap(List::stream).mapToInt(MelodyNote::pitch);
  }

  /** Returns this setting so many semitones higher. */
  public VoiceSetting transpose(int semitones) {
    return new VoiceSetting(
        key.transpose(semitones),
        phrases,
        voices.stream().map(voice -> moved(voice, 0, semitones)).toList(),
        quartersPerMinute);
  }

  /** Returns this setting, whose notes stay, in another key. */
  public VoiceSetting withKey(Key other) {
    return new VoiceSetting(other, phrases, voices, quartersPerMinute);
  }

  /** Returns this setting in another tempo; 0 for one that suits the metre. */
  public VoiceSetting withTempo(double other) {
    return new VoiceSetting(key, phrases, voices, other);
  }

  /** Returns this setting from a phrase on, without what began to sound before it. */
  public VoiceSetting from(int phrase) {
    int start = phrases.get(phrase).start();
    return new VoiceSetting(
        key,
        phrases.stream()
            .skip(phrase)
            .map(
                each ->
                    new SungPhrase(
                        each.start() - start,
                        each.length(),
                        each.metre(),
                        each.place(),
                        each.fermata()))
            .toList(),
        voices.stream()
            .map(
                voice ->
                    moved(voice.stream().filter(note -> note.onset() >= start).toList(), -start, 0))
            .toList(),
        quartersPerMinute);
  }

  private static List<MelodyNote> moved(List<MelodyNote> voice, int steps, int semitones) {
    return voice.stream()
        .map(note -> new MelodyNote(note.onset() + steps, note.length(), note.pitch() + semitones))
        .toList();
  }
}
