package ductus.train;

import ductus.math.PlaceRandom;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.nn.State;
import ductus.nn.Tape;
import org.ejml.data.FMatrixRMaj;

/**
 * Batches in which the network reads some of its own tokens (Duckworth et al. 2019, "Parallel
 * scheduled sampling"): a first pass reads the true ones and draws, at each step, from what it
 * predicts for the next; a share of these takes the true tokens' place. Side features stay the true
 * ones, also those that follow from earlier tokens.
 */
public final class SampledInputs {
  /** Apart from the places of dropout and weight noise. */
  private static final long CHOICE = Long.MIN_VALUE;

  private static final long DRAW = Long.MIN_VALUE + 1;

  /** Time steps at a time, so that long sequences need little more memory. */
  static final int WINDOW = 128;

  private final Network network;
  private final Tape tape;

  /** Creates batches of a network that is packed. */
  public SampledInputs(Network network, Tape tape) {
    this.network = network;
    this.tape = tape;
  }

  /**
   * Mixes drawn tokens into a batch.
   *
   * @param state with which the batch begins, not modified
   * @param share of tokens that are drawn, 0 to 1; the first of each sequence is always true
   * @param key decides which, and what is drawn
   */
  public Batch mix(Batch batch, State state, double share, long key) {
    int[] tokens = batch.tokens();
    State carried = state.copy();
    for (int from = 0; from < batch.time() - 1; from += WINDOW) {
      Batch window = batch.steps(from, Math.min(WINDOW, batch.time() - 1 - from));
      tape.begin(window.time(), window.size(), carried);
      replace(tokens, (from + 1) * batch.size(), network.outputs(window, tape), share, key);
    }
    return batch.withTokens(tokens);
  }

  /** Replaces the tokens from a row on, one for each row of logits. */
  private void replace(int[] tokens, int first, FMatrixRMaj logits, double share, long key) {
    int columns = network.config().vocabularySize();
    long choice = PlaceRandom.key(key, CHOICE);
    long draw = PlaceRandom.key(key, DRAW);
    tape.workers()
        .run(
            (slice, crew) -> {
              int end = crew.from(logits.numRows, slice + 1);
              for (int row = crew.from(logits.numRows, slice); row < end; row++) {
                int place = first + row;
                if (tokens[place] >= 0 && PlaceRandom.uniform(choice, place) < share) {
                  tokens[place] = draw(logits, columns, row, PlaceRandom.uniform(draw, place));
                }
              }
            });
  }

  /** The token at a place of the cumulated softmax of a row. */
  private static int draw(FMatrixRMaj logits, int columns, int row, double place) {
    int from = row * logits.numCols;
    double max = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < columns; v++) {
      max = Math.max(max, logits.data[from + v]);
    }
    double sum = 0;
    for (int v = 0; v < columns; v++) {
      sum += StrictMath.exp(logits.data[from + v] - max);
    }
    double left = place * sum;
    int token = 0;
    for (int v = 0; v < columns && left >= 0; v++) {
      token = v;
      left -= StrictMath.exp(logits.data[from + v] - max);
    }
    return token;
  }
}
