package ductus.model;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;

/** A network as a whole, as training sees it: weights that are drawn, moved and saved. */
public interface Trainable {
  /** All weights, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights. */
  void initialize(RandomGenerator random);

  /**
   * Copies the weights into the kernels' layout; to be called whenever they have changed.
   *
   * @param tape whose kernels and threads do it
   */
  void repack(Tape tape);

  /** Takes over the weights of a network of the same shape. */
  default void setWeights(Trainable other) {
    for (int i = 0; i < parameters().size(); i++) {
      parameters().get(i).value().setTo(other.parameters().get(i).value());
    }
  }

  /** Number of weights. */
  default long size() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }
}
