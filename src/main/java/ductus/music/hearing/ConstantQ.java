package ductus.music.hearing;

import ductus.math.Elementary;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Measures how strong each of {@value #BINS} frequencies is around a moment, {@value
 * #BINS_A_SEMITONE} a semitone: ln(1 + A/ε) of the amplitude A that a sine of this frequency would
 * have. A window is {@value #CYCLES} cycles long, but not longer and not shorter than that low
 * notes are told apart and high ones have a time (Brown 1991, with windows that are limited).
 *
 * <p>The transform is a product of overlapping rows of samples with windowed sines, so the kernels
 * of the engine compute it.
 */
public final class ConstantQ {
  /** Number of frequencies of a frame, K. */
  public static final int BINS = 252;

  /** Number of frequencies from one key to the next. */
  public static final int BINS_A_SEMITONE = 3;

  /** Number of samples before and behind a frame's moment that it looks at. */
  public static final int REACH = 2048;

  /** Pitch of the first frequency. */
  private static final int LOWEST = 30;

  /** The greatest value that a frame has: what is louder is cut. */
  public static final float MOST = 8;

  private static final int CYCLES = 34;
  private static final int LONGEST = 2 * REACH;
  private static final int SHORTEST = 1024;
  private static final double SOFTEST = 2e-4;
  private static final int ROWS = 64;

  private final Kernels kernels;
  private final List<Group> groups = new ArrayList<>();

  /**
   * A group of frequencies whose windows fit into one length.
   *
   * @param window samples, W
   * @param from first frequency
   * @param to last frequency, exclusive
   * @param sines [W×2(to − from)] cosines, then sines
   */
  private record Group(int window, int from, int to, PackedWeights sines) {}

  /** Creates the transform with the engine's kernels. */
  public ConstantQ(Kernels kernels) {
    this.kernels = kernels;
    int from = 0;
    for (int window = LONGEST; window >= SHORTEST; window /= 2) {
      int to = from;
      while (to < BINS && (window == SHORTEST || window(to) > window / 2)) {
        to++;
      }
      if (to > from) {
        groups.add(new Group(window, from, to, sines(window, from, to)));
      }
      from = to;
    }
  }

  /** Frequency of a bin, in hertz. */
  static double frequency(int bin) {
    double pitch = LOWEST + (double) bin / BINS_A_SEMITONE;
    return 440 * StrictMath.pow(2, (pitch - 69) / 12);
  }

  /** Index of the frequency of a pitch. */
  public static int bin(int pitch) {
    return (pitch - LOWEST) * BINS_A_SEMITONE;
  }

  private static int window(int bin) {
    long wanted = Math.round(CYCLES * AudioAnalysis.RATE / frequency(bin));
    return (int) Math.max(SHORTEST, Math.min(LONGEST, wanted));
  }

  private static PackedWeights sines(int window, int from, int to) {
    int count = to - from;
    FMatrixRMaj matrix = new FMatrixRMaj(window, 2 * count);
    for (int bin = from; bin < to; bin++) {
      int length = window(bin);
      double step = 2 * StrictMath.PI * frequency(bin) / AudioAnalysis.RATE;
      PhaseRotation sine = new PhaseRotation(-0.5 * step * length, step);
      double turn = 2 * StrictMath.PI / length;
      PhaseRotation hann = new PhaseRotation(turn / 2, turn);
      for (int i = 0; i < length; i++) {
        // The sum of the window is half its length, and a real sine has half its amplitude here.
        double weight = (0.5 - 0.5 * hann.cosine) * 4 / length;
        int at = ((window - length) / 2 + i) * 2 * count + bin - from;
        matrix.data[at] = (float) (weight * sine.cosine);
        matrix.data[at + count] = (float) (weight * sine.sine);
        sine.next();
        hann.next();
      }
    }
    PackedWeights packed = new PackedWeights(window, 2 * count);
    packed.pack(matrix, 0, packed.strips());
    return packed;
  }

  /** Cosine and sine of a phase that goes on in even steps. */
  private static final class PhaseRotation {
    private final double stepCosine;
    private final double stepSine;
    private double cosine;
    private double sine;

    PhaseRotation(double phase, double step) {
      stepCosine = StrictMath.cos(step);
      stepSine = StrictMath.sin(step);
      cosine = StrictMath.cos(phase);
      sine = StrictMath.sin(phase);
    }

    void next() {
      double turned = cosine * stepCosine - sine * stepSine;
      sine = sine * stepCosine + cosine * stepSine;
      cosine = turned;
    }
  }

  /**
   * Computes frames that are {@link AudioAnalysis#HOP} samples apart.
   *
   * @param samples with {@link #REACH} samples before the moment of the first frame and behind that
   *     of the last, not modified
   * @param first the moment of the first frame in the samples
   * @param gain by which the samples are to be multiplied
   * @param count T
   * @return [T×K]
   */
  float[] frames(float[] samples, int first, float gain, int count) {
    float[] frames = new float[count * BINS];
    for (Group group : groups) {
      FMatrixRMaj parts =
          new FMatrixRMaj(Math.min(ROWS, count), Strips.padded(group.sines().columns()));
      FMatrixRMaj windows = windows(samples, first, count, group);
      RowProduct product = new RowProduct(windows, group.sines(), parts);
      for (int row = 0; row < count; row += ROWS) {
        int rows = Math.min(ROWS, count - row);
        kernels.products().multiply(product, row, 0, rows, 0, group.sines().strips());
        for (int r = 0; r < rows; r++) {
          strengths(parts.data, r * parts.numCols, group, gain, frames, (row + r) * BINS);
        }
      }
    }
    return frames;
  }

  /** A window of samples around the moment of each frame; they overlap. */
  private static FMatrixRMaj windows(float[] samples, int first, int count, Group group) {
    int from = first - group.window() / 2;
    int to = from + Math.max(0, count - 1) * AudioAnalysis.HOP + group.window();
    return FMatrixRMaj.wrap(count, AudioAnalysis.HOP, Arrays.copyOfRange(samples, from, to));
  }

  private static void strengths(
      float[] parts, int at, Group group, float gain, float[] frames, int to) {
    int count = group.to() - group.from();
    for (int i = 0; i < count; i++) {
      double real = parts[at + i];
      double imaginary = parts[at + count + i];
      double amplitude = gain * Math.sqrt(real * real + imaginary * imaginary);
      frames[to + group.from() + i] =
          (float) Math.min(MOST, Elementary.log(1 + amplitude / SOFTEST));
    }
  }
}
