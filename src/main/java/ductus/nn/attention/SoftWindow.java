package ductus.nn.attention;

import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A window that slides over the characters of a text, and sees a blend of them (Graves 2013, eq.
 * 46–51):
 *
 * <pre>
 *   (α̂, β̂, κ̂) = h·W + b    α = exp(α̂)    β = exp(β̂)    κ = κ′ + exp(κ̂)
 *   φ(u) = Σ α·exp(−β·(κ − u − ½)²)        w = Σ φ(u)·c(u)
 * </pre>
 *
 * <p>Character u stands at u + ½, so κ, which starts at 0, is how many characters a component has
 * passed. Exponents stay within bounds, beyond which they have no gradient.
 *
 * <p>Who uses it says first what there is to see, with {@link #attend}. Weights in the file: {@code
 * window_weight} W [H×3N] and {@code window_bias} b [1×3N], in the order α̂, β̂, κ̂.
 */
public final class SoftWindow implements Attention {
  /** Share of the usual bound of first weights, so that all windows start to slide evenly. */
  private static final double CALM = 0.1;

  private final int components;
  private final int size;
  private final double stepAtStart;
  private final StepProjection shaping;
  private final Function<Tape, WindowRun> opening;

  /**
   * A window with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param hiddenSize H of the layer that it belongs to
   * @param size W of the characters' vectors
   * @param components N
   * @param stepAtStart characters that it slides on at a time step, at first
   */
  public SoftWindow(String name, int hiddenSize, int size, int components, double stepAtStart) {
    if (hiddenSize < 1 || size < 1 || components < 1) {
      throw new IllegalArgumentException(
          "hidden size, window size and components must be 1 or more but were %d, %d and %d"
              .formatted(hiddenSize, size, components));
    }
    if (!(stepAtStart > 0 && stepAtStart <= 1)) {
      throw new IllegalArgumentException(
          "step at the start must be above 0 and at most 1 but was " + stepAtStart);
    }
    this.components = components;
    this.size = size;
    this.stepAtStart = stepAtStart;
    shaping =
        new StepProjection(
            name + ".window_weight", name + ".window_bias", hiddenSize, 3 * components);
    opening = tape -> new WindowRun(components, size, shaping.open(tape), tape);
  }

  @Override
  public int size() {
    return size;
  }

  /** The κ of all components. */
  @Override
  public int stateSize() {
    return components;
  }

  @Override
  public List<Parameter> parameters() {
    return shaping.parameters();
  }

  /** Small weights; components as wide as a character, whose φ(u) together are about 1. */
  @Override
  public void initialize(RandomGenerator random) {
    shaping.initialize(CALM / Math.sqrt(shaping.hiddenSize()), random);
    float[] first = shaping.bias().value().data;
    double height = 1 / (components * Math.sqrt(Math.PI));
    Arrays.fill(first, 0, components, (float) StrictMath.log(height));
    Arrays.fill(first, components, 2 * components, 0);
    Arrays.fill(first, 2 * components, 3 * components, (float) StrictMath.log(stepAtStart));
  }

  @Override
  public void repack(int slice, Workers crew) {
    shaping.repack(slice, crew);
  }

  @Override
  public WindowRun open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /**
   * Says what there is to see in the passes to come.
   *
   * @param context the characters' vectors [U×B×W] in whole strips, not modified; must stay as it
   *     is until the way back is done
   * @param lengths characters of each sequence, 1 to U [B]; not copied
   */
  public void attend(FMatrixRMaj context, int[] lengths, Tape tape) {
    open(tape).blend().attend(context, lengths);
  }

  /**
   * The gradient of the last pass's context [U×B×W] in whole strips, on the tape, once the way back
   * is done.
   */
  public FMatrixRMaj contextGradient(Tape tape) {
    return open(tape).blend().contextGradient();
  }

  /**
   * Adds a loss to the last forward pass: −log of the share of φ that each time step has at the
   * character it belongs to. The way back includes its gradient.
   *
   * @param characters [T×B] from the start of the array, negative where there is none
   * @param strength factor of this loss beside the head's
   * @param scale factor of the gradient, as the head's
   * @return the loss, times its strength, summed over the time steps, in nats
   */
  public double align(int[] characters, float strength, float scale, Tape tape) {
    return open(tape).align(characters, strength, scale);
  }

  /**
   * The window φ of the last pass [T×B×(U+1)], on the tape: of a text of n characters the first n
   * columns, then what is already past its end; zeros behind that.
   */
  public FMatrixRMaj weights(Tape tape) {
    return open(tape).blend().weights();
  }

  /** The character with the largest φ at the last time step; n where that is past the end. */
  public int character(int sequence, Tape tape) {
    return open(tape).blend().character(sequence);
  }
}
