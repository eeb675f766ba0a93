package ductus.music.hearing;

import ductus.file.BadFileException;
import ductus.math.Elementary;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import ductus.music.hearing.SoundFrames.AudioSamples;
import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Measures how strong a sound is in {@value #BANDS} bands that are as broad as ears hear them
 * (Davis and Mermelstein 1980): logarithms of powers, each band with the mean 0 and the deviation 1
 * over the sound, so that loudness and the colour of a microphone go out.
 *
 * <p>The transform is a product of overlapping rows of samples with windowed sines, so the kernels
 * of the engine compute it.
 */
public final class MelSpectrogram {
  /** Number of bands of a frame. */
  public static final int BANDS = 40;

  /** Number of samples that a frame looks at, in the middle of which it stands. */
  private static final int WINDOW = 512;

  private static final double LOWEST_HERTZ = 60;
  private static final double HIGHEST_HERTZ = 7000;

  /** Power below the loudest at which a band is silent: 60 dB. */
  private static final double SILENT = 1e-6;

  /** Deviation of a band that does not change, in nats. */
  private static final double LEAST_DEVIATION = 0.1;

  private static final int BINS = WINDOW / 2;
  private static final int ROWS = 64;

  private final Kernels kernels;

  /** Windowed cosines, then sines [WINDOW×2·BINS]. */
  private final PackedWeights sines;

  /** Weight of each bin in each band [BANDS×BINS]. */
  private final float[] bands = new float[BANDS * BINS];

  /** Creates the transform with the engine's kernels. */
  public MelSpectrogram(Kernels kernels) {
    this.kernels = kernels;
    FMatrixRMaj matrix = new FMatrixRMaj(WINDOW, 2 * BINS);
    double step = 2 * StrictMath.PI / WINDOW;
    for (int i = 0; i < WINDOW; i++) {
      double hann = 0.5 - 0.5 * StrictMath.cos(step * (i + 0.5));
      for (int bin = 0; bin < BINS; bin++) {
        double phase = step * (i * bin % WINDOW);
        matrix.data[i * 2 * BINS + bin] = (float) (hann * StrictMath.cos(phase));
        matrix.data[i * 2 * BINS + BINS + bin] = (float) (hann * StrictMath.sin(phase));
      }
    }
    sines = new PackedWeights(WINDOW, 2 * BINS);
    sines.pack(matrix, 0, sines.strips());
    double lowest = mel(LOWEST_HERTZ);
    double apart = (mel(HIGHEST_HERTZ) - lowest) / (BANDS + 1);
    for (int bin = 1; bin < BINS; bin++) {
      double place = (mel((double) bin * AudioAnalysis.RATE / WINDOW) - lowest) / apart;
      for (int band = 0; band < BANDS; band++) {
        bands[band * BINS + bin] = (float) Math.max(0, 1 - Math.abs(place - band - 1));
      }
    }
  }

  private static double mel(double hertz) {
    return 1127 * StrictMath.log(1 + hertz / 700);
  }

  /**
   * Hears a sound to its end.
   *
   * @return [T×{@value #BANDS}], {@link AudioAnalysis#FRAMES_A_SECOND} frames a second
   */
  public float[] frames(AudioSamples samples) throws BadFileException, IOException {
    float[] heard = new float[WINDOW];
    int length = WINDOW / 2;
    for (float[] more = samples.read(); more.length > 0; more = samples.read()) {
      if (heard.length < length + more.length) {
        heard = Arrays.copyOf(heard, 2 * (length + more.length));
      }
      System.arraycopy(more, 0, heard, length, more.length);
      length += more.length;
    }
    int count = AudioAnalysis.frames(length - WINDOW / 2);
    float[] padded = Arrays.copyOf(heard, (count - 1) * AudioAnalysis.HOP + WINDOW);
    Arrays.fill(padded, Math.min(length, padded.length), padded.length, 0);
    float[] frames = powers(padded, count);
    float loudest = 0;
    for (float power : frames) {
      loudest = Math.max(loudest, power);
    }
    double floor = Math.max(1e-12, SILENT * loudest);
    for (int i = 0; i < frames.length; i++) {
      frames[i] = (float) Elementary.log(frames[i] + floor);
    }
    normalize(frames, count);
    return frames;
  }

  private float[] powers(float[] samples, int count) {
    float[] frames = new float[count * BANDS];
    FMatrixRMaj windows = FMatrixRMaj.wrap(count, AudioAnalysis.HOP, samples);
    FMatrixRMaj parts = new FMatrixRMaj(Math.min(ROWS, count), Strips.padded(sines.columns()));
    RowProduct product = new RowProduct(windows, sines, parts);
    for (int row = 0; row < count; row += ROWS) {
      int rows = Math.min(ROWS, count - row);
      kernels.products().multiply(product, row, 0, rows, 0, sines.strips());
      for (int r = 0; r < rows; r++) {
        powers(parts.data, r * parts.numCols, frames, (row + r) * BANDS);
      }
    }
    return frames;
  }

  private void powers(float[] parts, int at, float[] frames, int to) {
    for (int bin = 1; bin < BINS; bin++) {
      float real = parts[at + bin];
      float imaginary = parts[at + BINS + bin];
      float power = real * real + imaginary * imaginary;
      for (int band = 0; band < BANDS; band++) {
        frames[to + band] += bands[band * BINS + bin] * power;
      }
    }
  }

  private static void normalize(float[] frames, int count) {
    for (int band = 0; band < BANDS; band++) {
      double sum = 0;
      double squares = 0;
      for (int t = 0; t < count; t++) {
        double value = frames[t * BANDS + band];
        sum += value;
        squares += value * value;
      }
      double mean = sum / count;
      double deviation =
          Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / count - mean * mean)));
      for (int t = 0; t < count; t++) {
        int at = t * BANDS + band;
        frames[at] = (float) ((frames[at] - mean) / deviation);
      }
    }
  }
}
