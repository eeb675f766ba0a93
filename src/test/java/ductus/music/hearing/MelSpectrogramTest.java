package ductus.music.hearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {
  private final MelSpectrogram spectrogram = new MelSpectrogram(KernelChoice.best());

  private float[] frames(float[]... blocks) throws Exception {
    Deque<float[]> left = new ArrayDeque<>(List.of(blocks));
    return spectrogram.frames(() -> left.isEmpty() ? new float[0] : left.poll());
  }

  /** A second in two halves, of one tone each. */
  private static float[] tones(double first, double second, double amplitude) {
    float[] one = WavBytes.sine(first, amplitude, AudioAnalysis.RATE, AudioAnalysis.RATE / 2);
    float[] both = Arrays.copyOf(one, AudioAnalysis.RATE);
    float[] other = WavBytes.sine(second, amplitude, AudioAnalysis.RATE, AudioAnalysis.RATE / 2);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static int strongest(float[] frames, int frame) {
    int best = 0;
    int from = frame * MelSpectrogram.BANDS;
    for (int band = 1; band < MelSpectrogram.BANDS; band++) {
      best = frames[from + band] > frames[from + best] ? band : best;
    }
    return best;
  }

  @Test
  void aTonesBandIsStrongWhileItSounds() throws Exception {
    float[] frames = frames(tones(300, 3000, 0.3));
    assertEquals(AudioAnalysis.FRAMES_A_SECOND * MelSpectrogram.BANDS, frames.length);
    int low = strongest(frames, 12);
    int high = strongest(frames, 37);
    assertTrue(low < 10 && high > 20, low + " " + high);
    assertTrue(frames[12 * MelSpectrogram.BANDS + high] < 0);
    assertTrue(frames[37 * MelSpectrogram.BANDS + low] < 0);
  }

  @Test
  void bandsHaveTheMeanZeroAndDeviationOneOrLess() throws Exception {
    float[] frames = frames(tones(200, 900, 0.5));
    int count = frames.length / MelSpectrogram.BANDS;
    for (int band = 0; band < MelSpectrogram.BANDS; band++) {
      double sum = 0;
      double squares = 0;
      for (int t = 0; t < count; t++) {
        double value = frames[t * MelSpectrogram.BANDS + band];
        sum += value;
        squares += value * value;
      }
      assertEquals(0, sum / count, 1e-4);
      assertTrue(squares / count < 1.001, String.valueOf(squares / count));
    }
  }

  @Test
  void loudnessAndBlocksChangeNothing() throws Exception {
    float[] frames = frames(tones(300, 2000, 0.5));
    assertArrayEquals(frames, frames(tones(300, 2000, 0.05)), 2e-3f);
    float[] sound = tones(300, 2000, 0.5);
    assertArrayEquals(
        frames, frames(Arrays.copyOf(sound, 777), Arrays.copyOfRange(sound, 777, sound.length)));
  }

  @Test
  void silenceIsZero() throws Exception {
    for (float value : frames(new float[1000])) {
      assertEquals(0, value);
    }
  }
}
