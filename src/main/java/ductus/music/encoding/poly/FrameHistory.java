package ductus.music.encoding.poly;

import ductus.music.frames.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a piece so far: for how long what sounds has been sounding, and in what key it
 * seems to be.
 */
final class FrameHistory {
  /** Number of keys: major ones on C, C# ... B, then minor ones. */
  static final int KEYS = 24;

  private static final int OCTAVE = 12;

  /** Number of steps over which the weight of a pitch class fades. */
  private static final double FADING = 32;

  /**
   * Fit of each degree to a major key, and then to a minor one, less the mean (Krumhansl and
   * Kessler 1982).
   */
  private static final double[] MAJOR = {
    2.87, -1.25, 0, -1.15, 0.9, 0.61, -0.96, 1.71, -1.09, 0.18, -1.19, -0.6
  };

  private static final double[] MINOR = {
    2.62, -1.03, -0.19, 1.67, -1.11, -0.18, -1.17, 1.04, 0.27, -1.02, -0.37, -0.54
  };

  private final List<Frame> frames = new ArrayList<>();
  private final int[] ages = new int[Frame.KEYS];
  private final double[] weights = new double[OCTAVE];
  private int unchanged;
  private int key;

  void add(Frame frame) {
    unchanged = !frames.isEmpty() && frame.equals(back(1)) ? unchanged + 1 : 0;
    for (int i = 0; i < Frame.KEYS; i++) {
      ages[i] = frame.contains(Frame.LOWEST + i) ? ages[i] + 1 : 0;
    }
    for (int i = 0; i < OCTAVE; i++) {
      weights[i] *= 1 - 1 / FADING;
    }
    for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
      weights[pitch % OCTAVE] += 1 / FADING;
    }
    key = likeliestKey();
    frames.add(frame);
  }

  private int likeliestKey() {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int candidate = 0; candidate < KEYS; candidate++) {
      double[] profile = candidate < OCTAVE ? MAJOR : MINOR;
      double fit = 0;
      for (int degree = 0; degree < OCTAVE; degree++) {
        fit += weights[(candidate + degree) % OCTAVE] * profile[degree];
      }
      if (fit > most) {
        most = fit;
        best = candidate;
      }
    }
    return best;
  }

  /** Number of frames so far. */
  int size() {
    return frames.size();
  }

  /** The frame so many steps ago, 1 for the last; silent before the first. */
  Frame back(int steps) {
    return steps > frames.size() ? Frame.SILENT : frames.get(frames.size() - steps);
  }

  /** Number of steps for which a pitch of the last frame has been sounding; 0 where it does not. */
  int age(int pitch) {
    return Frame.holds(pitch) ? ages[pitch - Frame.LOWEST] : 0;
  }

  /** Number of steps for which the last frame has come again. */
  int unchanged() {
    return unchanged;
  }

  /** Weight of a pitch class of late: its mean number of notes a step. */
  double weight(int pitchClass) {
    return weights[pitchClass];
  }

  /** The key that fits what sounded of late. */
  int key() {
    return key;
  }

  /**
   * Whether the frame so many steps ago was another than the one before it.
   *
   * @return 0 if it was, 1 if it was the same, 2 if the piece is not so old
   */
  int repetition(int steps) {
    if (steps >= frames.size()) {
      return 2;
    }
    return back(steps).equals(back(steps + 1)) ? 1 : 0;
  }
}
