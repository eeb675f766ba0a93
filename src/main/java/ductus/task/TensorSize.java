package ductus.task;

import ductus.model.Trainable;
import ductus.nn.Parameter;
import java.util.List;

/**
 * The size of a matrix of weights, as reports on models list them.
 *
 * @param name of the weights in the model's file
 */
public record TensorSize(String name, int rows, int columns) {
  /** The sizes of all weights of a network, in the order of its file. */
  public static List<TensorSize> of(Trainable network) {
    return network.parameters().stream().map(TensorSize::of).toList();
  }

  private static TensorSize of(Parameter parameter) {
    return new TensorSize(
        parameter.name(), parameter.value().getNumRows(), parameter.value().getNumCols());
  }
}
