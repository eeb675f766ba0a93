package ductus.lab.frames;

import ductus.model.signal.SignalSequence;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where frames come from. */
interface FrameSource {
  /** The word that asks for it. */
  String name();

  /** Rows of a frame. */
  int rows();

  /** Columns of a frame. */
  int columns();

  /** Frames of a sequence. */
  int steps();

  /** Some frames to learn from: each is given, the next one is wanted. */
  SignalSequence draw(RandomGenerator random);

  /**
   * Frames to measure by, the same each time.
   *
   * @param count sequences, or as many as there are
   */
  List<SignalSequence> heldOut(int count);

  /**
   * A sequence in which each frame but the last is given and the next one wanted.
   *
   * @param frames [T+1×N]
   * @param size N
   */
  static SignalSequence sequence(float[] frames, int size) {
    int steps = frames.length / size - 1;
    float[] given = Arrays.copyOf(frames, steps * size);
    float[] wanted = Arrays.copyOfRange(frames, size, frames.length);
    return new SignalSequence(steps, given, wanted);
  }
}
