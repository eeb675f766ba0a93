package ductus.nn.attention;

import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Rows;
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

  private final SoftWindow window;
  private final Tape tape;
  private final int components;
  private final float[] biases;

  /**
   * Of each component log α, β and the step of κ [T×B×3N]; on the way back the gradients of α̂, β̂,
   * κ̂.
   */
  private final FMatrixRMaj shapes = new FMatrixRMaj(0, 0);

  private final StateHistory centers;
  private final WeightedContext blend;
  private final AlignmentLoss alignment;
  private GaussianWindow[] bells = {};
  private float[] dWeights = {};
  private FMatrixRMaj weightGradient = shapes;
  private FMatrixRMaj biasGradient = shapes;

  WindowRun(SoftWindow window, Tape tape) {
    this.window = window;
    this.tape = tape;
    components = window.components();
    biases = new float[Strips.padded(3 * components)];
    centers = new StateHistory(components, tape);
    blend = new WeightedContext(window.size(), tape);
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
  public void begin() {
    shapes.reshape(tape.rows(), biases.length);
    System.arraycopy(window.bias().value().data, 0, biases, 0, 3 * components);
    blend.begin();
    alignment.begin();
    if (bells.length < tape.batch()) {
      bells = new GaussianWindow[tape.batch()];
      Arrays.setAll(bells, b -> new GaussianWindow());
    }
  }

  @Override
  public void forward(
      int t, FMatrixRMaj hidden, FMatrixRMaj vectors, int fromSequence, int toSequence) {
    int row = t * tape.batch() + fromSequence;
    int rows = toSequence - fromSequence;
    Rows.repeat(biases, shapes, row, rows, 0, shapes.numCols);
    tape.kernels()
        .products()
        .multiply(
            hidden.data,
            row * hidden.numCols,
            hidden.numCols,
            rows,
            window.packed(),
            0,
            window.packed().strips(),
            shapes.data,
            row * shapes.numCols,
            shapes.numCols,
            true);
    for (int b = fromSequence; b < toSequence; b++) {
      slide(t, b);
      blend.forward(t, b, vectors);
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
    int beforeAt = centers.previousOffset(t) + sequence * centers.all().numCols;
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
  public void beginBackward() {
    weightGradient = tape.gradient(window.weights());
    biasGradient = tape.gradient(window.bias());
    if (dWeights.length == 0) {
      dWeights = new float[window.weights().value().numRows * shapes.numCols];
    }
    blend.beginBackward();
  }

  @Override
  public void backward(
      int t, FMatrixRMaj dVectors, FMatrixRMaj dHidden, int fromSequence, int toSequence) {
    for (int b = fromSequence; b < toSequence; b++) {
      slideBack(t, b, blend.backward(t, b, dVectors));
    }
    int row = t * tape.batch() + fromSequence;
    tape.kernels()
        .products()
        .multiply(
            shapes.data,
            row * shapes.numCols,
            shapes.numCols,
            toSequence - fromSequence,
            window.packedTransposed(),
            0,
            window.packedTransposed().strips(),
            dHidden.data,
            row * dHidden.numCols,
            dHidden.numCols,
            true);
  }

  /**
   * Replaces the shapes of a sequence's components by the gradients of what made them.
   *
   * @param dBlend gradient of φ, of each character
   */
  private void slideBack(int t, int sequence, float[] dBlend) {
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
      bell.weigh(dBlend);
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
  public void finishBackward(FMatrixRMaj hidden, int slice, Workers crew) {
    int inputs = window.weights().value().numRows;
    int from = crew.from(inputs, slice);
    int to = crew.from(inputs, slice + 1);
    int stride = shapes.numCols;
    Arrays.fill(dWeights, from * stride, to * stride, 0);
    tape.kernels()
        .products()
        .addTransposed(
            hidden.data,
            from,
            hidden.numCols,
            to - from,
            shapes.data,
            0,
            stride,
            tape.rows(),
            0,
            window.packed().strips(),
            dWeights,
            from * stride,
            stride);
    Rows.addTo(weightGradient, dWeights, stride, from, to, 0, 3 * components);
    if (slice == 0) {
      tape.kernels()
          .rows()
          .add(shapes.data, 0, stride, tape.rows(), biasGradient.data, 0, 3 * components);
    }
  }
}
