package ductus.nn.attention;

import ductus.math.Elementary;
import ductus.math.FastExp;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * The loss that holds a window to the characters that are being written: −log(φ(u*) / Σ φ(u)) over
 * the characters. Computed in logarithms relative to the highest component, since all of a window
 * that is far off has vanished.
 */
final class AlignmentLoss {
  private final int components;
  private final Tape tape;

  /** Gradients of log α, β and κ [T×B×3N]. */
  private final FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

  private final SharedWork work = new SharedWork(this::measure);
  private Scratch[] scratches = {};
  private boolean present;
  private FMatrixRMaj shapes = gradient;
  private FMatrixRMaj centers = gradient;
  private int[] lengths = {};
  private int[] characters = {};
  private float factor;

  AlignmentLoss(int components, Tape tape) {
    this.components = components;
    this.tape = tape;
  }

  /** Forgets the last pass. */
  void begin() {
    present = false;
  }

  /** Whether this pass has such a loss. */
  boolean isPresent() {
    return present;
  }

  float dLogHeight(int row, int component) {
    return gradient.data[row * gradient.numCols + component];
  }

  float dSharpness(int row, int component) {
    return gradient.data[row * gradient.numCols + components + component];
  }

  float dCenter(int row, int component) {
    return gradient.data[row * gradient.numCols + 2 * components + component];
  }

  /**
   * Computes the loss, and its gradient; see {@link SoftWindow#align}.
   *
   * @param window of each component log α, β and the step of κ [T×B×3N]
   * @param middles κ [T×B×N]
   */
  double loss(
      FMatrixRMaj window,
      FMatrixRMaj middles,
      int[] textLengths,
      int[] wanted,
      float strength,
      float scale) {
    requireCharacters(wanted, textLengths);
    shapes = window;
    centers = middles;
    lengths = textLengths;
    characters = wanted;
    factor = strength * scale;
    gradient.reshape(tape.rows(), Strips.padded(3 * components));
    if (scratches.length < tape.batch()) {
      scratches = new Scratch[tape.batch()];
      Arrays.setAll(scratches, b -> new Scratch(components));
    }
    work.run(tape.workers(), tape.rows());
    present = true;
    double nats = 0;
    for (int b = 0; b < tape.batch(); b++) {
      nats += scratches[b].nats;
    }
    return strength * nats;
  }

  private void requireCharacters(int[] wanted, int[] textLengths) {
    if (wanted.length < tape.rows()) {
      throw new IllegalArgumentException(
          "characters must be %d but were %d".formatted(tape.rows(), wanted.length));
    }
    for (int row = 0; row < tape.rows(); row++) {
      int length = textLengths[row % tape.batch()];
      if (wanted[row] >= length) {
        throw new IllegalArgumentException(
            "character must be below the text's length of %d but was %d"
                .formatted(length, wanted[row]));
      }
    }
  }

  private void measure(int slice, Workers crew) {
    for (int b = crew.from(tape.batch(), slice); b < crew.from(tape.batch(), slice + 1); b++) {
      Scratch scratch = scratches[b];
      scratch.begin(lengths[b]);
      for (int row = b; row < tape.rows(); row += tape.batch()) {
        int at = row * gradient.numCols;
        Arrays.fill(gradient.data, at, at + 3 * components, 0);
        if (characters[row] >= 0) {
          scratch.nats += total(row, scratch) - target(row, scratch);
        }
      }
    }
  }

  /** log Σ φ(u); adds its gradient. */
  private double total(int row, Scratch scratch) {
    int length = lengths[row % tape.batch()];
    double[] logs = scratch.logs;
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < components; n++) {
      logs[n] = shapes.data[row * shapes.numCols + n];
      double nearest = Math.min(Math.max(Math.rint(center(row, n) - 0.5), 0), length - 1);
      double d = nearest + 0.5 - center(row, n);
      highest = Math.max(highest, logs[n] - sharpness(row, n) * d * d);
    }
    double sum = 0;
    for (int n = 0; n < components; n++) {
      double depth = WindowRun.DEPTH + logs[n] - highest;
      scratch.bell.compute(logs[n] - highest, sharpness(row, n), center(row, n), length, depth);
      scratch.bell.weigh(scratch.ones, 0);
      scratch.sums[n] = scratch.bell.sum();
      scratch.firsts[n] = scratch.bell.first();
      scratch.seconds[n] = scratch.bell.second();
      sum += scratch.sums[n];
    }
    for (int n = 0; n < components; n++) {
      add(row, n, factor / sum, scratch.sums[n], scratch.firsts[n], scratch.seconds[n]);
    }
    return highest + Elementary.log(sum);
  }

  /** log φ(u*); subtracts its gradient. */
  private double target(int row, Scratch scratch) {
    double place = characters[row] + 0.5;
    double[] logs = scratch.logs;
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < components; n++) {
      double d = place - center(row, n);
      logs[n] -= sharpness(row, n) * d * d;
      highest = Math.max(highest, logs[n]);
    }
    double sum = 0;
    for (int n = 0; n < components; n++) {
      scratch.sums[n] = FastExp.exp(logs[n] - highest);
      sum += scratch.sums[n];
    }
    for (int n = 0; n < components; n++) {
      double d = place - center(row, n);
      double share = scratch.sums[n];
      add(row, n, -factor / sum, share, share * d, share * d * d);
    }
    return highest + Elementary.log(sum);
  }

  /** Adds to a component's gradient from Σ φ, Σ φ·d and Σ φ·d². */
  private void add(int row, int n, double scale, double sum, double first, double second) {
    int at = row * gradient.numCols + n;
    gradient.data[at] += (float) (scale * sum);
    gradient.data[at + components] -= (float) (scale * second);
    gradient.data[at + 2 * components] += (float) (scale * 2 * sharpness(row, n) * first);
  }

  private double sharpness(int row, int n) {
    return shapes.data[row * shapes.numCols + components + n];
  }

  private double center(int row, int n) {
    return centers.data[row * centers.numCols + n];
  }

  /** What a sequence needs beside. */
  private static final class Scratch {
    final GaussianWindow bell = new GaussianWindow();
    final double[] logs;
    final double[] sums;
    final double[] firsts;
    final double[] seconds;
    float[] ones = {};
    double nats;

    Scratch(int components) {
      logs = new double[components];
      sums = new double[components];
      firsts = new double[components];
      seconds = new double[components];
    }

    void begin(int length) {
      nats = 0;
      if (ones.length < length) {
        ones = new float[length];
        Arrays.fill(ones, 1);
      }
    }
  }
}
