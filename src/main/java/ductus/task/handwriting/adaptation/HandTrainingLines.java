package ductus.task.handwriting.adaptation;

import ductus.model.pen.PenSequence;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lines from which a network learns a hand. */
public interface HandTrainingLines {
  /**
   * Lines to measure by, always the same; not learned from where there are others.
   *
   * @param hand number that the network gives it
   */
  List<PenSequence> heldOut(int hand);

  /**
   * Lines of one update.
   *
   * @param hand number that the network gives it
   */
  List<PenSequence> lines(int hand, RandomGenerator random);
}
