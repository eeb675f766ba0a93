package ductus.nn;

import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts one of V tokens a time step: logits = h·W + b, softmax, cross-entropy in nats. Weights
 * in the file: {@code head.weight} W [H×V], {@code head.bias} b [1×V].
 */
public final class SoftmaxHead {
  /** Rows whose logits are made, and turned into gradients, while they are in the cache. */
  private static final int BLOCK = 64;

  private final int inputSize;
  private final int vocabularySize;
  private final Parameter weights;
  private final Parameter bias;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and V tokens. */
  public SoftmaxHead(int inputSize, int vocabularySize) {
    this.inputSize = inputSize;
    this.vocabularySize = vocabularySize;
    weights = new Parameter("head.weight", inputSize, vocabularySize);
    bias = new Parameter("head.bias", 1, vocabularySize);
    packed = new PackedWeights(inputSize, vocabularySize);
    packedTransposed = new PackedWeights(vocabularySize, inputSize);
  }

  /** Weights and bias. */
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  /** Uniform within one over the root of H; no bias. */
  public void initialize(RandomGenerator random) {
    Initialization.uniform(weights.value(), 1 / Math.sqrt(inputSize), random);
    bias.value().zero();
  }

  /** Copies the weights into the kernels' layout. */
  public void repack(Tape tape) {
    tape.workers().run(tape.workspace(this, opening).packing);
  }

  /**
   * Computes the logits.
   *
   * @param hidden [T×B×H], not modified
   * @return [T×B×V] in whole strips, on the tape
   */
  public FMatrixRMaj logits(FMatrixRMaj hidden, Tape tape) {
    return tape.workspace(this, opening).logits(hidden);
  }

