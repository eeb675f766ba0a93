package ductus.lab.turing;

import ductus.lab.trial.OtherStart;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.memory.MemoryShape;
import java.util.random.RandomGenerator;

/**
 * A machine whose heads go by place alone: their gates are shut, so that no head finds a slot by
 * what it holds. At first a read head rather stays where it is, and a write head rather goes on.
 *
 * @param network whose other weights are drawn as ever
 * @param shape of its memory
 */
record PlaceAlone(Trainable network, MemoryShape shape) implements OtherStart {
  private static final String BIASES = ".memory_bias";

  /** Nothing comes through, and no gradient that would open it. */
  private static final float SHUT = -60;

  private static final float RATHER = 1;

  @Override
  public void initialize(RandomGenerator random) {
    network.initialize(random);
    for (Parameter each : network.parameters()) {
      if (each.name().endsWith(BIASES)) {
        lean(each.value().data);
      }
    }
  }

  private void lean(float[] biases) {
    int heads = shape.readHeads() + shape.writeHeads();
    for (int head = 0; head < heads; head++) {
      biases[shape.gateColumn(head)] += SHUT;
      biases[shape.shiftColumn(head, head < shape.readHeads() ? 0 : 1)] += RATHER;
    }
  }
}
