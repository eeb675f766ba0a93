package ductus.music.hearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateConversionTest {
  private static final double MINUS_50_DB = 3.2e-3;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 44_101, 48_000, 96_000})
  void aSineStaysASineOfItsFrequencyAndStrength(int rate) {
    float[] out = resample(WavBytes.sine(1_000, 0.5, rate, rate / 2), rate, 1_000);
    float[] wanted = WavBytes.sine(1_000, 0.5, AudioAnalysis.RATE, AudioAnalysis.RATE / 2);
    assertEquals(wanted.length, out.length, 1);
    for (int i = 500; i < wanted.length - 500; i++) {
      assertEquals(wanted[i], out[i], MINUS_50_DB, "sample " + i);
    }
  }

  @Test
  void whatTheLowerRateCannotHoldIsGone() {
    float[] out = resample(WavBytes.sine(9_500, 0.5, 44_100, 44_100), 44_100, 4096);
    for (int i = 500; i < out.length - 500; i++) {
      assertTrue(Math.abs(out[i]) < MINUS_50_DB, "sample " + i + ": " + out[i]);
    }
  }

  @Test
  void portionsDoNotMatter() {
    float[] sound = WavBytes.sine(700, 0.5, 44_100, 5_000);
    float[] whole = resample(sound, 44_100, 5_000);
    assertArrayEquals(whole, resample(sound, 44_100, 7));
    assertArrayEquals(whole, resample(sound, 44_100, 1_111));
  }

  private static float[] resample(float[] sound, int rate, int portion) {
    RateConversion conversion = new RateConversion(rate);
    float[] out = new float[0];
    for (int at = 0; at < sound.length; at += portion) {
      float[] some = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + portion));
      out = joined(out, conversion.feed(some));
    }
    return joined(out, conversion.end());
  }

  private static float[] joined(float[] left, float[] right) {
    float[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
