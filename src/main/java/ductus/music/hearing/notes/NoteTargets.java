package ductus.music.hearing.notes;

import ductus.music.hearing.AudioAnalysis;
import java.util.List;

/**
 * The targets of a network in frames: for each key how near its beginning is, and whether it
 * sounds. The first {@link AudioAnalysis#KEYS} columns are the beginnings: 1 at an onset, falling
 * to 0 within {@value #SLOPE} frames on both sides, so that the place between frames can be told;
 * the others are 1 from the onset to the end.
 */
public final class NoteTargets {
  /** Number of columns N. */
  public static final int COLUMNS = 2 * AudioAnalysis.KEYS;

  /** Number of frames from an onset to where nothing of it is left. */
  static final double SLOPE = 2;

  private NoteTargets() {}

  /**
   * Computes the targets of frames.
   *
   * @param first number of the first frame in the sound
   * @param count T
   * @return [T×N]; notes outside of the keys that are told have none
   */
  public static float[] of(List<HeardNote> notes, int first, int count) {
    float[] targets = new float[count * COLUMNS];
    for (HeardNote note : notes) {
      if (!AudioAnalysis.holds(note.pitch())) {
        continue;
      }
      int key = note.pitch() - AudioAnalysis.LOWEST;
      double onset = note.onset() * AudioAnalysis.FRAMES_A_SECOND - first;
      double end = note.end() * AudioAnalysis.FRAMES_A_SECOND - first;
      for (int t = from(onset - SLOPE); t <= Math.min(count - 1, onset + SLOPE); t++) {
        int at = t * COLUMNS + key;
        float near = (float) (1 - Math.abs(t - onset) / SLOPE);
        targets[at] = Math.max(targets[at], near);
      }
      int last = Math.max((int) Math.ceil(end) - 1, (int) Math.round(onset));
      for (int t = from(Math.rint(onset)); t <= Math.min(count - 1, last); t++) {
        targets[t * COLUMNS + AudioAnalysis.KEYS + key] = 1;
      }
    }
    return targets;
  }

  /**
   * The targets of one key.
   *
   * @param key counted from {@link AudioAnalysis#LOWEST}
   * @return [T×2] how near its beginning is, and whether it sounds
   */
  public static float[] ofKey(List<HeardNote> notes, int key, int count) {
    List<HeardNote> its =
        notes.stream().filter(note -> note.pitch() == key + AudioAnalysis.LOWEST).toList();
    float[] all = of(its, 0, count);
    float[] targets = new float[2 * count];
    for (int t = 0; t < count; t++) {
      targets[2 * t] = all[t * COLUMNS + key];
      targets[2 * t + 1] = all[t * COLUMNS + AudioAnalysis.KEYS + key];
    }
    return targets;
  }

  private static int from(double frame) {
    return (int) Math.max(0, Math.ceil(frame));
  }
}
