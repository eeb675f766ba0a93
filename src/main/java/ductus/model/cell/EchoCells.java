package ductus.model.cell;

import ductus.nn.Layer;
import ductus.nn.reservoir.Reservoir;
import ductus.nn.reservoir.ReservoirShape;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Units of an echo state network, which are not learned. Options are the spectral {@code radius} of
 * the reservoir, its {@code leak}, the {@code scaling} of its inputs, and the {@code connections}
 * that come into a unit.
 *
 * @param shape of the reservoir
 */
public record EchoCells(ReservoirShape shape) implements CellConfig {
  static final String WORD = "esn";
  static final String OPTIONS = "+radius-X, +leak-X, +scaling-X and +connections-N";

  private static final ReservoirShape USUAL = ReservoirShape.USUAL;

  static EchoCells read(CellWords words) {
    return new EchoCells(
        new ReservoirShape(
            words.number("radius", USUAL.spectralRadius(), Double::valueOf),
            words.number("leak", USUAL.leak(), Double::valueOf),
            words.number("scaling", USUAL.inputScaling(), Double::valueOf),
            words.number("connections", USUAL.connections(), Integer::valueOf)));
  }

  @Override
  public String toString() {
    return WORD
        + CellWords.written("radius", shape.spectralRadius(), USUAL.spectralRadius())
        + CellWords.written("leak", shape.leak(), USUAL.leak())
        + CellWords.written("scaling", shape.inputScaling(), USUAL.inputScaling())
        + CellWords.written("connections", shape.connections(), USUAL.connections());
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public Optional<String> caution() {
    return shape.mayNotForget()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "a spectral radius of %s is not below 1: the reservoir may never forget how it"
                    + " began, so that the same input need not lead to the same states",
                shape.spectralRadius()))
        : Optional.empty();
  }

  @Override
  public Layer<FMatrixRMaj> layer(String name, int inputSize, int hiddenSize, int place) {
    return new Reservoir(name, inputSize, hiddenSize, shape, place);
  }

  @Override
  public long weights(long inputSize, long units) {
    return Reservoir.weights(shape, inputSize, units);
  }
}
