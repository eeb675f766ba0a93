package ductus.nn.causal;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Affine;
import ductus.nn.FeedForward;
import ductus.nn.Layer;
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
 * A block of a transformer that looks back only (Vaswani et al. 2017, §3), with normalization
 * before each part and not behind it, over a window of the last steps:
 *
 * <pre>
 *   x′ = x, or x·W + b where x has other columns than H
 *   y = x′ + heads(norm(x′)·Q + b)·O + b
 *   z = y + max(0, norm(y)·U + b)·V + b          U [H×4H]
 *   a head: Σ softmax(q·k/√D − slope·(steps back))·v
 * </pre>
 *
 * <p>What stands behind in time counts less, by the head's slope (Press, Smith and Lewis 2022): so
 * positions need no table, and sequences no largest length.
 *
 * <p>Weights in the file: {@code entrance} W where it is, {@code norm1}, {@code asking} Q [H×3H]
 * for questions, keys and values, head by head each, {@code joining} O, {@code norm2}, {@code
 * rising} U and {@code falling} V; of each {@code weight} and {@code bias}.
 */
public final class SelfAttention implements Layer<FMatrixRMaj> {
  private final AttentionShape shape;
  private final int hiddenSize;
  private final @Nullable Affine entrance;
  private final Normalization lowerNorm;
  private final Affine asking;
  private final CausalAttention heads;
  private final Affine joining;
  private final Normalization upperNorm;
  private final FeedForward rising;
  private final Affine falling;
  private final List<Layer<FMatrixRMaj>> parts = new ArrayList<>();
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A block with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param inputSize K
   * @param hiddenSize H, a multiple of the heads
   * @param place its index in the network's {@link State}
   */
  public SelfAttention(
      String name, int inputSize, int hiddenSize, AttentionShape shape, int place) {
    if (inputSize < 1 || hiddenSize < 1) {
      throw new IllegalArgumentException(
          "input and hidden size must be 1 or more but were " + inputSize + " and " + hiddenSize);
    }
    this.shape = shape;
    this.hiddenSize = hiddenSize;
    int wide = AttentionShape.WIDENING * hiddenSize;
    entrance =
        inputSize == hiddenSize ? null : new Affine(name + ".entrance", inputSize, hiddenSize);
    lowerNorm = new Normalization(name + ".norm1", hiddenSize);
    asking = new Affine(name + ".asking", hiddenSize, 3 * hiddenSize);
    heads = new CausalAttention(hiddenSize, shape, place);
    joining = new Affine(name + ".joining", hiddenSize, hiddenSize);
    upperNorm = new Normalization(name + ".norm2", hiddenSize);
    rising = new FeedForward(name + ".rising", hiddenSize, wide);
    falling = new Affine(name + ".falling", wide, hiddenSize);
    if (entrance != null) {
      parts.add(entrance);
    }
    parts.addAll(List.of(lowerNorm, asking, joining, upperNorm, rising, falling));
  }

  /** Number of weights of such a block. */
  public static long weights(long inputSize, long hiddenSize) {
    long wide = AttentionShape.WIDENING * hiddenSize;
    long entrance = inputSize == hiddenSize ? 0 : (inputSize + 1) * hiddenSize;
    long attention = (hiddenSize + 1) * 4 * hiddenSize;
    return entrance
        + attention
        + (hiddenSize + 1) * wide
        + (wide + 1) * hiddenSize
        + 4 * hiddenSize;
  }

  /** Floats of the state of such a block. */
  public static long stateSize(AttentionShape shape, long hiddenSize) {
    return CausalAttention.stateSize(shape, hiddenSize);
  }

  /** Floats that a block keeps of a time step of a sequence, beside its output. */
  public static long floatsPerRow(AttentionShape shape, int hiddenSize) {
    long narrow = Strips.padded(hiddenSize);
    return 7 * narrow
        + Strips.padded(3 * hiddenSize)
        + Strips.padded(2 * hiddenSize)
        + Strips.padded(AttentionShape.WIDENING * hiddenSize)
        + (long) shape.heads() * CausalAttention.keptColumns(shape);
  }

