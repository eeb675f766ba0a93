package ductus.model.reading;

import ductus.model.Trainable;
import ductus.nn.Closeness;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Weights of an engine's network and of its reference side by side. */
final class ReferenceValues {
  private static final double STEP = 1e-5;

  private ReferenceValues() {}

  /** Takes over the weights. */
  static void copy(Trainable network, List<double[]> values) {
    for (int i = 0; i < values.size(); i++) {
      Parameter parameter = network.parameters().get(i);
      for (int j = 0; j < parameter.size(); j++) {
        values.get(i)[j] = parameter.value().data[j];
      }
    }
  }

  /** Compares the engine's gradients with central differences of the reference's loss. */
  static void requireGradients(
      Trainable network, List<double[]> values, Tape tape, double tolerance, DoubleSupplier loss) {
    for (int i = 0; i < values.size(); i++) {
      Parameter parameter = network.parameters().get(i);
      double[] value = values.get(i);
      double[] gradient = new double[value.length];
      for (int j = 0; j < value.length; j++) {
        double before = value[j];
        value[j] = before + STEP;
        double above = loss.getAsDouble();
        value[j] = before - STEP;
        double below = loss.getAsDouble();
        value[j] = before;
        gradient[j] = (above - below) / (2 * STEP);
      }
      Closeness.require(
          parameter.name(), gradient, tape.gradient(parameter).data, gradient.length, tolerance);
    }
  }
}
