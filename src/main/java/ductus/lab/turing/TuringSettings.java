package ductus.lab.turing;

import java.util.List;

/**
 * What the examination of neural Turing machines is asked to do.
 *
 * @param bits of a vector
 * @param longest sequence that is learned, in vectors; all lengths from 1 on are
 * @param tested sequences of each length that networks are tested by
 * @param enough loss of held-out sequences below which a network ends its training, in nats a
 *     vector; 0 for none
 * @param candidates side by side
 */
public record TuringSettings(
    int bits, int longest, int tested, double enough, List<ExaminedNetwork> candidates) {
  private static final int MOST = 1000;

  public TuringSettings {
    candidates = List.copyOf(candidates);
    if (longest < 1 || longest > MOST || tested < 1 || tested > MOST) {
      throw new IllegalArgumentException(
          "longest and tested must be 1 to %d but were %d and %d".formatted(MOST, longest, tested));
    }
    if (!(enough >= 0)) {
      throw new IllegalArgumentException("enough must be 0 or more but was " + enough);
    }
    for (ExaminedNetwork candidate : candidates) {
      candidate.requireRoom(longest);
    }
  }

  /** What is learned. */
  VectorCopying task() {
    return new VectorCopying(bits);
  }
}
