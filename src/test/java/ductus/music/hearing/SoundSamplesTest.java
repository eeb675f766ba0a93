package ductus.music.hearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoundSamplesTest {
  @Test
  void aSoundOfTheRateComesAsItIs() {
    float[] sound = WavBytes.sine(440, 0.5, AudioAnalysis.RATE, 100_000);
    assertArrayEquals(sound, all(new SoundSamples(sound, AudioAnalysis.RATE)));
  }

  @Test
  void aSoundOfAnotherRateIsConverted() {
    float[] sound = WavBytes.sine(440, 0.5, 2 * AudioAnalysis.RATE, 100_000);
    float[] wanted = WavBytes.sine(440, 0.5, AudioAnalysis.RATE, 50_000);
    float[] converted = all(new SoundSamples(sound, 2 * AudioAnalysis.RATE));
    assertEquals(wanted.length, converted.length);
    for (int i = 100; i < wanted.length - 100; i++) {
      assertEquals(wanted[i], converted[i], 1e-3, "sample " + i);
    }
  }

  private static float[] all(SoundSamples samples) {
    float[] all = new float[0];
    for (float[] more = samples.read(); more.length > 0; more = samples.read()) {
      int old = all.length;
      all = Arrays.copyOf(all, old + more.length);
      System.arraycopy(more, 0, all, old, more.length);
    }
    return all;
  }
}
