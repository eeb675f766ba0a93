package ductus.music.hearing;

import java.util.Arrays;

/**
 * Brings samples of any rate to {@link AudioAnalysis#RATE}: a windowed sinc (Hann) that lets pass
 * what both rates can hold, one set of taps for each of the places that an output can have between
 * inputs. Samples before the beginning and behind the end are 0.
 */
final class RateConversion {
  /** Number of zero crossings of the sinc on each side. */
  private static final int CROSSINGS = 12;

  /** Place where the filter begins to fall, as a share of the lower Nyquist frequency. */
  private static final double PASS = 0.94;

  private final int inputRate;
  private final int phases;
  private final int advance;
  private final int half;
  private final float[] taps;
  private float[] kept = new float[0];

  /** Index in the input of the first sample that is kept. */
  private long keptFrom;

  private long received;
  private long made;

  /** Creates a conversion from a rate. */
  RateConversion(int inputRate) {
    this.inputRate = inputRate;
    int divisor = greatestCommonDivisor(inputRate, AudioAnalysis.RATE);
    phases = AudioAnalysis.RATE / divisor;
    advance = inputRate / divisor;
    double cutoff = PASS * Math.min(1, (double) AudioAnalysis.RATE / inputRate);
    half = (int) Math.ceil(CROSSINGS / cutoff);
    taps = inputRate == AudioAnalysis.RATE ? new float[0] : taps(cutoff);
    keptFrom = -half;
    kept = new float[half];
  }

  private float[] taps(double cutoff) {
    int width = 2 * half;
    float[] table = new float[phases * width];
    for (int phase = 0; phase < phases; phase++) {
      double sum = 0;
      double[] row = new double[width];
      for (int i = 0; i < width; i++) {
        double distance = i - (half - 1) - (double) phase / phases;
        double x = StrictMath.PI * distance * cutoff;
        double sinc = Math.abs(x) < 1e-9 ? 1 : StrictMath.sin(x) / x;
        row[i] = sinc * (0.5 + 0.5 * StrictMath.cos(StrictMath.PI * distance / half));
        sum += row[i];
      }
      for (int i = 0; i < width; i++) {
        table[phase * width + i] = (float) (row[i] / sum);
      }
    }
    return table;
  }

  /** Returns the outputs that some more inputs make possible. */
  float[] feed(float[] input) {
    received += input.length;
    if (taps.length == 0) {
      made += input.length;
      return input;
    }
    return make(input, outputs(received - half));
  }

  /** Returns the outputs that were waiting for inputs which did not come. */
  float[] end() {
    return taps.length == 0
        ? new float[0]
        : make(new float[2 * half], (received * AudioAnalysis.RATE + inputRate - 1) / inputRate);
  }

  /**
   * Number of outputs whose place is before an input: those with n · advance &lt; input · phases.
   */
  private long outputs(long input) {
    return input <= 0 ? 0 : (input * phases + advance - 1) / advance;
  }

  private float[] make(float[] input, long upTo) {
    int old = kept.length;
    kept = Arrays.copyOf(kept, old + input.length);
    System.arraycopy(input, 0, kept, old, input.length);
    float[] output = new float[(int) Math.max(0, upTo - made)];
    int width = 2 * half;
    for (int n = 0; n < output.length; n++) {
      long place = (made + n) * advance;
      int from = (int) (place / phases - (half - 1) - keptFrom);
      int row = (int) (place % phases) * width;
      float sum = 0;
      for (int i = 0; i < width; i++) {
        sum += kept[from + i] * taps[row + i];
      }
      output[n] = sum;
    }
    made += output.length;
    int spent = (int) Math.max(0, made * advance / phases - (half - 1) - keptFrom);
    kept = Arrays.copyOfRange(kept, Math.min(spent, kept.length), kept.length);
    keptFrom += spent;
    return output;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
