package ductus.music.encoding.voices;

import ductus.music.MelodyNote;
import ductus.music.choir.VoiceSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The music of four voices as far as it is written, step by step. */
final class VoiceSheet {
  /** Value in place of a pitch: silence. */
  static final int REST = -1;

  /** Value in place of a pitch: nothing is written there. */
  static final int UNKNOWN = -2;

  private static final int FARTHEST = 16;

  private int length;
  private int[][] pitches = new int[VoiceSetting.VOICES][0];

  /** Whether a note, or a rest, begins. */
  private boolean[][] begins = new boolean[VoiceSetting.VOICES][0];

  private final int[] written = new int[VoiceSetting.VOICES];

  /** Makes room for a piece. */
  void open(int steps) {
    length = steps;
    pitches = new int[VoiceSetting.VOICES][steps];
    begins = new boolean[VoiceSetting.VOICES][steps];
    for (int[] voice : pitches) {
      Arrays.fill(voice, UNKNOWN);
    }
  }

  /** Step up to which a voice is written. */
  int written(int voice) {
    return written[voice];
  }

  /** Writes the next note, or {@link #REST}, of a voice. */
  void write(int voice, int pitch, int duration) {
    int from = written[voice];
    int to = Math.min(length, from + duration);
    Arrays.fill(pitches[voice], from, to, pitch);
    begins[voice][from] = true;
    written[voice] = to;
  }

  /** Writes again what a voice sings elsewhere. */
  void copy(int voice, int from, int steps) {
    int to = written[voice];
    System.arraycopy(pitches[voice], from, pitches[voice], to, steps);
    System.arraycopy(begins[voice], from, begins[voice], to, steps);
    written[voice] = to + steps;
  }

  /** The pitch of a voice at a step, {@link #REST} or {@link #UNKNOWN}. */
  int pitch(int voice, int step) {
    return step < 0 || step >= length ? UNKNOWN : pitches[voice][step];
  }

  /** Whether a note or a rest of a voice begins at a step. */
  boolean begins(int voice, int step) {
    return step >= 0 && step < length && begins[voice][step];
  }

  /** Steps from a step to the next one at which a voice begins something, 16 at most. */
  int untilNext(int voice, int step) {
    for (int steps = 1; steps < FARTHEST; steps++) {
      if (begins(voice, step + steps)) {
        return steps;
      }
    }
    return FARTHEST;
  }

  /** The notes of a voice. */
  List<MelodyNote> notes(int voice) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int from = 0; from < written[voice]; ) {
      int to = from + 1;
      while (to < written[voice] && !begins[voice][to]) {
        to++;
      }
      if (pitches[voice][from] != REST) {
        notes.add(new MelodyNote(from, to - from, pitches[voice][from]));
      }
      from = to;
    }
    return notes;
  }
}
