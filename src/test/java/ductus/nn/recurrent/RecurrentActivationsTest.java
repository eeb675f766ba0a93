package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Padded;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class RecurrentActivationsTest {
  private static final int INPUT = 3;
  private static final int HIDDEN = 19;
  private static final int TIME = 6;
  private static final int BATCH = 2;

  @Test
  void anLstmsStatesFollowFromItsGates() {
    RecurrentActivations activity = run(new LstmCell(HIDDEN));
    assertEquals(LstmCell.GATE_NAMES, activity.gateNames());
    for (int b = 0; b < BATCH; b++) {
      for (int unit = 0; unit < HIDDEN; unit++) {
        double cell = 0;
        for (int row = b; row < TIME * BATCH; row += BATCH) {
          cell =
              activity.gate(1, row, unit) * cell
                  + activity.gate(0, row, unit) * activity.gate(2, row, unit);
          assertEquals(
              activity.gate(3, row, unit) * Math.tanh(cell), activity.hidden(row, unit), 1e-6);
        }
      }
    }
  }

  @Test
  void aGrusStatesFollowFromItsGates() {
    RecurrentActivations activity = run(new GruCell("gru", HIDDEN));
    for (int b = 0; b < BATCH; b++) {
      for (int unit = 0; unit < HIDDEN; unit++) {
        double hidden = 0;
        for (int row = b; row < TIME * BATCH; row += BATCH) {
          double update = activity.gate(1, row, unit);
          hidden = (1 - update) * activity.gate(2, row, unit) + update * hidden;
          assertEquals(hidden, activity.hidden(row, unit), 1e-6);
        }
        assertEquals(activity.hidden(5, unit), activity.course(unit)[5]);
      }
    }
  }

  @Test
  void anElmanNetworkHasNoGates() {
    assertEquals(List.of(), run(new ElmanCell(HIDDEN, ElmanCell.Form.TANH)).gateNames());
  }

  private static RecurrentActivations run(Cell cell) {
    Recurrent<FMatrixRMaj> layer =
        new Recurrent<>(
            "layer", new DenseInputProjection("layer", INPUT, cell.layout()), cell, null, 0, false);
    RandomGenerator random = Seeded.random(1);
    layer.initialize(random);
    FMatrixRMaj input = Seeded.matrix(TIME * BATCH, INPUT, random);
    try (Workers workers = new Workers(2)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      layer.repack(tape);
      tape.begin(TIME, BATCH, State.initial(List.of(layer), BATCH));
      layer.forward(Padded.of(input), tape);
      RecurrentActivations activity = layer.activity(tape);
      assertEquals(TIME * BATCH, activity.rows());
      assertEquals(HIDDEN, activity.units());
      return activity;
    }
  }
}