  /**
   * Computes the loss and leaves its gradient on the tape: where the tape smooths labels, that of
   * the smoothed targets; the loss returned is that of the targets themselves all the same.
   *
   * @param hidden [T×B×H], not modified
   * @param targets [T×B], negative where masked
   * @param scale factor of the gradient, usually one over the number of unmasked targets
   * @return the sum of −log probability over the unmasked targets, in nats
   */
  public double loss(FMatrixRMaj hidden, int[] targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  /**
   * Goes back from the last {@link #loss}.
   *
   * @return the gradient of the hidden states [T×B×H] in whole strips, on the tape
   */
  public FMatrixRMaj backward(Tape tape) {
    return tape.workspace(this, opening).backward();
  }

  private final class Run {
    private final Tape tape;

    /** [T×B×V]; after the loss its gradient. */
    private final FMatrixRMaj logits = new FMatrixRMaj(0, 0);

    private final FMatrixRMaj dHidden = new FMatrixRMaj(0, 0);

    /** [H×V] and [V] in whole strips, where the products leave them. */
    private float[] dWeights = new float[0];

    private final float[] biases = new float[Strips.padded(vocabularySize)];
    private final Workers.Work packing = this::repack;
    private final Workers.Work multiplying = this::multiply;
    private final Workers.Work measuring = this::measure;
    private final Workers.Work back = this::backward;
    private double[] nats = new double[0];
    private FMatrixRMaj hidden = logits;
    private int[] targets = new int[0];
    private float scale;
    private FMatrixRMaj weightGradient = logits;
    private FMatrixRMaj biasGradient = logits;

    Run(Tape tape) {
      this.tape = tape;
    }

    private void repack(int slice, Workers crew) {
      packed.pack(
          weights.value(),
          crew.from(packed.strips(), slice),
          crew.from(packed.strips(), slice + 1));
      packedTransposed.packTransposed(
          weights.value(),
          crew.from(packedTransposed.strips(), slice),
          crew.from(packedTransposed.strips(), slice + 1));
    }

    private void begin(FMatrixRMaj input) {
      hidden = input;
      logits.reshape(tape.rows(), Strips.padded(vocabularySize));
      System.arraycopy(bias.value().data, 0, biases, 0, vocabularySize);
    }

    FMatrixRMaj logits(FMatrixRMaj input) {
      begin(input);
      tape.workers().run(multiplying);
      return logits;
    }

    /** Threads share the strips where there are few rows, as while generating, else the rows. */
    private void multiply(int slice, Workers crew) {
      if (tape.rows() >= crew.count() * BLOCK) {
        multiply(
            crew.from(tape.rows(), slice), crew.from(tape.rows(), slice + 1), 0, packed.strips());
      } else {
        multiply(
            0,
            tape.rows(),
            crew.from(packed.strips(), slice),
            crew.from(packed.strips(), slice + 1));
      }
    }

    private void multiply(int fromRow, int toRow, int fromStrip, int toStrip) {
      Rows.repeat(
          biases,
          logits,
          fromRow,
          toRow - fromRow,
          fromStrip * Strips.WIDTH,
          toStrip * Strips.WIDTH);
      tape.kernels()
          .products()
          .multiply(
              hidden.data,
              fromRow * hidden.numCols,
              hidden.numCols,
              toRow - fromRow,
              packed,
              fromStrip,
              toStrip,
              logits.data,
              fromRow * logits.numCols,
              logits.numCols,
              true);
    }

    double loss(FMatrixRMaj input, int[] wanted, float factor) {
      begin(input);
      targets = wanted;
      scale = factor;
      int blocks = blocks();
      if (nats.length < blocks) {
        nats = new double[blocks];
      }
      tape.workers().run(measuring);
      double sum = 0;
      for (int block = 0; block < blocks; block++) {
        sum += nats[block];
      }
      return sum;
    }

    private int blocks() {
      return (tape.rows() + BLOCK - 1) / BLOCK;
    }

    private void measure(int slice, Workers crew) {
      for (int block = crew.from(blocks(), slice);
          block < crew.from(blocks(), slice + 1);
          block++) {
        int row = block * BLOCK;
        int rows = Math.min(BLOCK, tape.rows() - row);
        multiply(row, row + rows, 0, packed.strips());
        nats[block] =
            tape.kernels()
                .rows()
                .softmaxCrossEntropy(
                    logits.data,
                    row * logits.numCols,
                    logits.numCols,
                    vocabularySize,
                    rows,
                    targets,
                    row,
                    scale,
                    tape.labelSmoothing());
      }
    }

    FMatrixRMaj backward() {
      dHidden.reshape(tape.rows(), Strips.padded(inputSize));
      weightGradient = tape.gradient(weights);
      biasGradient = tape.gradient(bias);
      if (dWeights.length == 0) {
        dWeights = new float[inputSize * Strips.padded(vocabularySize)];
      }
      tape.workers().run(back);
      return dHidden;
    }

    private void backward(int slice, Workers crew) {
      hiddenGradient(crew.from(tape.rows(), slice), crew.from(tape.rows(), slice + 1));
      weightGradient(crew.from(inputSize, slice), crew.from(inputSize, slice + 1));
      if (slice == 0) {
        tape.kernels()
            .rows()
            .add(logits.data, 0, logits.numCols, tape.rows(), biasGradient.data, 0, vocabularySize);
      }
    }

    private void hiddenGradient(int from, int to) {
      tape.kernels()
          .products()
          .multiply(
              logits.data,
              from * logits.numCols,
              logits.numCols,
              to - from,
              packedTransposed,
              0,
              packedTransposed.strips(),
              dHidden.data,
              from * dHidden.numCols,
              dHidden.numCols,
              false);
    }

    /** Some rows of the weights: there may be fewer strips than threads. */
    private void weightGradient(int from, int to) {
      int stride = logits.numCols;
      Arrays.fill(dWeights, from * stride, to * stride, 0);
      tape.kernels()
          .products()
          .addTransposed(
              hidden.data,
              from,
              hidden.numCols,
              to - from,
              logits.data,
              0,
              stride,
              tape.rows(),
              0,
              packed.strips(),
              dWeights,
              from * stride,
              stride);
      Rows.addTo(weightGradient, dWeights, stride, from, to, 0, vocabularySize);
    }
  }
}
