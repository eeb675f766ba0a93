package ductus.nn.causal;

import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.MatrixGradient;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** A block of a {@link TemporalConvolution}: y = max(0, x + u), see there. */
final class ResidualBlock {
  /** Size of the second convolution's first weights, as a share of the usual one. */
  private static final double SECOND = 0.1;

  private final int hiddenSize;
  private final @Nullable Projection residual;
  private final CausalConvolution lower;
  private final CausalConvolution higher;

  /**
   * A block with zero weights.
   *
   * @param number among its layer's blocks
   */
  ResidualBlock(String name, int number, int inputSize, int hiddenSize, int kernel, int dilation) {
    this.hiddenSize = hiddenSize;
    residual =
        inputSize == hiddenSize ? null : new Projection(name + ".residual", inputSize, hiddenSize);
    String block = name + "." + number;
    lower = new CausalConvolution(block + ".0", inputSize, hiddenSize, kernel, dilation);
    higher = new CausalConvolution(block + ".1", hiddenSize, hiddenSize, kernel, dilation);
  }

  int stateSize() {
    return lower.stateSize() + higher.stateSize();
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    if (residual != null) {
      all.add(residual.weights());
    }
    all.addAll(lower.parameters());
    all.addAll(higher.parameters());
    return all;
  }

  /** The second convolution starts small, so that a block hands on little more than its input. */
  void initialize(RandomGenerator random) {
    if (residual != null) {
      double bound = Math.sqrt(3.0 / residual.inputSize());
      Initialization.uniform(residual.weights().value(), bound, random);
    }
    lower.initialize(1, random);
    higher.initialize(SECOND, random);
  }

  void repack(int slice, Workers crew) {
    if (residual != null) {
      residual.repack(slice, crew);
    }
    lower.repack(slice, crew);
    higher.repack(slice, crew);
  }

  /** Opens a workspace on a tape. */
  Run open(Tape tape) {
    return new Run(tape);
  }

  /** One run's part of the block. */
  final class Run {
    private final Tape tape;

    /** What the second convolution adds, u [T×B×H], and its gradient. */
    private final FMatrixRMaj added = new FMatrixRMaj(0, 0);

    private final FMatrixRMaj dAdded = new FMatrixRMaj(0, 0);

    /** The gradient of x + u [T×B×H]. */
    private final FMatrixRMaj dSum = new FMatrixRMaj(0, 0);

    private final CausalConvolution.Run second;
    private final CausalConvolution.Run first;
    private final @Nullable MatrixGradient residualGradient;
    private @Nullable RowProduct forth;
    private @Nullable RowProduct back;

    private Run(Tape tape) {
      this.tape = tape;
      second = higher.open(added, dAdded, tape);
      first = lower.open(second.inputs().all(), second.inputs().gradient(), tape);
      if (residual == null) {
        residualGradient = null;
      } else {
        residualGradient = new MatrixGradient(residual.weights(), tape);
        forth = residual.forth(added, added);
        back = residual.back(dSum, inputs().gradient());
      }
    }

    /** What goes into the block. */
    RecentRows inputs() {
      return first.inputs();
    }

    /**
     * Takes the shape of a pass.
     *
     * @param input [T×B×K] of the layer
     * @param output rows that begin, maybe behind others, with y
     */
    void begin(FMatrixRMaj input, FMatrixRMaj output) {
      added.reshape(tape.rows(), Strips.padded(hiddenSize));
      first.inputs().begin();
      second.inputs().begin();
      first.begin();
      second.begin();
      forth = forth == null ? null : forth.of(input).into(output);
    }

    /** Reads the block's part of a state, and returns the column behind it. */
    int read(FMatrixRMaj state, int column) {
      first.inputs().read(state, column);
      int next = column + first.inputs().size();
      second.inputs().read(state, next);
      return next + second.inputs().size();
    }

    /** Writes the block's part of a state, and returns the column behind it. */
    int write(FMatrixRMaj state, int column) {
      first.inputs().write(state, column);
      int next = column + first.inputs().size();
      second.inputs().write(state, next);
      return next + second.inputs().size();
    }

