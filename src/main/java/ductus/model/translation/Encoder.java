package ductus.model.translation;

import ductus.math.Strips;
import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The half of a translation network that reads: embedding → layers [U×B×C]. A sequence's last
 * outputs (in both directions the last of each) make the decoder's first state. Parameters: {@code
 * source.weight}, the layers', those of {@link StateBridge}.
 */
final class Encoder implements SourceEncoder<TextBatch> {
  private final TranslationConfig config;
  private final Core<Indices> core;
  private final StateBridge bridge;
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
    bridge = new StateBridge(config.contextSize(), config.decoder().stateSize());
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(core.parameters());
    all.addAll(bridge.parameters());
    return all;
  }

  @Override
  public void initialize(RandomGenerator random) {
    core.initialize(random);
    bridge.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    core.repack(tape.workspace(this, opening).tape);
    bridge.repack(tape);
  }

  @Override
  public Run open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /** One run's part of an encoder. */
  final class Run implements SourceEncoder.Run<TextBatch> {
    private final Tape outer;
    private final Tape tape;
    private final StateBridge.Run crossing;
    private final FMatrixRMaj summary = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);
    private int[] lengths = {};

    Run(Tape outer) {
      this.outer = outer;
      tape = new Tape(outer);
      crossing = bridge.open(outer);
    }

    @Override
    public void begin(TextBatch sources) {
      lengths = sources.lengths();
      tape.begin(sources.time(), sources.size(), core.initialState(sources.size()));
      tape.pad(lengths);
      crossing.begin(sources.size());
    }

    @Override
    public void train(long seed, long pass, boolean held) {
      tape.train(seed, pass, 0, held);
    }

    @Override
    public FMatrixRMaj forward(TextBatch sources) {
      FMatrixRMaj output = core.forward(sources.tokens(), tape);
      summarize(output);
      crossing.forward(summary);
      return output;
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

    @Override
    public FMatrixRMaj state() {
      return crossing.state();
    }

    @Override
    public FMatrixRMaj stateGradient() {
      return crossing.stateGradient();
    }

    @Override
    public void backward(@Nullable FMatrixRMaj dContext) {
      tape.clipDerivatives(outer.derivativeLimit());
      dOutput.reshape(tape.rows(), Strips.padded(config.contextSize()));
      if (dContext == null) {
        dOutput.zero();
      } else {
        dOutput.setTo(dContext);
      }
      FMatrixRMaj dSummary = crossing.backward();
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
