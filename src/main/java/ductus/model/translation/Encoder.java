package ductus.model.translation;

import ductus.math.Strips;
import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.nn.Affine;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The half of a translation network that reads: embedding → layers [U×B×C]. A sequence's last
 * outputs (in both directions the last of each) make the decoder's first state: tanh of an affine
 * map (Bahdanau et al. 2015, §A.2.2). Parameters: {@code source.weight}, the layers', {@code
 * bridge.weight}, {@code bridge.bias}.
 */
final class Encoder {
  private final TranslationConfig config;
  private final Core<Indices> core;
  private final Affine bridge;
  private final Function<Tape, Run> opening = Run::new;

  /** An encoder with zero weights, whose dropouts have the places from 0 on. */
  Encoder(TranslationConfig config) {
    this.config = config;
    core =
        new Core<>(
            config.encoder(),
            InputLayer.noisyRows(
                "source",
                config.source().size(),
                1,
                config.embeddingSize(),
                config.encoder().dropout() / 2));
    bridge = new Affine("bridge", config.contextSize(), config.stateSize());
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(core.parameters());
    all.addAll(bridge.parameters());
    return all;
  }

  void initialize(RandomGenerator random) {
    core.initialize(random);
    bridge.initialize(random);
  }

  void repack(Tape tape) {
    core.repack(tape.workspace(this, opening).tape);
    bridge.repack(tape.workspace(this, opening).bridgeTape);
  }

  /** One run's part of the encoder, on a tape of its own within the decoder's. */
  Run open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /** One run's part of an encoder. */
  final class Run {
    private final Tape outer;
    private final Tape tape;
    private final Tape bridgeTape;
    private final FMatrixRMaj summary = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dState = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);
    private FMatrixRMaj state = summary;
    private final Affine.BlockWork squashing = this::squash;
    private int[] lengths = {};

    Run(Tape outer) {
      this.outer = outer;
      tape = new Tape(outer);
      bridgeTape = new Tape(outer);
    }

    /** Takes the shape of some sources. */
    void begin(SourceBatch sources) {
      lengths = sources.lengths();
      tape.begin(sources.time(), sources.size(), core.initialState(sources.size()));
      tape.pad(lengths);
      bridgeTape.begin(1, sources.size(), State.zero(List.of(), sources.size()));
    }

    /** Turns noise on for the pass that was begun. */
    void train(long seed, long pass, boolean held) {
      tape.train(seed, pass, 0, held);
    }

    /** Reads; the outputs [U×B×C] in whole strips, on the tape. */
    FMatrixRMaj forward(SourceBatch sources) {
      FMatrixRMaj output = core.forward(sources.tokens(), tape);
      summarize(output);
      state = bridge.forward(summary, squashing, bridgeTape);
      return output;
    }

    private void squash(FMatrixRMaj sums, int row, int rows, int slice) {
      tape.kernels().rows().squash(sums.data, row * sums.numCols, rows * sums.numCols);
    }

    private void summarize(FMatrixRMaj output) {
      summary.reshape(tape.batch(), output.numCols);
      summary.zero();
      for (int b = 0; b < tape.batch(); b++) {
        for (int half = 0; half < halves(); half++) {
          System.arraycopy(
              output.data, at(half, b), summary.data, b * summary.numCols + half * size(), size());
        }
      }
    }

    /** Directions. */
    private int halves() {
      return config.encoder().isBidirectional() ? 2 : 1;
    }

    private int size() {
      return config.encoder().hiddenSize();
    }

    /**
     * The index of the first number of a direction's last output: at the end forwards, at the start
     * backwards.
     */
    private int at(int half, int sequence) {
      int step = half == 0 ? lengths[sequence] - 1 : 0;
      return (step * tape.batch() + sequence) * Strips.padded(config.contextSize()) + half * size();
    }

    /** The decoder's first state [B×S] in whole strips. */
    FMatrixRMaj state() {
      return state;
    }

    /**
     * The gradient of the decoder's first state, which the way back begins with [B×S] in whole
     * strips.
     */
    FMatrixRMaj stateGradient() {
      return dState;
    }

    /**
     * Goes back.
     *
     * @param dContext gradient of the outputs as the attention has it, not modified; null for zeros
     */
    void backward(@Nullable FMatrixRMaj dContext) {
      tape.clipDerivatives(outer.derivativeLimit());
      dOutput.reshape(tape.rows(), Strips.padded(config.contextSize()));
      if (dContext == null) {
        dOutput.zero();
      } else {
        dOutput.setTo(dContext);
      }
      for (int i = 0; i < dState.getNumElements(); i++) {
        dState.data[i] *= 1 - state.data[i] * state.data[i];
      }
      FMatrixRMaj dSummary = bridge.backward(dState, bridgeTape);
      for (int b = 0; b < tape.batch(); b++) {
        for (int half = 0; half < halves(); half++) {
          int to = at(half, b);
          int from = b * dSummary.numCols + half * size();
          for (int i = 0; i < size(); i++) {
            dOutput.data[to + i] += dSummary.data[from + i];
          }
        }
      }
      core.backward(dOutput, tape);
    }
  }
}