  /** Floats that a block keeps of a time step of a sequence on the way back, beside its input's. */
  public static long backwardFloatsPerRow(int hiddenSize) {
    return 7L * Strips.padded(hiddenSize)
        + Strips.padded(3 * hiddenSize)
        + Strips.padded(2 * hiddenSize)
        + 2L * Strips.padded(AttentionShape.WIDENING * hiddenSize);
  }

  @Override
  public int outputSize() {
    return hiddenSize;
  }

  /** A mark, then keys and values of the steps that are still seen. */
  @Override
  public int stateSize() {
    return Math.toIntExact(stateSize(shape, hiddenSize));
  }

  @Override
  public List<Parameter> parameters() {
    return parts.stream().flatMap(part -> part.parameters().stream()).toList();
  }

  @Override
  public void initialize(RandomGenerator random) {
    parts.forEach(part -> part.initialize(random));
  }

  @Override
  public void repack(Tape tape) {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).repack(tape);
    }
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /** One run's part of the block: what is added to what. */
  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj none = new FMatrixRMaj(0, 0);

    /** The sum of two gradients, after each part [T×B×H]. */
    private final FMatrixRMaj dMiddle = new FMatrixRMaj(0, 0);

    private final FMatrixRMaj dBottom = new FMatrixRMaj(0, 0);
    private final Affine.BlockWork toBottom = this::addBottom;
    private final Affine.BlockWork toMiddle = this::addMiddle;
    private final SharedWork adding = new SharedWork(this::add);
    private FMatrixRMaj bottom = none;
    private FMatrixRMaj middle = none;
    private FMatrixRMaj left = none;
    private FMatrixRMaj right = none;
    private FMatrixRMaj sum = none;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj forward(FMatrixRMaj input) {
      if (entrance == null && input.numCols != Strips.padded(hiddenSize)) {
        throw new IllegalArgumentException(
            "input must have %d columns in whole strips but had %d"
                .formatted(hiddenSize, input.numCols));
      }
      bottom = entrance == null ? input : entrance.forward(input, tape);
      FMatrixRMaj asked = asking.forward(lowerNorm.forward(bottom, tape), tape);
      middle = joining.forward(heads.forward(asked, tape), toBottom, tape);
      FMatrixRMaj wide = rising.forward(upperNorm.forward(middle, tape), tape);
      return falling.forward(wide, toMiddle, tape);
    }

    private void addBottom(FMatrixRMaj output, int row, int rows, int slice) {
      add(bottom, output, row, rows);
    }

    private void addMiddle(FMatrixRMaj output, int row, int rows, int slice) {
      add(middle, output, row, rows);
    }

    private static void add(FMatrixRMaj addend, FMatrixRMaj sum, int row, int rows) {
      int width = sum.numCols;
      for (int i = row * width; i < (row + rows) * width; i++) {
        sum.data[i] += addend.data[i];
      }
    }

    FMatrixRMaj backward(FMatrixRMaj dOutput) {
      FMatrixRMaj dWide = falling.backward(dOutput, tape);
      FMatrixRMaj dUpper = upperNorm.backward(rising.backward(dWide, tape), tape);
      add(dOutput, dUpper, dMiddle);
      FMatrixRMaj dAsked = heads.backward(joining.backward(dMiddle, tape), tape);
      FMatrixRMaj dLower = lowerNorm.backward(asking.backward(dAsked, tape), tape);
      add(dMiddle, dLower, dBottom);
      return entrance == null ? dBottom : entrance.backward(dBottom, tape);
    }

    private void add(FMatrixRMaj one, FMatrixRMaj other, FMatrixRMaj to) {
      to.reshape(tape.rows(), Strips.padded(hiddenSize));
      left = one;
      right = other;
      sum = to;
      adding.run(tape.workers(), tape.rows());
    }

    private void add(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice) * sum.numCols;
      int to = crew.from(tape.rows(), slice + 1) * sum.numCols;
      for (int i = from; i < to; i++) {
        sum.data[i] = left.data[i] + right.data[i];
      }
    }
  }
}
