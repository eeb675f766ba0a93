package ductus.music.hearing.notes;

import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.SoundFrames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Picks notes from the probabilities of a network, frame by frame: each peak of a key's beginnings
 * that is above a threshold is an onset, its place between frames the center of gravity around it;
 * the note sounds until the key is more probably silent, or begins again. How hard it is struck is
 * told from the frame's strength at its pitch, beside the strongest note.
 */
public final class NotePicking {
  /** Threshold that is taken where none is asked for. */
  public static final double THRESHOLD = 0.5;

  /** Probability of sounding below which a note ends. */
  private static final double SOUNDING = 0.35;

  /**
   * Number of frames on both sides among which an onset is the peak, and by which its place is
   * told.
   */
  private static final int AROUND = 2;

  private static final int SEEN = 2 * AROUND + 1;

  /** Number of frames behind an onset in which a note may still be too soft to be told to sound. */
  private static final int ATTACK = 3;

  private static final double SHORTEST_SECONDS = 0.03;
  private static final double HARDEST = 110;
  private static final double SOFTEST = 20;
  private static final int OCTAVE = 12;

  private final double threshold;

  /** Beginnings, soundings and strengths of keys in the frames around the one that is decided. */
  private final float[][] beginnings = new float[SEEN][AudioAnalysis.KEYS];

  private final float[][] soundings = new float[SEEN][AudioAnalysis.KEYS];
  private final float[][] strengths = new float[SEEN][AudioAnalysis.KEYS];
  private final List<Draft> drafts = new ArrayList<>();
  private final Deque<Draft> open = new ArrayDeque<>();
  private int seen;

  /** A note whose end may not be known yet. */
  private static final class Draft {
    private final int key;
    private final int frame;
    private final double onset;
    private final float strength;
    private double end;

    Draft(int key, int frame, double onset, float strength) {
      this.key = key;
      this.frame = frame;
      this.onset = onset;
      this.strength = strength;
    }
  }

  /**
   * Prepares for a first frame.
   *
   * @param threshold probability from which a peak is an onset, above 0 and below 1
   */
  public NotePicking(double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold must be above 0 and below 1 but was " + threshold);
    }
    this.threshold = threshold;
  }

  /**
   * Takes the next frame.
   *
   * @param probabilities rows of {@link NoteTargets#COLUMNS}
   * @param row the one of this frame
   * @param frames of the sound, this one among them
   */
  public void take(float[] probabilities, int row, SoundFrames frames) {
    float[] begins = new float[AudioAnalysis.KEYS];
    float[] sounds = new float[AudioAnalysis.KEYS];
    float[] strong = new float[AudioAnalysis.KEYS];
    System.arraycopy(probabilities, row * NoteTargets.COLUMNS, begins, 0, AudioAnalysis.KEYS);
    System.arraycopy(
        probabilities,
        row * NoteTargets.COLUMNS + AudioAnalysis.KEYS,
        sounds,
        0,
        AudioAnalysis.KEYS);
    for (int key = 0; key < AudioAnalysis.KEYS; key++) {
      int pitch = key + AudioAnalysis.LOWEST;
      int level =
          Math.max(
              frames.level(seen, ConstantQ.bin(pitch)),
              frames.level(seen, ConstantQ.bin(pitch + OCTAVE)));
      strong[key] = SoundFrames.strength(level);
    }
    push(begins, sounds, strong);
  }

  /**
   * The notes of all frames, by onset, then pitch; to be called once, at the end.
   *
   * @return notes within the frames
   */
  public List<HeardNote> notes() {
    int frames = seen;
    for (int i = 0; i < AROUND; i++) {
      push(
          new float[AudioAnalysis.KEYS],
          new float[AudioAnalysis.KEYS],
          new float[AudioAnalysis.KEYS]);
    }
    open.forEach(draft -> draft.end = frames);
    float strongest = 0;
    for (Draft draft : drafts) {
      strongest = Math.max(strongest, draft.strength);
    }
    List<HeardNote> notes = new ArrayList<>();
    for (Draft draft : drafts) {
      double onset = Math.max(0, AudioAnalysis.seconds(draft.onset));
      // A synthesizer's amplitude grows about with the square of the velocity.
      double velocity = HARDEST * StrictMath.exp((draft.strength - strongest) / 2);
      notes.add(
          new HeardNote(
              onset,
              Math.max(onset + SHORTEST_SECONDS, AudioAnalysis.seconds(draft.end)),
              draft.key + AudioAnalysis.LOWEST,
              (int) Math.round(Math.max(SOFTEST, velocity))));
    }
    notes.sort(Comparator.comparingDouble(HeardNote::onset).thenComparing(HeardNote::pitch));
    return List.copyOf(notes);
  }

  private void push(float[] begins, float[] sounds, float[] strong) {
    beginnings[seen % SEEN] = begins;
    soundings[seen % SEEN] = sounds;
    strengths[seen % SEEN] = strong;
    seen++;
    if (seen > AROUND) {
      decide(seen - 1 - AROUND);
    }
  }

  private void decide(int frame) {
    float[] sounds = at(soundings, frame);
    open.removeIf(
        draft -> {
          draft.end = frame;
          return frame >= draft.frame + ATTACK && sounds[draft.key] < SOUNDING;
        });
    float[] now = at(beginnings, frame);
    for (int key = 0; key < AudioAnalysis.KEYS; key++) {
      if (now[key] >= threshold && isPeak(frame, key)) {
        begin(frame, key);
      }
    }
  }

  private boolean isPeak(int frame, int key) {
    float now = at(beginnings, frame)[key];
    for (int i = 1; i <= AROUND; i++) {
      if (before(frame - i, key) >= now || at(beginnings, frame + i)[key] > now) {
        return false;
      }
    }
    return true;
  }

  private float before(int frame, int key) {
    return frame < 0 ? 0 : at(beginnings, frame)[key];
  }

  private void begin(int frame, int key) {
    double weights = 0;
    double moments = 0;
    float strength = 0;
    for (int i = -AROUND; i <= AROUND; i++) {
      double weight = before(frame + i, key);
      weights += weight;
      moments += weight * i;
      if (i >= 0) {
        strength = Math.max(strength, at(strengths, frame + i)[key]);
      }
    }
    Draft draft = new Draft(key, frame, frame + moments / weights, strength);
    open.removeIf(
        other -> {
          other.end = other.key == key ? draft.onset : other.end;
          return other.key == key;
        });
    drafts.add(draft);
    open.add(draft);
  }

  private static float[] at(float[][] ring, int frame) {
    return ring[frame % SEEN];
  }
}
