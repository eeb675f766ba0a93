package ductus.nn.attention;

import ductus.math.FastExp;
import ductus.math.Workers;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * One run's part of a {@link SoftWindow}. A component is worked on where β·(κ − u − ½)² is below
 * 30.
 */
final class WindowRun implements Attention.Run {
  static final double DEPTH = 30;

  private static final float LOWEST = -12;
  private static final float HIGHEST = 8;
  private static final BoundedExp SHARPNESS = BoundedExp.between(-8, 4);
  private static final BoundedExp STEP = BoundedExp.between(-16, 3);

  /**
   * The exponential of numbers that are kept within bounds.
   *
   * @param least bound of the numbers
   * @param most bound of the numbers
   * @param smallest exponential of {@code least}
   * @param largest exponential of {@code most}
   */
  record BoundedExp(double least, double most, float smallest, float largest) {
    static BoundedExp between(double least, double most) {
      return new BoundedExp(least, most, (float) FastExp.exp(least), (float) FastExp.exp(most));
    }

    float of(float exponent) {
      return (float) FastExp.exp(Math.min(Math.max(exponent, least), most));
    }

    /** The derivative where this was the value: the value, or 0 at the bounds. */
    float derivative(float value) {
      return value > smallest && value < largest ? value : 0;
    }
  }

  private final Tape tape;
  private final int components;
  private final StepProjection.Run shaping;

  /**
   * The shapes of the components, of each log α, β and the step of κ [T×B×3N]; on the way back the
   * gradients of α̂, β̂, κ̂.
   */
  private final FMatrixRMaj shapes;

  private final StateHistory centers;
  private final WeightedContext blend;
  private final AlignmentLoss alignment;
  private GaussianWindow[] bells = {};

  WindowRun(int components, int size, StepProjection.Run shaping, Tape tape) {
    this.components = components;
    this.shaping = shaping;
    this.tape = tape;
    shapes = shaping.values();
    centers = new StateHistory(components, tape);
    blend = new WeightedContext(size, tape);
    alignment = new AlignmentLoss(components, tape);
  }

  WeightedContext blend() {
    return blend;
  }

  /** See {@link SoftWindow#align}. */
  double align(int[] characters, float strength, float scale) {
    return alignment.loss(shapes, centers.all(), blend.lengths(), characters, strength, scale);
  }

  @Override
  public StateHistory states() {
    return centers;
  }

  @Override
  public void begin(FMatrixRMaj hidden, FMatrixRMaj vectors) {
    shaping.begin(hidden);
    blend.begin(vectors);
    alignment.begin();
    if (bells.length < tape.batch()) {
      bells = new GaussianWindow[tape.batch()];
      Arrays.setAll(bells, b -> new GaussianWindow());
    }
  }

  @Override
  public void forward(int t, int fromSequence, int toSequence) {
    shaping.forward(t, fromSequence, toSequence);
    for (int b = fromSequence; b < toSequence; b++) {
      slide(t, b);
      blend.forward(t, b);
    }
  }

  /** Moves the components of a sequence on, and adds up their window. */
  private void slide(int t, int sequence) {
    int row = t * tape.batch() + sequence;
    int heights = row * shapes.numCols;
    int sharpnesses = heights + components;
    int steps = sharpnesses + components;
    float[] shape = shapes.data;
    float[] before = centers.previous(t);
    int beforeAt = centers.previousOffset(t, sequence);
    int at = row * centers.all().numCols;
    GaussianWindow bell = bells[sequence];
    blend.clear(row);
    for (int n = 0; n < components; n++) {
      shape[heights + n] = Math.min(Math.max(shape[heights + n], LOWEST), HIGHEST);
      shape[sharpnesses + n] = SHARPNESS.of(shape[sharpnesses + n]);
      shape[steps + n] = STEP.of(shape[steps + n]);
      float center = before[beforeAt + n] + shape[steps + n];
      centers.all().data[at + n] = center;
      bell.compute(
          shape[heights + n], shape[sharpnesses + n], center, blend.positions(sequence), DEPTH);
      blend.add(bell, row);
    }
  }

  @Override
  public void beginBackward(FMatrixRMaj hidden, FMatrixRMaj dVectors, FMatrixRMaj dHidden) {
    shaping.beginBackward(hidden, dHidden);
    blend.beginBackward(dVectors);
  }

  @Override
  public void backward(int t, int fromSequence, int toSequence) {
    for (int b = fromSequence; b < toSequence; b++) {
      blend.backward(t, b);
      slideBack(t, b);
    }
    shaping.backward(t, fromSequence, toSequence);
  }

  /** Replaces the shapes of a sequence's components by the gradients of what made them. */
  private void slideBack(int t, int sequence) {
    FMatrixRMaj dBlend = blend.weightsGradient();
    int row = t * tape.batch() + sequence;
    int heights = row * shapes.numCols;
    int sharpnesses = heights + components;
    int steps = sharpnesses + components;
    float[] shape = shapes.data;
    float[] dCenters = centers.gradient().data;
    int dCenter = sequence * centers.gradient().numCols;
    int center = row * centers.all().numCols;
    GaussianWindow bell = bells[sequence];
    for (int n = 0; n < components; n++) {
      float logHeight = shape[heights + n];
      float sharpness = shape[sharpnesses + n];
      bell.compute(
          logHeight, sharpness, centers.all().data[center + n], blend.length(sequence), DEPTH);
      bell.weigh(dBlend.data, sequence * dBlend.numCols);
      float dLogHeight = (float) bell.sum();
      float dSharpness = (float) -bell.second();
      float dShift = (float) (2 * sharpness * bell.first());
      if (alignment.isPresent()) {
        dLogHeight += alignment.dLogHeight(row, n);
        dSharpness += alignment.dSharpness(row, n);
        dShift += alignment.dCenter(row, n);
      }
      dCenters[dCenter + n] += dShift;
      shape[heights + n] = logHeight > LOWEST && logHeight < HIGHEST ? dLogHeight : 0;
      shape[sharpnesses + n] = SHARPNESS.derivative(sharpness) * dSharpness;
      shape[steps + n] = STEP.derivative(shape[steps + n]) * dCenters[dCenter + n];
    }
  }

  @Override
  public void finishBackward(int slice, Workers crew) {
    shaping.finishBackward(slice, crew);
  }
}
