package ductus.lab.gradient;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of a loss with regard to the states before it, ∂L/∂s(t), read off windows of one
 * time step: each has a tape of its own, and hands the gradient of its state on to the one before.
 * The state is all that a cell keeps from step to step: h, in an LSTM h and c.
 */
final class StateGradients {
  private final SignalNetwork network;
  private final Kernels kernels;
  private final Workers workers;

  StateGradients(SignalNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * Norms of the gradient at lags 1, 2, … T, mean over the sequences.
   *
   * @param sequences of T steps, whose last ones have targets
   * @param limit of the derivatives at each step
   */
  List<Double> norms(List<SignalSequence> sequences, float limit) {
    int steps = sequences.get(0).length();
    Tape first = new Tape(kernels, workers);
    network.repack(first);
    List<Tape> tapes = new ArrayList<>();
    State state = network.initialState(sequences.size());
    for (int t = 0; t < steps; t++) {
      Tape tape = new Tape(first);
      SignalBatch window = new SignalBatch(sequences, t, 1);
      network.begin(window, state, tape);
      tape.clipDerivatives(limit);
      network.loss(window, 1, tape);
      tapes.add(tape);
    }
    State gradient = network.zeroGradient(sequences.size());
    List<Double> norms = new ArrayList<>();
    for (int t = steps - 1; t >= 0; t--) {
      tapes.get(t).carryGradient(gradient);
      network.backward(tapes.get(t));
      norms.add(norm(gradient));
    }
    return norms;
  }

  private static double norm(State gradient) {
    int sequences = gradient.layer(0).numRows;
    double sum = 0;
    for (int b = 0; b < sequences; b++) {
      double squares = 0;
      for (int layer = 0; layer < gradient.layers(); layer++) {
        FMatrixRMaj rows = gradient.layer(layer);
        for (int i = 0; i < rows.numCols; i++) {
          double value = rows.get(b, i);
          squares += value * value;
        }
      }
      sum += Math.sqrt(squares);
    }
    return sum / sequences;
  }
}
