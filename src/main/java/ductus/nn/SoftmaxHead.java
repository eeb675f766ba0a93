package ductus.nn;

import ductus.math.PackedWeights;
import ductus.math.Workers;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts one of V tokens a time step: logits = h·W + b, softmax, cross-entropy in nats. Weights
 * in the file: {@code head.weight} W [H×V], {@code head.bias} b [1×V].
 */
public final class SoftmaxHead {
  private final int inputSize;
  private final int vocabularySize;
  private final Parameter weights;
  private final Parameter bias;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

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
    Initialization.uniform(weights.value(), 0, vocabularySize, 1 / Math.sqrt(inputSize), random);
    bias.value().zero();
  }

  /** Copies the weights into the kernels' layout. */
  public void repack(Workers workers) {
    workers.run(
        (slice, crew) -> {
          packed.pack(
              weights.value(),
              crew.from(packed.panels(), slice),
              crew.from(packed.panels(), slice + 1));
          packedTransposed.packTransposed(
              weights.value(),
              crew.from(packedTransposed.panels(), slice),
              crew.from(packedTransposed.panels(), slice + 1));
        });
  }

  /**
   * Computes the logits.
   *
   * @param hidden [T×B×H], not modified
   * @return [T×B×V] on the tape
   */
  public FMatrixRMaj logits(FMatrixRMaj hidden, Tape tape) {
    FMatrixRMaj logits = tape.buffer(this, "logits", tape.rows(), vocabularySize);
    tape.workers()
        .run(
            (slice, crew) -> {
              int from = crew.from(tape.rows(), slice);
              int to = crew.from(tape.rows(), slice + 1);
              for (int r = from; r < to; r++) {
                System.arraycopy(
                    bias.value().data, 0, logits.data, r * vocabularySize, vocabularySize);
              }
              tape.kernels()
                  .products()
                  .multiply(
                      hidden.data,
                      from * inputSize,
                      inputSize,
                      to - from,
                      packed,
                      0,
                      packed.panels(),
                      logits.data,
                      from * vocabularySize,
                      vocabularySize,
                      true);
            });
    return logits;
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
    tape.keepInput(this, hidden);
    FMatrixRMaj logits = logits(hidden, tape);
    int time = tape.time();
    FMatrixRMaj nats = tape.buffer(this, "nats", time, 1);
    tape.workers()
        .run(
            (slice, crew) -> {
              for (int t = crew.from(time, slice); t < crew.from(time, slice + 1); t++) {
                int row = t * tape.batch();
                nats.data[t] =
                    (float)
                        tape.kernels()
                            .rows()
                            .softmaxCrossEntropy(
                                logits.data,
                                row * vocabularySize,
                                vocabularySize,
                                vocabularySize,
                                tape.batch(),
                                targets,
                                row,
                                scale,
                                tape.labelSmoothing());
              }
            });
    double sum = 0;
    for (int t = 0; t < time; t++) {
      sum += nats.data[t];
    }
    return sum;
  }

  /**
   * Goes back from the last {@link #loss}.
   *
   * @return the gradient of the hidden states [T×B×H] on the tape
   */
  public FMatrixRMaj backward(Tape tape) {
    FMatrixRMaj hidden = tape.input(this);
    FMatrixRMaj dLogits = tape.buffer(this, "logits", tape.rows(), vocabularySize);
    FMatrixRMaj dHidden = tape.buffer(this, "dHidden", tape.rows(), inputSize);
    FMatrixRMaj dWeights = tape.gradient(weights);
    FMatrixRMaj dBias = tape.gradient(bias);
    tape.workers()
        .run(
            (slice, crew) -> {
              int from = column(crew.from(packed.panels(), slice));
              int to = column(crew.from(packed.panels(), slice + 1));
              tape.kernels()
                  .products()
                  .addTransposed(
                      hidden.data,
                      0,
                      inputSize,
                      inputSize,
                      dLogits.data,
                      0,
                      vocabularySize,
                      tape.rows(),
                      from,
                      to,
                      dWeights.data,
                      0,
                      vocabularySize);
              tape.kernels()
                  .rows()
                  .add(dLogits.data, 0, vocabularySize, tape.rows(), dBias.data, from, to);
              int fromRow = crew.from(tape.rows(), slice);
              tape.kernels()
                  .products()
                  .multiply(
                      dLogits.data,
                      fromRow * vocabularySize,
                      vocabularySize,
                      crew.from(tape.rows(), slice + 1) - fromRow,
                      packedTransposed,
                      0,
                      packedTransposed.panels(),
                      dHidden.data,
                      fromRow * inputSize,
                      inputSize,
                      false);
            });
    return dHidden;
  }

  private int column(int panel) {
    return Math.min(vocabularySize, panel * PackedWeights.PANEL);
  }
}
