package ductus.lab.reservoir;

import ductus.nn.reservoir.Reservoir;
import ductus.nn.reservoir.ReservoirShape;
import java.util.List;

/** What is varied of a reservoir, the rest as its sweep says. */
enum VariedParameter {
  UNITS("units") {
    @Override
    List<Double> values(ReservoirSweep sweep) {
      return sweep.sizes().stream().map(size -> (double) size).toList();
    }

    @Override
    Reservoir varied(ReservoirSweep sweep, double value) {
      return reservoir((int) value, sweep.reservoir());
    }
  },

  RADIUS("spectral radius") {
    @Override
    List<Double> values(ReservoirSweep sweep) {
      return sweep.radii();
    }

    @Override
    Reservoir varied(ReservoirSweep sweep, double value) {
      ReservoirShape shape = sweep.reservoir();
      return reservoir(
          sweep.units(),
          new ReservoirShape(value, shape.leak(), shape.inputScaling(), shape.connections()));
    }
  },

  LEAK("leak") {
    @Override
    List<Double> values(ReservoirSweep sweep) {
      return sweep.leaks();
    }

    @Override
    Reservoir varied(ReservoirSweep sweep, double value) {
      ReservoirShape shape = sweep.reservoir();
      return reservoir(
          sweep.units(),
          new ReservoirShape(
              shape.spectralRadius(), value, shape.inputScaling(), shape.connections()));
    }
  };

  private final String words;

  VariedParameter(String words) {
    this.words = words;
  }

  /** The name of this parameter in tables and on axes. */
  String words() {
    return words;
  }

  /** What is tried. */
  abstract List<Double> values(ReservoirSweep sweep);

  /** A reservoir with zero weights. */
  abstract Reservoir varied(ReservoirSweep sweep, double value);

  private static Reservoir reservoir(int units, ReservoirShape shape) {
    return new Reservoir("reservoir", 1, units, shape, 0);
  }
}
