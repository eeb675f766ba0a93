package ductus.nn.causal;

import ductus.math.Products;
import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A dilated convolution over the past: y(t) = b + Σ x(t − (k − 1 − j)·d)·W(j), j from 0 to k − 1.
 * Weights in the file: {@code tap0} W(0), of the oldest input, to {@code tap}k−1, of the present
 * one, each [K×N], and {@code bias} b [1×N]. Threads share the rows, and of gradients the columns.
 */
final class CausalConvolution {
  private final int dilation;
  private final int inputSize;
  private final int outputSize;
  private final List<Projection> taps;
  private final Parameter bias;

  /**
   * A convolution with zero weights.
   *
   * @param kernel k
   * @param dilation time steps between the inputs, d
   */
  CausalConvolution(String name, int inputSize, int outputSize, int kernel, int dilation) {
    this.dilation = dilation;
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    taps =
        IntStream.range(0, kernel)
            .mapToObj(j -> new Projection(name + ".tap" + j, inputSize, outputSize))
            .toList();
    bias = new Parameter(name + ".bias", 1, outputSize);
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(taps.stream().map(Projection::weights).toList());
    all.add(bias);
    return all;
  }

  /**
   * Uniform with a deviation of the root of 2/(k·K) (He et al. 2015); no bias.
   *
   * @param share of that deviation
   */
  void initialize(double share, RandomGenerator random) {
    double bound = share * Math.sqrt(6.0 / ((long) taps.size() * inputSize));
    taps.forEach(tap -> Initialization.uniform(tap.weights().value(), bound, random));
    bias.value().zero();
  }

  void repack(int slice, Workers crew) {
    for (int j = 0; j < taps.size(); j++) {
      taps.get(j).repack(slice, crew);
    }
  }

  /** Floats of a state: the inputs that it looks back at. */
  int stateSize() {
    return Math.toIntExact(RecentRows.size(past(), inputSize));
  }

  private int past() {
    return (taps.size() - 1) * dilation;
  }

  /**
   * Opens a workspace.
   *
   * @param output rows that begin, maybe behind others, with those of the outputs
   * @param dOutput rows of their gradients, in the same places
   */
  Run open(FMatrixRMaj output, FMatrixRMaj dOutput, Tape tape) {
    return new Run(output, dOutput, tape);
  }

  /** One run's part of the convolution. */
  final class Run {
    private final Tape tape;
    private final RecentRows inputs;
    private final FMatrixRMaj output;
    private final FMatrixRMaj dOutput;
    private final float[] biases = new float[Strips.padded(outputSize)];
    private final RowProduct[] forth = new RowProduct[taps.size()];
    private final RowProduct[] back = new RowProduct[taps.size()];
    private final FMatrixRMaj[] gradients = new FMatrixRMaj[taps.size()];

    /** The gradient of one tap's weights, as the products leave it. */
    private final FMatrixRMaj collected = new FMatrixRMaj(inputSize, biases.length);

    private final GradientProduct product;
    private FMatrixRMaj biasGradient = collected;

    private Run(FMatrixRMaj output, FMatrixRMaj dOutput, Tape tape) {
      this.tape = tape;
      this.output = output;
      this.dOutput = dOutput;
      inputs = new RecentRows(past(), inputSize, dilation, tape);
      for (int j = 0; j < forth.length; j++) {
        forth[j] = taps.get(j).forth(inputs.all(), output);
        back[j] = taps.get(j).back(dOutput, inputs.gradient());
        gradients[j] = collected;
      }
      product = new GradientProduct(inputs.all(), dOutput, collected);
    }

    /** The inputs, to be written before the way there. */
    RecentRows inputs() {
      return inputs;
    }

    void begin() {
      System.arraycopy(bias.value().data, 0, biases, 0, outputSize);
    }

    /** Row of an input that a tap takes for the first output. */
    private int shift(int tap) {
      return tap * dilation * tape.batch();
    }

    /**
     * Computes some outputs.
     *
     * @param fromRow of the pass
     * @param outputRow at which the outputs of the pass begin
     */
    void forward(int fromRow, int toRow, int outputRow) {
      int rows = toRow - fromRow;
      int to = outputRow + fromRow;
      Rows.repeat(biases, output, to, rows, 0, biases.length);
      for (int j = 0; j < forth.length; j++) {
        tape.kernels()
            .products()
            .add(forth[j], shift(j) + fromRow, to, rows, 0, Strips.of(outputSize));
      }
    }

    void beginBackward() {
      for (int j = 0; j < gradients.length; j++) {
        gradients[j] = tape.gradient(taps.get(j).weights());
      }
      biasGradient = tape.gradient(bias);
    }

    /**
     * Adds to the gradients of some inputs.
     *
     * @param fromRow of the inputs, those of the past included
     * @param outputRow at which the gradients of the outputs of the pass begin
     */
    void backward(int fromRow, int toRow, int outputRow) {
      for (int j = 0; j < back.length; j++) {
        int from = Math.max(fromRow, shift(j));
        int to = Math.min(toRow, shift(j) + tape.rows());
        if (from < to) {
          int row = outputRow + from - shift(j);
          tape.kernels().products().add(back[j], row, from, to - from, 0, Strips.of(inputSize));
        }
      }
    }

    /** Adds a thread's part to the gradients of the weights. */
    void finishBackward(int slice, Workers crew, int outputRow) {
      int fromStrip = crew.from(Strips.of(outputSize), slice);
      int toStrip = crew.from(Strips.of(outputSize), slice + 1);
      int from = fromStrip * Strips.WIDTH;
      int to = Math.min(outputSize, toStrip * Strips.WIDTH);
      Products products = tape.kernels().products();
      for (int j = 0; j < gradients.length; j++) {
        Rows.clear(collected, 0, inputSize, from, toStrip * Strips.WIDTH);
        products.addTransposed(product, shift(j), outputRow, tape.rows(), fromStrip, toStrip);
        Rows.add(collected, from, gradients[j], from, to - from, 0, inputSize);
      }
      tape.kernels().rows().add(dOutput, outputRow, tape.rows(), biasGradient.data, from, to);
    }
  }
}
