package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;

/**
 * A pass over long batches in little memory (Chen et al. 2016, "Training deep nets with sublinear
 * memory cost"): of a first way forward only the states at the borders of about √T segments are
 * kept; then, from the last segment to the first, each goes forward again and back, and hands the
 * gradient of its initial state on. The gradient is that of the batch as a whole.
 *
 * @param network that predicts tokens
 * @param batch one window of some sequences
 * @param state with which they come into it; holds the final state afterwards
 * @param number of the batch in its update
 */
record RecomputedPass(Network network, Batch batch, State state, int number) implements Pass {
  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    int length = length(batch.time());
    List<State> borders = new ArrayList<>();
    State carried = state.copy();
    for (int from = 0; from < batch.time(); from += length) {
      borders.add(carried.copy());
      if (from + length < batch.time()) {
        tape.begin(length, batch.size(), carried);
        tape.train(seed, noisePass, from, held);
        network.features(batch.steps(from, length), tape);
      }
    }
    State gradient = network.zeroGradient(batch.size());
    double nats = 0;
    for (int i = borders.size() - 1; i >= 0; i--) {
      int from = i * length;
      Batch segment = batch.steps(from, Math.min(length, batch.time() - from));
      State border = i == borders.size() - 1 ? copyInto(state, borders.get(i)) : borders.get(i);
      tape.begin(segment.time(), segment.size(), border);
      tape.train(seed, noisePass, from, held);
      tape.carryGradient(gradient);
      nats += network.loss(segment, scale, tape);
      network.backward(tape, i == 0 ? tape.finishing() : parameters -> {});
    }
    return nats;
  }

  /** Time steps of a segment. */
  static int length(int time) {
    return (int) Math.ceil(Math.sqrt(time));
  }

  /** The state of the last segment becomes the final one. */
  private static State copyInto(State state, State from) {
    for (int row = 0; row < state.layer(0).numRows; row++) {
      state.copyRow(from, row, row);
    }
    return state;
  }
}