    /** Computes some rows of h. */
    void first(int from, int to) {
      int at = second.inputs().firstRow();
      first.forward(from, to, at);
      rectify(second.inputs().all(), at + from, at + to);
    }

    /**
     * Computes some rows of u and y.
     *
     * @param output y, modified
     * @param outputRow at which those of the pass begin
     */
    void second(int from, int to, FMatrixRMaj output, int outputRow) {
      second.forward(from, to, 0);
      rectify(added, from, to);
      int width = output.numCols;
      int at = (outputRow + from) * width;
      if (forth == null) {
        FMatrixRMaj input = inputs().all();
        int first = (inputs().firstRow() + from) * width;
        System.arraycopy(input.data, first, output.data, at, (to - from) * width);
      } else {
        tape.kernels()
            .products()
            .multiply(forth, from, outputRow + from, to - from, 0, Strips.of(hiddenSize));
      }
      for (int i = 0; i < (to - from) * width; i++) {
        output.data[at + i] = Math.max(0, output.data[at + i] + added.data[from * width + i]);
      }
    }

    private static void rectify(FMatrixRMaj values, int from, int to) {
      for (int i = from * values.numCols; i < to * values.numCols; i++) {
        values.data[i] = Math.max(0, values.data[i]);
      }
    }

    /** Starts the way back, and returns the column behind the block's part of the state. */
    int beginBackward(@Nullable FMatrixRMaj dState, int column) {
      dAdded.reshape(added.numRows, added.numCols);
      dSum.reshape(added.numRows, added.numCols);
      first.beginBackward();
      second.beginBackward();
      if (residualGradient != null && forth != null) {
        residualGradient.begin(forth.input(), dSum);
      }
      first.inputs().beginBackward(dState, column);
      int next = column + first.inputs().size();
      second.inputs().beginBackward(dState, next);
      return next + second.inputs().size();
    }

    /** Writes the block's part of the gradient of a state; returns the column behind it. */
    int writeGradient(FMatrixRMaj dState, int column) {
      first.inputs().writeGradient(dState, column);
      int next = column + first.inputs().size();
      second.inputs().writeGradient(dState, next);
      return next + second.inputs().size();
    }

    /** Computes some rows of the gradients of x + u and of what the second convolution makes. */
    void split(int from, int to, FMatrixRMaj output, FMatrixRMaj dOutput, int outputRow) {
      int width = added.numCols;
      int at = outputRow * width;
      for (int i = from * width; i < to * width; i++) {
        dSum.data[i] = output.data[at + i] > 0 ? dOutput.data[at + i] : 0;
        dAdded.data[i] = added.data[i] > 0 ? dSum.data[i] : 0;
      }
    }

    /** Goes back through the second convolution: a thread's part. */
    void secondBack(int slice, Workers crew) {
      FMatrixRMaj hidden = second.inputs().all();
      FMatrixRMaj dHidden = second.inputs().gradient();
      int from = crew.from(hidden.numRows, slice);
      int to = crew.from(hidden.numRows, slice + 1);
      second.backward(from, to, 0);
      int present = Math.max(from, second.inputs().firstRow());
      for (int i = present * hidden.numCols; i < to * hidden.numCols; i++) {
        dHidden.data[i] = hidden.data[i] > 0 ? dHidden.data[i] : 0;
      }
      second.finishBackward(slice, crew, 0);
    }

    /** Goes back through the first convolution and past both: a thread's part. */
    void firstBack(int slice, Workers crew) {
      FMatrixRMaj dInput = inputs().gradient();
      int from = crew.from(dInput.numRows, slice);
      int to = crew.from(dInput.numRows, slice + 1);
      int shift = inputs().firstRow();
      first.backward(from, to, second.inputs().firstRow());
      int present = Math.max(from, shift);
      if (back == null || residualGradient == null) {
        for (int i = present * dInput.numCols; i < to * dInput.numCols; i++) {
          dInput.data[i] += dSum.data[i - shift * dInput.numCols];
        }
      } else {
        if (present < to) {
          tape.kernels()
              .products()
              .add(back, present - shift, present, to - present, 0, back.weights().strips());
        }
        residualGradient.add(slice, crew);
      }
      first.finishBackward(slice, crew, second.inputs().firstRow());
    }
  }
}
