package ductus.model.translation;

import ductus.nn.Affine;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The way from what an encoder made of a source to the decoder's first state: tanh of an affine map
 * (Bahdanau et al. 2015, §A.2.2). Parameters: {@code bridge.weight}, {@code bridge.bias}.
 */
public final class StateBridge {
  private final Affine map;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A bridge with zero weights.
   *
   * @param summarySize numbers that an encoder makes of a source
   * @param stateSize floats of the decoder's first state, S
   */
  public StateBridge(int summarySize, int stateSize) {
    map = new Affine("bridge", summarySize, stateSize);
  }

  /** The weights, in a fixed order. */
  public List<Parameter> parameters() {
    return map.parameters();
  }

  /** Draws first weights. */
  public void initialize(RandomGenerator random) {
    map.initialize(random);
  }

  /** Copies the weights into the kernels' layout. */
  public void repack(Tape tape) {
    map.repack(open(tape).tape);
  }

  /** One run's part of the bridge, on a tape of its own within another. */
  public Run open(Tape outer) {
    return outer.workspace(this, opening);
  }

  /** One run's part of a bridge. */
  public final class Run {
    private final Tape tape;
    private final FMatrixRMaj dState = new FMatrixRMaj(0, 0);
    private FMatrixRMaj state = dState;
    private final Affine.BlockWork squashing = this::squash;

    private Run(Tape outer) {
      tape = new Tape(outer);
    }

    /** Takes the number of sources, B. */
    public void begin(int batch) {
      tape.begin(1, batch, State.zero(List.of(), batch));
    }

    /**
     * Makes the decoder's first state.
     *
     * @param summary [B×C] in whole strips, not modified; must stay as it is until the way back
     */
    public void forward(FMatrixRMaj summary) {
      state = map.forward(summary, squashing, tape);
    }

    private void squash(FMatrixRMaj sums, int row, int rows, int slice) {
      tape.kernels().rows().squash(sums.data, row * sums.numCols, rows * sums.numCols);
    }

    /** The decoder's first state [B×S] in whole strips. */
    public FMatrixRMaj state() {
      return state;
    }

    /** The gradient of it, to be filled [B×S] in whole strips. */
    public FMatrixRMaj stateGradient() {
      return dState;
    }

    /** Goes back; the gradient of the summary [B×C] in whole strips. */
    public FMatrixRMaj backward() {
      for (int i = 0; i < dState.getNumElements(); i++) {
        dState.data[i] *= 1 - state.data[i] * state.data[i];
      }
      return map.backward(dState, tape);
    }
  }
}
