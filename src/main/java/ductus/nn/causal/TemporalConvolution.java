package ductus.nn.causal;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A temporal convolutional network (Bai, Kolter and Koltun 2018, §3): residual blocks of two causal
 * convolutions of the same dilation, 1, 2, 4, … from block to block:
 *
 * <pre>
 *   h = max(0, conv₁(x))    u = max(0, conv₂(h))    y = max(0, x + u)
 * </pre>
 *
 * <p>Where an input has other columns than H, the first block adds x·R. Theirs have weight
 * normalization and dropout within the blocks, too.
 *
 * <p>Weights in the file: {@code residual} R [K×H] where it is, then of each block n those of
 * {@link CausalConvolution}, {@code n.0} and {@code n.1}.
 */
public final class TemporalConvolution implements Layer<FMatrixRMaj> {
  private final int inputSize;
  private final int hiddenSize;
  private final int place;
  private final List<ResidualBlock> blocks = new ArrayList<>();
  private final int stateSize;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A network with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param inputSize K
   * @param hiddenSize H
   * @param place its index in the network's {@link State}
   */
  public TemporalConvolution(
      String name, int inputSize, int hiddenSize, ConvolutionShape shape, int place) {
    if (inputSize < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "input and hidden size must be 1 or more but were " + inputSize + " and " + hiddenSize);
    }
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.place = place;
    for (int i = 0; i < shape.blocks(); i++) {
      blocks.add(
          new ResidualBlock(
              name,
              i,
              i == 0 ? inputSize : hiddenSize,
              hiddenSize,
              shape.kernel(),
              shape.dilation(i)));
    }
    stateSize = blocks.stream().mapToInt(ResidualBlock::stateSize).sum();
  }

  /** Number of weights of such a network. */
  public static long weights(ConvolutionShape shape, long inputSize, long hiddenSize) {
    long first = (shape.kernel() * inputSize + 1) * hiddenSize;
    long other = (shape.kernel() * hiddenSize + 1) * hiddenSize;
    long residual = inputSize == hiddenSize ? 0 : inputSize * hiddenSize;
    return residual + first + (2L * shape.blocks() - 1) * other;
  }

  /** Floats of the state of such a network, as if the first inputs had H columns, too. */
  public static long stateSize(ConvolutionShape shape, long hiddenSize) {
    long size = 0;
    for (int i = 0; i < shape.blocks(); i++) {
      size += 2 * RecentRows.size(shape.past(i), hiddenSize);
    }
    return size;
  }

  @Override
  public int outputSize() {
    return hiddenSize;
  }

  /** What the convolutions look back at, block by block. */
  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public List<Parameter> parameters() {
    return blocks.stream().flatMap(block -> block.parameters().stream()).toList();
  }

  @Override
  public void initialize(RandomGenerator random) {
    blocks.forEach(block -> block.initialize(random));
  }

  @Override
  public void repack(Tape tape) {
    tape.workspace(this, opening).packing.run(tape.workers(), 1);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /** One run's part of the layer. Threads share the rows and meet between convolutions. */
  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final ResidualBlock.Run[] runs = new ResidualBlock.Run[blocks.size()];
    private final SharedWork packing = new SharedWork(this::repack);
    private final SharedWork forth = new SharedWork(this::forward);
    private final SharedWork goingBack = new SharedWork(this::backward);
    private FMatrixRMaj input = output;
    private FMatrixRMaj dOutput = output;

    Run(Tape tape) {
      this.tape = tape;
      for (int i = 0; i < runs.length; i++) {
        runs[i] = blocks.get(i).open(tape);
      }
    }

    private void repack(int slice, Workers crew) {
      for (int i = 0; i < runs.length; i++) {
        blocks.get(i).repack(slice, crew);
      }
    }

    FMatrixRMaj forward(FMatrixRMaj in) {
      input = in;
      output.reshape(tape.rows(), Strips.padded(hiddenSize));
      FMatrixRMaj state = tape.state().layer(place);
      int column = 0;
      for (int i = 0; i < runs.length; i++) {
        runs[i].begin(in, i == runs.length - 1 ? output : runs[i + 1].inputs().all());
        column = runs[i].read(state, column);
      }
      forth.run(tape.workers(), tape.rows());
      column = 0;
      for (int i = 0; i < runs.length; i++) {
        column = runs[i].write(state, column);
      }
      return output;
    }

    private void forward(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      RecentRows lowest = runs[0].inputs();
      for (int row = from; row < to; row++) {
        Rows.fill(
            input.data, row * input.numCols, lowest.all(), lowest.firstRow() + row, inputSize);
      }
      crew.barrier();
      for (int i = 0; i < runs.length; i++) {
        tape.ask(slice);
        runs[i].first(from, to);
        crew.barrier();
        boolean last = i == runs.length - 1;
        runs[i].second(
            from,
            to,
            last ? output : runs[i + 1].inputs().all(),
            last ? 0 : runs[i + 1].inputs().firstRow());
        crew.barrier();
      }
    }

    FMatrixRMaj backward(FMatrixRMaj gradient) {
      if (output.numRows != tape.rows()) {
        throw new IllegalStateException("backward before forward");
      }
      dOutput = gradient;
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      State dState = tape.dState();
      FMatrixRMaj dFinal = dState == null ? null : dState.layer(place);
      int column = 0;
      for (int i = 0; i < runs.length; i++) {
        column = runs[i].beginBackward(dFinal, column);
      }
      goingBack.run(tape.workers(), tape.rows());
      column = 0;
      for (int i = 0; i < runs.length && dFinal != null; i++) {
        column = runs[i].writeGradient(dFinal, column);
      }
      return dInput;
    }

    private void backward(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      for (int i = runs.length - 1; i >= 0; i--) {
        tape.ask(slice);
        boolean last = i == runs.length - 1;
        runs[i].split(
            from,
            to,
            last ? output : runs[i + 1].inputs().all(),
            last ? dOutput : runs[i + 1].inputs().gradient(),
            last ? 0 : runs[i + 1].inputs().firstRow());
        crew.barrier();
        runs[i].secondBack(slice, crew);
        crew.barrier();
        runs[i].firstBack(slice, crew);
        crew.barrier();
      }
      RecentRows lowest = runs[0].inputs();
      for (int row = from; row < to; row++) {
        System.arraycopy(
            lowest.gradient().data,
            (lowest.firstRow() + row) * dInput.numCols,
            dInput.data,
            row * dInput.numCols,
            dInput.numCols);
      }
    }
  }
}
