package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of the last step's loss with regard to the states before it, ∂L(T)/∂s(T−n), on a few
 * sequences: whether what was long ago still has a say. As in {@link RecomputedPass}, each step
 * goes forward again before it goes back, so that one tape does for all.
 */
final class LagGradients {
  private static final int MOST_LAGS = 64;
  private static final int MOST_SEQUENCES = 4;

  private LagGradients() {}

  /**
   * Norms at lags 1, 2, … over the states of all layers, mean over the sequences; empty where no
   * sequence has two steps.
   */
  static List<Double> of(Network network, Sequences training, Tape tape) {
    int longest = Math.min(MOST_LAGS, training.longest() - 1);
    if (longest < 2) {
      return List.of();
    }
    List<Sequence> sequences =
        IntStream.range(0, training.size())
            .filter(number -> training.length(number) > longest)
            .limit(MOST_SEQUENCES)
            .mapToObj(training::get)
            .toList();
    Batch batch = Batch.window(sequences, network.config().vocabularySize(), 0, longest);
    List<State> before = new ArrayList<>();
    State carried = network.initialState(batch.size());
    for (int t = 0; t < batch.time(); t++) {
      before.add(carried.copy());
      tape.begin(1, batch.size(), carried);
      network.features(batch.steps(t, 1), tape);
    }
    State gradient = network.zeroGradient(batch.size());
    List<Double> norms = new ArrayList<>();
    for (int t = batch.time() - 1; t >= 0; t--) {
      tape.begin(1, batch.size(), before.get(t));
      tape.carryGradient(gradient);
      // Only the last step's loss is followed back.
      network.loss(batch.steps(t, 1), t == batch.time() - 1 ? 1 : 0, tape);
      network.backward(tape);
      norms.add(norm(gradient, batch.size()));
    }
    return norms;
  }

  private static double norm(State gradient, int sequences) {
    double[] squares = new double[sequences];
    for (int i = 0; i < gradient.layers(); i++) {
      FMatrixRMaj rows = gradient.layer(i);
      for (int b = 0; b < sequences; b++) {
        for (int j = 0; j < rows.numCols; j++) {
          double value = rows.get(b, j);
          squares[b] += value * value;
        }
      }
    }
    double sum = 0;
    for (double each : squares) {
      sum += Math.sqrt(each);
    }
    return sum / sequences;
  }
}
