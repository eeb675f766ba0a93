package ductus.lab.reservoir;

import ductus.nn.reservoir.Reservoir;
import ductus.nn.reservoir.ReservoirRun;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * An echo state network with one input and one output (Jaeger 2001): a reservoir, and a linear
 * readout of its states that is solved for in one pass.
 */
final class EchoNetwork {
  private final Reservoir reservoir;
  private final DMatrixRMaj readout;

  private EchoNetwork(Reservoir reservoir, DMatrixRMaj readout) {
    this.reservoir = reservoir;
    this.readout = readout;
  }

  /**
   * Solves for the readout. What is to be fed back when the network runs freely is its input
   * meanwhile: teacher forcing.
   *
   * @param inputs one a step, at least as many as the lesson has steps
   * @param targets what is wanted behind each input
   */
  static EchoNetwork taught(
      Reservoir reservoir, double[] inputs, double[] targets, ReadoutFit lesson) {
    ReservoirRun echo = reservoir.echo();
    List<double[]> rows = new ArrayList<>();
    List<double[]> wanted = new ArrayList<>();
    double[] input = new double[1];
    for (int t = 0; t < lesson.steps(); t++) {
      input[0] = inputs[t];
      double[] state = echo.step(input);
      if (t >= lesson.washout()) {
        rows.add(state.clone());
        wanted.add(new double[] {targets[t]});
      }
    }
    return new EchoNetwork(reservoir, LeastSquares.solve(rows, wanted, lesson.penalty()));
  }

  /** One sequence on its way through the network, from a state of zero. */
  Run begin() {
    return new Run();
  }

  /** One sequence on its way through the network. */
  final class Run {
    private final ReservoirRun echo = reservoir.echo();
    private final double[] input = new double[1];
    private final double[] output = new double[1];

    /** What the network answers to the next input. */
    double step(double given) {
      input[0] = given;
      LeastSquares.apply(readout, echo.step(input), output);
      return output[0];
    }
  }
}
