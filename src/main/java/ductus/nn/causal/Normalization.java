package ductus.nn.causal;

import ductus.math.NormKernels.NormMatrices;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Layer normalization of every time step (Ba, Kiros and Hinton 2016): y = gain·(x − mean)/deviation
 * + bias. Weights in the file: {@code weight}, the gain, and {@code bias}, each [1×H].
 */
final class Normalization implements Layer<FMatrixRMaj> {
  private final int size;
  private final Parameter gain;
  private final Parameter bias;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A normalization whose gain is zero.
   *
   * @param name before the names of its parameters
   */
  Normalization(String name, int size) {
    this.size = size;
    gain = new Parameter(name + ".weight", 1, size);
    bias = new Parameter(name + ".bias", 1, size);
  }

  @Override
  public int outputSize() {
    return size;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(gain, bias);
  }

  /** A gain of 1, no bias. */
  @Override
  public void initialize(RandomGenerator random) {
    Arrays.fill(gain.value().data, 1);
    bias.value().zero();
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  private final class Run {
    private final Tape tape;
    private final NormMatrices matrices =
        new NormMatrices(
            size,
            new FMatrixRMaj(1, Strips.padded(size)),
            new FMatrixRMaj(0, 0),
            new FMatrixRMaj(0, 0));
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final float[] biases = new float[Strips.padded(size)];
    private final float[] dGains = new float[Strips.padded(size)];
    private final SharedWork forth = new SharedWork(this::forward);
    private final SharedWork goingBack = new SharedWork(this::backward);
    private FMatrixRMaj input = output;
    private FMatrixRMaj dOutput = output;
    private FMatrixRMaj gainGradient = output;
    private FMatrixRMaj biasGradient = output;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj forward(FMatrixRMaj in) {
      input = in;
      output.reshape(tape.rows(), biases.length);
      matrices.normalized().reshape(tape.rows(), biases.length);
      matrices.scales().reshape(tape.rows(), 1);
      System.arraycopy(gain.value().data, 0, matrices.gain().data, 0, size);
      System.arraycopy(bias.value().data, 0, biases, 0, size);
      forth.run(tape.workers(), tape.rows());
      return output;
    }

    private void forward(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.repeat(biases, output, from, to - from, 0, biases.length);
      for (int row = from; row < to; row++) {
        tape.kernels().norms().normalize(matrices, input, output, row);
      }
    }

    FMatrixRMaj backward(FMatrixRMaj gradient) {
      dOutput = gradient;
      dInput.reshape(tape.rows(), biases.length);
      gainGradient = tape.gradient(gain);
      biasGradient = tape.gradient(bias);
      goingBack.run(tape.workers(), tape.rows());
      return dInput;
    }

    private void backward(int slice, Workers crew) {
      int end = crew.from(tape.rows(), slice + 1);
      for (int row = crew.from(tape.rows(), slice); row < end; row++) {
        tape.kernels().norms().normalizeBackward(matrices, dOutput, row, dInput, row);
      }
      int strips = Strips.of(size);
      int from = crew.from(strips, slice) * Strips.WIDTH;
      int to = crew.from(strips, slice + 1) * Strips.WIDTH;
      Arrays.fill(dGains, from, to, 0);
      tape.kernels().norms().addProducts(dOutput, matrices.normalized(), dGains, from, to);
      int last = Math.min(to, size);
      for (int i = from; i < last; i++) {
        gainGradient.data[i] += dGains[i];
      }
      tape.kernels().rows().add(dOutput, 0, tape.rows(), biasGradient.data, from, last);
    }
  }
}
