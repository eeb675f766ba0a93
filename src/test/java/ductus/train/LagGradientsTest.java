package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class LagGradientsTest {
  private static final int VOCABULARY = 12;
  private static final float STEP = 1e-2f;

  @Test
  void measuresWhatALittleMoreOfAStateDoesToTheLastLoss() {
    Network network =
        new Network(new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 10, 0, false));
    network.initialize(Seeded.random(7));
    Sequence sequence = TinyTokenRun.TRAINING.get(0);
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      List<Double> norms = LagGradients.of(network, Sequences.of(List.of(sequence)), tape);
      int steps = Math.min(64, sequence.length() - 1);
      assertEquals(steps, norms.size());
      Batch batch = Batch.window(List.of(sequence), VOCABULARY, 0, steps);
      for (int lag : new int[] {1, 3}) {
        State before = network.initialState(1);
        tape.begin(steps - lag, 1, before);
        network.features(batch.steps(0, steps - lag), tape);
        double squares = 0;
        for (int layer = 0; layer < before.layers(); layer++) {
          for (int i = 0; i < before.layer(layer).getNumElements(); i++) {
            double up = lastLoss(network, batch, before, layer, i, STEP, lag, tape);
            double down = lastLoss(network, batch, before, layer, i, -STEP, lag, tape);
            double slope = (up - down) / (2 * STEP);
            squares += slope * slope;
          }
        }
        double expected = Math.sqrt(squares);
        assertTrue(expected > 0);
        assertEquals(expected, norms.get(lag - 1), 0.01 * expected, "lag " + lag);
      }
    }
  }

  private static double lastLoss(
      Network network,
      Batch batch,
      State before,
      int layer,
      int index,
      float change,
      int lag,
      Tape tape) {
    State state = before.copy();
    FMatrixRMaj rows = state.layer(layer);
    rows.set(index, rows.get(index) + change);
    int last = batch.time() - 1;
    if (lag > 1) {
      tape.begin(lag - 1, 1, state);
      network.features(batch.steps(batch.time() - lag, lag - 1), tape);
    }
    tape.begin(1, 1, state);
    return network.loss(batch.steps(last, 1), 1, tape);
  }

  @Test
  void measuresNothingWhereThereIsNoPast() {
    Network network =
        new Network(new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 1, 4, 0, false));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      assertEquals(List.of(), LagGradients.of(network, Sequences.of(List.of()), tape));
    }
  }
}
