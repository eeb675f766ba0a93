package ductus.lab.gradient;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.NormOps_FDRM;

/**
 * The gradient of a loss with regard to the states before it, ∂L/∂s(t), and the part of each weight
 * matrix's gradient that comes from a time step, read off windows of one time step: each has a tape
 * of its own, and hands the gradient of its state on to the one before. The state is all that a
 * cell keeps from step to step: h, in an LSTM h and c. The parts of all steps sum to ∂L/∂W.
 */
final class StateGradients {
  private final SignalNetwork network;
  private final Kernels kernels;
  private final Workers workers;

  /**
   * Norms by lag.
   *
   * @param states of ∂L/∂s at lags 1, 2, … T, mean over the sequences
   * @param weights of the parts of ∂L/∂W at lags 0, 1, … T − 1, of all sequences together, for each
   *     of the weights that were asked for
   */
  record LagNorms(List<Double> states, List<List<Double>> weights) {}

  StateGradients(SignalNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * Norms of the gradients at all lags.
   *
   * @param weights whose gradients are looked at
   * @param sequences of T steps, whose last ones have targets
   * @param limit of the derivatives at each step
   */
  LagNorms norms(List<Parameter> weights, List<SignalSequence> sequences, float limit) {
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
    List<List<Double>> parts = new ArrayList<>();
    weights.forEach(each -> parts.add(new ArrayList<>()));
    for (int t = steps - 1; t >= 0; t--) {
      first.clearGradients();
      tapes.get(t).carryGradient(gradient);
      network.backward(tapes.get(t));
      norms.add(norm(gradient));
      for (int i = 0; i < weights.size(); i++) {
        parts.get(i).add((double) NormOps_FDRM.normF(first.gradient(weights.get(i))));
      }
    }
    return new LagNorms(norms, parts);
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
