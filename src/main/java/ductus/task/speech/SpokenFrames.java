package ductus.task.speech;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.model.reading.LineRows;
import ductus.music.hearing.MelSpectrogram;
import ductus.music.hearing.SoundFrames.AudioSamples;
import ductus.music.hearing.WavFile;
import ductus.music.hearing.WavSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A sound as its spectrogram, 50 frames a second. Immutable. */
final class SpokenFrames {
  /** Version of the numbers of a step; models are made for one. */
  static final int VERSION = 1;

  /** Frames that are one step. */
  private static final int TOGETHER = 2;

  /** Numbers of a step, F. */
  static final int FEATURES = TOGETHER * MelSpectrogram.BANDS;

  /** Longest sound, in seconds. */
  private static final double LONGEST = 30;

  /** A sound that is never louder is silent, of 1: 80 dB below the loudest that a file can hold. */
  private static final float SILENT = 1e-4f;

  private static final int BANDS = MelSpectrogram.BANDS;

  /** Most that a sound is made longer or shorter, as a share. */
  private static final double TEMPO = 0.2;

  /** Most that bands are moved up or down, as a share: voices have throats of other lengths. */
  private static final double THROAT = 0.2;

  /** Most deviation of the noise, in deviations of the bands. */
  private static final double NOISE = 0.4;

  /** Most bands, and most frames, that are not heard (Park et al. 2019). */
  private static final int HIDDEN_BANDS = 8;

  private static final int HIDDEN_FRAMES = 6;

  private static final MelSpectrogram SPECTROGRAM = new MelSpectrogram(KernelChoice.best());

  private final float[] values;

  private SpokenFrames(float[] values) {
    this.values = values;
  }

  /**
   * Hears a WAV file.
   *
   * @throws BadFileException if it is none, too long, or silent
   */
  static SpokenFrames read(Path path) throws BadFileException, IOException {
    try (WavFile file = WavFile.open(path)) {
      if (file.seconds() > LONGEST) {
        throw new BadFileException(
            path,
            String.format(
                Locale.ROOT,
                "must last %.0f seconds at most but lasts %.0f: cut it where nobody speaks",
                LONGEST,
                file.seconds()));
      }
      Metered samples = new Metered(new WavSamples(file));
      float[] frames = SPECTROGRAM.frames(samples);
      if (samples.loudest < SILENT) {
        throw new BadFileException(path, "is silent: nobody speaks in it");
      }
      return new SpokenFrames(frames);
    }
  }

  /** Samples that are passed on, and how loud they are. */
  private static final class Metered implements AudioSamples {
    private final AudioSamples samples;
    private float loudest;

    Metered(AudioSamples samples) {
      this.samples = samples;
    }

    @Override
    public float[] read() throws BadFileException, IOException {
      float[] block = samples.read();
      for (float sample : block) {
        loudest = Math.max(loudest, Math.abs(sample));
      }
      return block;
    }
  }

  /** Number of frames T. */
  int count() {
    return values.length / BANDS;
  }

  /** Number of steps. */
  int steps() {
    return steps(count());
  }

  private static int steps(int frames) {
    return (frames + TOGETHER - 1) / TOGETHER;
  }

  /** Hash of all that is heard. */
  String hash() {
    return Sha256.brief(values);
  }

  /** The steps as a network hears them. */
  LineRows rows() {
    return new LineRows(Arrays.copyOf(values, steps() * FEATURES), FEATURES);
  }

  /**
   * Draws the sound as somebody else may have spoken it elsewhere: faster or slower, with a throat
   * of another length, in noise, with some bands and frames unheard.
   *
   * @param leastSteps that are left at least
   */
  SpokenFrames varied(int leastSteps, RandomGenerator random) {
    double tempo = 1 + TEMPO * (2 * random.nextDouble() - 1);
    int frames = Math.max((int) Math.round(count() * tempo), Math.min(count(), leastSteps * 2));
    double throat = 1 + THROAT * (2 * random.nextDouble() - 1);
    double noise = NOISE * random.nextDouble() * random.nextDouble();
    int hiddenBands = random.nextInt(HIDDEN_BANDS + 1);
    int fromBand = random.nextInt(BANDS - hiddenBands + 1);
    int hiddenFrames = random.nextInt(Math.min(HIDDEN_FRAMES, frames / 8) + 1);
    int fromFrame = random.nextInt(frames - hiddenFrames + 1);
    float[] drawn = new float[frames * BANDS];
    for (int t = 0; t < frames; t++) {
      double time = (double) t * (count() - 1) / Math.max(1, frames - 1);
      for (int band = 0; band < BANDS; band++) {
        boolean hidden =
            (band >= fromBand && band < fromBand + hiddenBands)
                || (t >= fromFrame && t < fromFrame + hiddenFrames);
        drawn[t * BANDS + band] =
            hidden ? 0 : (float) (at(time, band * throat) + noise * random.nextGaussian());
      }
    }
    return new SpokenFrames(drawn);
  }

  /** A value between frames and bands. */
  private double at(double time, double band) {
    int t = Math.min((int) time, count() - 1);
    int next = Math.min(t + 1, count() - 1);
    double later = time - t;
    double within = Math.min(band, BANDS - 1);
    int low = (int) within;
    int high = Math.min(low + 1, BANDS - 1);
    double upper = within - low;
    return (1 - later) * ((1 - upper) * values[t * BANDS + low] + upper * values[t * BANDS + high])
        + later * ((1 - upper) * values[next * BANDS + low] + upper * values[next * BANDS + high]);
  }
}
