package ductus.nn.head;

import ductus.nn.Affine;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A head whose outputs are an affine map of the hidden states: h·W + b. Weights in the file: {@code
 * head.weight} W [H×N], {@code head.bias} b [1×N].
 *
 * @param <T> what it should have predicted
 */
abstract class AffineHead<T> implements Head<T> {
  /** The map. */
  final Affine projection;

  /**
   * A head with zero weights.
   *
   * @param inputSize H
   * @param outputSize N
   */
  AffineHead(int inputSize, int outputSize) {
    projection = new Affine("head", inputSize, outputSize);
  }

  @Override
  public final List<Parameter> parameters() {
    return projection.parameters();
  }

  /** Uniform within one over the root of H; no bias. */
  @Override
  public final void initialize(RandomGenerator random) {
    projection.initialize(random);
  }

  @Override
  public final void repack(Tape tape) {
    projection.repack(tape);
  }

  @Override
  public final FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape) {
    return projection.forward(hidden, tape);
  }
}
