package ductus.model.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random frames for tests. */
public final class Chords {
  private Chords() {}

  /**
   * A sequence in which each frame is known from its inputs: the outputs of the frame before moved
   * by one.
   *
   * @param outputs N; the table has a row for each
   */
  public static FrameSequence walking(int length, int outputs, RandomGenerator random) {
    List<int[]> inputs = new ArrayList<>();
    List<int[]> on = new ArrayList<>();
    int low = random.nextInt(outputs);
    int high = random.nextInt(outputs);
    for (int t = 0; t < length; t++) {
      inputs.add(t == 0 ? new int[0] : on.get(t - 1));
      low = (low + 1) % outputs;
      high = (high + 1) % outputs;
      on.add(low == high ? new int[] {low} : new int[] {low, high});
    }
    return new FrameSequence(inputs, 3, on);
  }

  /** A sequence of any frames. */
  public static FrameSequence any(int length, FrameNetworkConfig config, RandomGenerator random) {
    List<int[]> inputs = new ArrayList<>();
    List<int[]> on = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      inputs.add(
          random
              .ints(random.nextInt(config.inputsPerStep() + 1), 0, config.stack().tableRows())
              .toArray());
      on.add(random.ints(random.nextInt(4), 0, config.outputs()).distinct().toArray());
    }
    return new FrameSequence(inputs, config.inputsPerStep(), on);
  }
}
