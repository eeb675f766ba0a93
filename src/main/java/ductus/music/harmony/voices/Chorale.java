package ductus.music.harmony.voices;

import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.finding.KeyFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Four voices, a pitch of each a beat; {@link #REST} where a voice is silent. Immutable. */
public final class Chorale {
  /** Number of voices of a chorale. */
  public static final int VOICES = 4;

  /** Value in place of a pitch: silence. */
  public static final int REST = -1;

  /** Usual middle of the sopranos' notes; sets are kept an octave too high, too. */
  private static final int USUAL_SOPRANO = 71;

  private static final int OCTAVE = 12;

  /** Pitches of all voices by beats [T×4]. */
  private final int[] pitches;

  /**
   * Creates a chorale; copies its argument.
   *
   * @param pitches of the voices from the top, beat by beat [T×4]
   */
  public Chorale(int[] pitches) {
    if (pitches.length == 0 || pitches.length % VOICES != 0) {
      throw new IllegalArgumentException(
          "pitches must be four a beat, of one beat or more, but were " + pitches.length);
    }
    if (Arrays.stream(pitches).anyMatch(pitch -> pitch < REST || pitch > 127)) {
      throw new IllegalArgumentException(
          "pitches must be 0 to 127 or a rest but were " + Arrays.toString(pitches));
    }
    this.pitches = pitches.clone();
  }

  /**
   * Gives the notes of frames to voices: four from the top; where there are fewer, one is sung by
   * two neighbors, so that all voices move as little as can be.
   *
   * @param frames sounding pitches of each beat; of more than four, the lowest and the three
   *     highest count
   */
  public static Chorale of(List<List<Integer>> frames) {
    int[] pitches = new int[frames.size() * VOICES];
    int[] before = {REST, REST, REST, REST};
    for (int t = 0; t < frames.size(); t++) {
      int[] best = {REST, REST, REST, REST};
      int least = Integer.MAX_VALUE;
      for (int[] voices : assignments(frames.get(t))) {
        int motion = 0;
        for (int v = 0; v < VOICES; v++) {
          motion += before[v] == REST ? 0 : Math.abs(voices[v] - before[v]);
        }
        if (motion < least) {
          least = motion;
          best = voices;
        }
      }
      System.arraycopy(best, 0, pitches, t * VOICES, VOICES);
      before = best[0] == REST ? before : best;
    }
    return new Chorale(pitches);
  }

  /** All ways to give some notes to four voices without crossing, each note to one at least. */
  private static List<int[]> assignments(List<Integer> frame) {
    List<Integer> notes = new ArrayList<>(frame.stream().distinct().sorted().toList());
    while (notes.size() > VOICES) {
      notes.remove(1);
    }
    List<int[]> all = new ArrayList<>();
    for (int code = 0; code < 1 << (2 * VOICES) && !notes.isEmpty(); code++) {
      int[] voices = new int[VOICES];
      int last = notes.size();
      boolean fits = true;
      for (int v = 0; v < VOICES; v++) {
        int note = (code >> (2 * v)) & 3;
        fits &= note < notes.size() && note <= last && note >= last - 1;
        last = note;
        voices[v] = fits ? notes.get(note) : 0;
      }
      if (fits && last == 0) {
        all.add(voices);
      }
    }
    return all;
  }

  /** Number of beats T. */
  public int length() {
    return pitches.length / VOICES;
  }

  /** The pitch of a voice in a beat, or {@link #REST}. */
  public int pitch(int voice, int beat) {
    return pitches[beat * VOICES + voice];
  }

  /** A copy of all pitches [T×4]. */
  public int[] pitches() {
    return pitches.clone();
  }

  /** Returns this chorale so many semitones higher. */
  public Chorale transpose(int semitones) {
    return new Chorale(
        Arrays.stream(pitches).map(pitch -> pitch == REST ? REST : pitch + semitones).toArray());
  }

  /**
   * The key that some of the voices are heard in.
   *
   * @param heard which voices count, from the top
   */
  public Key key(List<Boolean> heard) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int t = 0; t < length(); t++) {
      for (int v = 0; v < VOICES; v++) {
        if (heard.get(v) && pitch(v, t) != REST) {
          notes.add(new MelodyNote(t, 1, pitch(v, t)));
        }
      }
    }
    return KeyFinder.find(notes, List.of(), Optional.empty());
  }

  /** The octaves, in semitones, by which chorales are to be moved for a choir to sing them. */
  public static int toChoir(List<Chorale> chorales) {
    int[] sopranos =
        chorales.stream()
            .flatMapToInt(
                chorale -> IntStream.range(0, chorale.length()).map(t -> chorale.pitch(0, t)))
            .filter(pitch -> pitch != REST)
            .sorted()
            .toArray();
    int middle = sopranos.length == 0 ? USUAL_SOPRANO : sopranos[sopranos.length / 2];
    return OCTAVE * Math.round((float) (USUAL_SOPRANO - middle) / OCTAVE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chorale that && Arrays.equals(pitches, that.pitches);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pitches);
  }

  @Override
  public String toString() {
    return "Chorale" + Arrays.toString(pitches);
  }
}
