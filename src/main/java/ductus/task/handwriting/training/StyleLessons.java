package ductus.task.handwriting.training;

import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenStyle;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lines in one hand, as many as a network wants to learn. */
interface StyleLessons {
  /** The hand. */
  PenStyle style();

  /** Its share among the lines of all hands of its kind. */
  double share();

  /**
   * A line to learn from.
   *
   * @param characters about its length
   * @param alphabet of the network; null where it writes freely
   * @param style number of the hand
   */
  PenSequence line(int characters, @Nullable Alphabet alphabet, int style, RandomGenerator random);

  /**
   * Lines to measure by that are never learned from.
   *
   * @param texts that they say, where a text can be chosen
   */
  List<PenSequence> heldOut(
      List<String> texts, @Nullable Alphabet alphabet, int style, RandomGenerator random);
}
