package ductus.train.optimizer;

import ductus.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** A matrix of the same shape beside each parameter, such as a moment of its gradients. */
final class Matrices {
  private final List<Parameter> parameters;
  private final List<FMatrixRMaj> values = new ArrayList<>();

  /** Zeros. */
  Matrices(List<Parameter> parameters) {
    this.parameters = parameters;
    for (Parameter parameter : parameters) {
      values.add(new FMatrixRMaj(parameter.value().numRows, parameter.value().numCols));
    }
  }

  /** The matrix beside a parameter, by its index. */
  FMatrixRMaj of(int parameter) {
    return values.get(parameter);
  }

  /** All of them by the parameters' names with an ending. */
  Map<String, FMatrixRMaj> named(String ending) {
    Map<String, FMatrixRMaj> named = new LinkedHashMap<>();
    for (int p = 0; p < parameters.size(); p++) {
      named.put(parameters.get(p).name() + "." + ending, values.get(p));
    }
    return named;
  }
}
