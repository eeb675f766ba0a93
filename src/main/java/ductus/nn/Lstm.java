package ductus.nn;

import static ductus.math.PackedWeights.PANEL;

import ductus.math.GateLayout;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000), fused over the sequence:
 *
 * <pre>
 *   i, f, o = σ(x·W + h′·U + b)    g = tanh(x·W + h′·U + b)
 *   c = f·c′ + i·g                 h = o·tanh(c)
 * </pre>
 *
 * <p>Weights in the file: {@code weight_ih} W [K×4H], {@code weight_hh} U [H×4H], {@code bias} b
 * [1×4H], gates in the order i, f, g, o; transposed they are PyTorch's. The products of the inputs
 * are made for a few time steps at a time, so that they are still in the cache when the recurrence
 * wants them; hidden units are sliced over the threads, with a barrier at each time step.
 */
public final class Lstm implements Layer {
  /** Pre-activations that are made ahead of the recurrence, in floats a thread (256 KB). */
  private static final int BLOCK = 65_536;

  private final int inputSize;
  private final int hiddenSize;
  private final int place;
  private final GateLayout gates;
  private final Parameter inputWeights;
  private final Parameter recurrentWeights;
  private final Parameter bias;
  private final PackedWeights packedInput;
  private final PackedWeights packedInputTransposed;
  private final PackedWeights packedRecurrent;
  private final PackedWeights packedRecurrentTransposed;

