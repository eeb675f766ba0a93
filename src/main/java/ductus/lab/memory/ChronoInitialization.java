package ductus.lab.memory;

import ductus.lab.trial.OtherStart;
import ductus.model.Trainable;
import java.util.random.RandomGenerator;

/**
 * A network whose first layer begins with gates that hold on to its state for all lags up to the
 * longest (Tallec and Ollivier 2018, §3): with u drawn evenly from 1 to T − 1, an LSTM's forget
 * gates have the bias log u and its input gates −log u; a GRU's update gates have log u.
 *
 * @param network whose other weights are drawn as ever
 * @param kind of its cells: lstm or gru
 * @param longest lag T, in time steps
 */
record ChronoInitialization(Trainable network, String kind, int longest) implements OtherStart {
  /** Gates in the order of the biases: input, forget, candidate, output; reset, update, new. */
  private static final int LSTM_GATES = 4;

  private static final int GRU_GATES = 3;

  private static final String LSTM = "lstm";
  private static final String GRU = "gru";

  ChronoInitialization {
    if (!kind.equals(LSTM) && !kind.equals(GRU)) {
      throw new IllegalArgumentException("cell with chrono must be lstm or gru but was " + kind);
    }
  }

  @Override
  public void initialize(RandomGenerator random) {
    network.initialize(random);
    boolean gru = kind.equals(GRU);
    float[] biases =
        network.parameters().stream()
            .filter(each -> each.name().equals(kind + ".0.bias"))
            .findFirst()
            .orElseThrow()
            .value()
            .data;
    int units = biases.length / (gru ? GRU_GATES : LSTM_GATES);
    for (int unit = 0; unit < units; unit++) {
      float holding = (float) StrictMath.log(1 + random.nextDouble() * Math.max(1, longest - 2));
      biases[units + unit] = holding;
      if (!gru) {
        biases[unit] = -holding;
      }
    }
  }
}