  /**
   * A layer with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param place its index in the network's {@link State}
   */
  public Lstm(String name, int inputSize, int hiddenSize, int place) {
    if (inputSize < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "input and hidden size must be 1 or more but were " + inputSize + " and " + hiddenSize);
    }
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.place = place;
    gates = new GateLayout(hiddenSize);
    inputWeights = new Parameter(name + ".weight_ih", inputSize, gates.columns());
    recurrentWeights = new Parameter(name + ".weight_hh", hiddenSize, gates.columns());
    bias = new Parameter(name + ".bias", 1, gates.columns());
    packedInput = new PackedWeights(inputSize, gates.paddedColumns());
    packedInputTransposed = new PackedWeights(gates.paddedColumns(), inputSize);
    packedRecurrent = new PackedWeights(hiddenSize, gates.paddedColumns());
    packedRecurrentTransposed = new PackedWeights(gates.paddedColumns(), hiddenSize);
  }

  @Override
  public int inputSize() {
    return inputSize;
  }

  @Override
  public int outputSize() {
    return hiddenSize;
  }

  /** Hidden state, then cell state (filled up to whole panels). */
  @Override
  public int stateSize() {
    return hiddenSize + gates.paddedUnits();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(inputWeights, recurrentWeights, bias);
  }

  /** Uniform within one over the root of H; forget gates start open, with a bias of 1. */
  @Override
  public void initialize(RandomGenerator random) {
    double bound = 1 / Math.sqrt(hiddenSize);
    Initialization.uniform(inputWeights.value(), 0, gates.columns(), bound, random);
    Initialization.uniform(recurrentWeights.value(), 0, gates.columns(), bound, random);
    bias.value().zero();
    Arrays.fill(bias.value().data, hiddenSize, 2 * hiddenSize, 1);
  }

  @Override
  public void repack(Workers workers) {
    workers.run(
        (slice, crew) -> {
          int from = crew.from(gates.panels(), slice);
          int to = crew.from(gates.panels(), slice + 1);
          packedInput.pack(inputWeights.value(), gates, from, to);
          packedRecurrent.pack(recurrentWeights.value(), gates, from, to);
          packedInputTransposed.packTransposed(
              inputWeights.value(),
              gates,
              crew.from(packedInputTransposed.panels(), slice),
              crew.from(packedInputTransposed.panels(), slice + 1));
          packedRecurrentTransposed.packTransposed(
              recurrentWeights.value(),
              gates,
              crew.from(packedRecurrentTransposed.panels(), slice),
              crew.from(packedRecurrentTransposed.panels(), slice + 1));
        });
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    Run run = new Run(tape);
    tape.keepInput(this, input);
    run.readState();
    tape.workers().run((slice, crew) -> forward(input, run, slice, crew));
    run.writeState();
    return run.hidden;
  }

  private void forward(FMatrixRMaj input, Run run, int slice, Workers crew) {
    int batch = run.batch;
    int width = gates.paddedColumns();
    int fromPanel = crew.from(gates.panels(), slice);
    int toPanel = crew.from(gates.panels(), slice + 1);
    int ahead = Math.max(1, BLOCK * crew.count() / (batch * width));
    float[] biases = run.bias.data;
    gates.interleave(bias.value().data, biases, 0, fromPanel, toPanel);
    for (int t = 0; t < run.time; t++) {
      if (t % ahead == 0) {
        int rows = Math.min(ahead, run.time - t) * batch;
        for (int r = t * batch; r < t * batch + rows; r++) {
          System.arraycopy(
              biases,
              fromPanel * PANEL,
              run.gates.data,
              r * width + fromPanel * PANEL,
              (toPanel - fromPanel) * PANEL);
        }
        run.kernels
            .products()
            .multiply(
                input.data,
                t * batch * inputSize,
                inputSize,
                rows,
                packedInput,
                fromPanel,
                toPanel,
                run.gates.data,
                t * batch * width,
                width,
                true);
      }
      for (int panel = fromPanel; panel < toPanel; panel++) {
        step(run, t, panel);
      }
      crew.barrier();
    }
  }

  /** One time step of the 16 units of a panel: recurrent product, then the cells. */
  private void step(Run run, int t, int panel) {
    int batch = run.batch;
    int width = gates.paddedColumns();
    int row = t * batch;
    boolean first = t == 0;
    run.kernels
        .products()
        .multiply(
            first ? run.initialHidden.data : run.hidden.data,
            first ? 0 : (row - batch) * hiddenSize,
            hiddenSize,
            batch,
            packedRecurrent,
            panel,
            panel + 1,
            run.gates.data,
            row * width,
            width,
            true);
    int units = gates.paddedUnits();
    int unit = panel * Kernels.GATE_LANES;
    run.kernels
        .cells()
        .lstm(
            run.gates.data,
            row * width + panel * PANEL,
            width,
            first ? run.initialCell.data : run.cell.data,
            (first ? 0 : (row - batch) * units) + unit,
            run.cell.data,
            run.cellTanh.data,
            row * units + unit,
            units,
            run.hidden.data,
            row * hiddenSize + unit,
            hiddenSize,
            gates.units(panel),
            batch);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    Run run = new Run(tape);
    FMatrixRMaj input = tape.input(this);
    FMatrixRMaj dInput = tape.buffer(this, "dInput", tape.rows(), inputSize);
    FMatrixRMaj dRecurrent = tape.buffer(this, "dRecurrent", run.batch, hiddenSize);
    FMatrixRMaj dCell = tape.buffer(this, "dCell", run.batch, gates.paddedUnits());
    FMatrixRMaj dWeights =
        tape.buffer(this, "dWeights", Math.max(inputSize, hiddenSize), gates.paddedColumns());
    dRecurrent.zero();
    dCell.zero();
    FMatrixRMaj dInputWeights = tape.gradient(inputWeights);
    FMatrixRMaj dRecurrentWeights = tape.gradient(recurrentWeights);
    FMatrixRMaj dBias = tape.gradient(bias);
    tape.workers()
        .run(
            (slice, crew) -> {
              backThroughTime(dOutput, dRecurrent, dCell, run, slice, crew);
              int from = crew.from(gates.panels(), slice);
              int to = crew.from(gates.panels(), slice + 1);
              addRecurrentGradient(dWeights, dRecurrentWeights, run, from, to);
              addInputGradient(input, dWeights, dInputWeights, run, from, to);
              addBiasGradient(dBias, run, from, to);
              run.kernels
                  .products()
                  .multiply(
                      run.gates.data,
                      0,
                      gates.paddedColumns(),
                      run.time * run.batch,
                      packedInputTransposed,
                      crew.from(packedInputTransposed.panels(), slice),
                      crew.from(packedInputTransposed.panels(), slice + 1),
                      dInput.data,
                      0,
                      inputSize,
                      false);
            });
    return dInput;
  }

  /** Replaces the gates' activations by the gradients of their pre-activations, last step first. */
  private void backThroughTime(
      FMatrixRMaj dOutput,
      FMatrixRMaj dRecurrent,
      FMatrixRMaj dCell,
      Run run,
      int slice,
      Workers crew) {
    int batch = run.batch;
    int width = gates.paddedColumns();
    int units = gates.paddedUnits();
    int fromPanel = crew.from(gates.panels(), slice);
    int toPanel = crew.from(gates.panels(), slice + 1);
    int fromHidden = crew.from(packedRecurrentTransposed.panels(), slice);
    int toHidden = crew.from(packedRecurrentTransposed.panels(), slice + 1);
    for (int t = run.time - 1; t >= 0; t--) {
      int row = t * batch;
      boolean first = t == 0;
      for (int panel = fromPanel; panel < toPanel; panel++) {
        int unit = panel * Kernels.GATE_LANES;
        run.kernels
            .cells()
            .lstmBackward(
                run.gates.data,
                row * width + panel * PANEL,
                width,
                first ? run.initialCell.data : run.cell.data,
                (first ? 0 : (row - batch) * units) + unit,
                run.cellTanh.data,
                row * units + unit,
                units,
                dOutput.data,
                row * hiddenSize + unit,
                dRecurrent.data,
                unit,
                hiddenSize,
                dCell.data,
                unit,
                gates.units(panel),
                batch);
      }
      crew.barrier();
      if (!first) {
        run.kernels
            .products()
            .multiply(
                run.gates.data,
                row * width,
                width,
                batch,
                packedRecurrentTransposed,
                fromHidden,
                toHidden,
                dRecurrent.data,
                0,
                hiddenSize,
                false);
      }
      crew.barrier();
    }
  }

  private void addRecurrentGradient(
      FMatrixRMaj scratch, FMatrixRMaj gradient, Run run, int fromPanel, int toPanel) {
    clear(scratch, hiddenSize, fromPanel, toPanel);
    int width = gates.paddedColumns();
    run.kernels
        .products()
        .addTransposed(
            run.initialHidden.data,
            0,
            hiddenSize,
            hiddenSize,
            run.gates.data,
            0,
            width,
            run.batch,
            fromPanel * PANEL,
            toPanel * PANEL,
            scratch.data,
            0,
            width);
    run.kernels
        .products()
        .addTransposed(
            run.hidden.data,
            0,
            hiddenSize,
            hiddenSize,
            run.gates.data,
            run.batch * width,
            width,
            (run.time - 1) * run.batch,
            fromPanel * PANEL,
            toPanel * PANEL,
            scratch.data,
            0,
            width);
    gates.addTo(scratch.data, gradient.data, hiddenSize, fromPanel, toPanel);
  }

  private void addInputGradient(
      FMatrixRMaj input,
      FMatrixRMaj scratch,
      FMatrixRMaj gradient,
      Run run,
      int fromPanel,
      int toPanel) {
    clear(scratch, inputSize, fromPanel, toPanel);
    int width = gates.paddedColumns();
    run.kernels
        .products()
        .addTransposed(
            input.data,
            0,
            inputSize,
            inputSize,
            run.gates.data,
            0,
            width,
            run.time * run.batch,
            fromPanel * PANEL,
            toPanel * PANEL,
            scratch.data,
            0,
            width);
    gates.addTo(scratch.data, gradient.data, inputSize, fromPanel, toPanel);
  }

  private void addBiasGradient(FMatrixRMaj gradient, Run run, int fromPanel, int toPanel) {
    int width = gates.paddedColumns();
    Arrays.fill(run.bias.data, fromPanel * PANEL, toPanel * PANEL, 0);
    run.kernels
        .rows()
        .add(
            run.gates.data,
            0,
            width,
            run.time * run.batch,
            run.bias.data,
            fromPanel * PANEL,
            toPanel * PANEL);
    gates.addTo(run.bias.data, gradient.data, 1, fromPanel, toPanel);
  }

  private static void clear(FMatrixRMaj scratch, int rows, int fromPanel, int toPanel) {
    for (int r = 0; r < rows; r++) {
      int row = r * scratch.numCols;
      Arrays.fill(scratch.data, row + fromPanel * PANEL, row + toPanel * PANEL, 0);
    }
  }

  /** The matrices of one pass, looked up once. */
  private final class Run {
    private final Tape tape;
    final Kernels kernels;
    final int time;
    final int batch;

    /** [T×B×64·panels]: pre-activations, then activations, on the way back their gradients. */
    final FMatrixRMaj gates;

    final FMatrixRMaj cell;
    final FMatrixRMaj cellTanh;
    final FMatrixRMaj hidden;
    final FMatrixRMaj initialHidden;
    final FMatrixRMaj initialCell;

    /** The bias interleaved; on the way back its gradient. */
    final FMatrixRMaj bias;

    Run(Tape tape) {
      this.tape = tape;
      kernels = tape.kernels();
      time = tape.time();
      batch = tape.batch();
      GateLayout layout = Lstm.this.gates;
      gates = tape.buffer(Lstm.this, "gates", tape.rows(), layout.paddedColumns());
      cell = tape.buffer(Lstm.this, "cell", tape.rows(), layout.paddedUnits());
      cellTanh = tape.buffer(Lstm.this, "cellTanh", tape.rows(), layout.paddedUnits());
      hidden = tape.buffer(Lstm.this, "hidden", tape.rows(), hiddenSize);
      initialHidden = tape.buffer(Lstm.this, "initialHidden", batch, hiddenSize);
      initialCell = tape.buffer(Lstm.this, "initialCell", batch, layout.paddedUnits());
      bias = tape.buffer(Lstm.this, "bias", 1, layout.paddedColumns());
    }

    void readState() {
      copyState(tape.state().layer(place), initialHidden, 0, initialCell, 0, true);
    }

    void writeState() {
      int last = (time - 1) * batch;
      copyState(tape.state().layer(place), hidden, last, cell, last, false);
    }

    private void copyState(
        FMatrixRMaj state,
        FMatrixRMaj hiddens,
        int hiddenRow,
        FMatrixRMaj cells,
        int cellRow,
        boolean read) {
      int units = cells.numCols;
      for (int b = 0; b < batch; b++) {
        int at = b * state.numCols;
        int h = (hiddenRow + b) * hiddenSize;
        int c = (cellRow + b) * units;
        if (read) {
          System.arraycopy(state.data, at, hiddens.data, h, hiddenSize);
          System.arraycopy(state.data, at + hiddenSize, cells.data, c, units);
        } else {
          System.arraycopy(hiddens.data, h, state.data, at, hiddenSize);
          System.arraycopy(cells.data, c, state.data, at + hiddenSize, units);
        }
      }
    }
  }
}
