package ductus.music.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.music.hearing.SoundFrames.AudioSamples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoundFramesTest {
  private static final ConstantQ CONSTANT_Q = new ConstantQ(KernelChoice.best());

  @Test
  void aSineIsStrongestAtItsKeyAndAsStrongAsItIs() throws Exception {
    for (int pitch = AudioAnalysis.LOWEST; pitch <= AudioAnalysis.HIGHEST; pitch += 9) {
      double hertz = ConstantQ.frequency(ConstantQ.bin(pitch));
      SoundFrames frames =
          frames(WavBytes.sine(hertz, 0.1, AudioAnalysis.RATE, AudioAnalysis.RATE), 1, 4096);
      int strongest = 0;
      for (int bin = 0; bin < ConstantQ.BINS; bin++) {
        strongest = frames.level(25, bin) > frames.level(25, strongest) ? bin : strongest;
      }
      assertEquals(ConstantQ.bin(pitch), strongest, 1, "pitch " + pitch);
      float strength = SoundFrames.strength(frames.level(25, ConstantQ.bin(pitch)));
      assertEquals(Math.log(1 + 0.1 / 2e-4), strength, 0.05, "pitch " + pitch);
    }
  }

  @Test
  void theFrequencyOfTheKeyA4Is440() {
    assertEquals(440, ConstantQ.frequency(ConstantQ.bin(69)), 1e-9);
  }

  @Test
  void neighboringKeysAreToldApart() throws Exception {
    for (int pitch = 48; pitch <= AudioAnalysis.HIGHEST; pitch += 8) {
      float[] sound = WavBytes.sine(hertz(pitch), 0.1, AudioAnalysis.RATE, AudioAnalysis.RATE);
      float[] other = WavBytes.sine(hertz(pitch + 1), 0.1, AudioAnalysis.RATE, AudioAnalysis.RATE);
      for (int i = 0; i < sound.length; i++) {
        sound[i] += other[i];
      }
      SoundFrames frames = frames(sound, 1, 4096);
      double keys = 0;
      double between = 0;
      for (int t = 15; t < 35; t++) {
        keys += frames.level(t, ConstantQ.bin(pitch)) + frames.level(t, ConstantQ.bin(pitch + 1));
        between += frames.level(t, ConstantQ.bin(pitch + 2) + 1);
      }
      assertTrue(keys / 2 > between + 20 * 20, pitch + ": " + keys / 2 + " and " + between);
    }
  }

  @Test
  void portionsDoNotMatterAndEveryHopHasAFrame() throws Exception {
    float[] sound = WavBytes.sine(300, 0.1, AudioAnalysis.RATE, 100_001);
    SoundFrames whole = frames(sound, 1, sound.length);
    SoundFrames parts = frames(sound, 1, 777);
    assertEquals(313, whole.count());
    assertEquals(313, parts.count());
    for (int t = 0; t < whole.count(); t++) {
      for (int bin = 0; bin < ConstantQ.BINS; bin++) {
        assertEquals(whole.level(t, bin), parts.level(t, bin));
      }
    }
  }

  @Test
  void aSoundIsStrongFromItsBeginningOn() throws Exception {
    float[] sound = new float[AudioAnalysis.RATE];
    float[] tone = WavBytes.sine(2_000, 0.2, AudioAnalysis.RATE, AudioAnalysis.RATE / 2);
    System.arraycopy(tone, 0, sound, AudioAnalysis.RATE / 2, tone.length);
    SoundFrames frames = frames(sound, 1, 4096);
    int bin = ConstantQ.bin(95);
    assertTrue(frames.level(22, bin) < 10);
    assertTrue(frames.level(28, bin) > 150);
  }

  @Test
  void theGainMakesSoftSoundsLoud() throws Exception {
    float[] soft = WavBytes.sine(500, 0.001, AudioAnalysis.RATE, AudioAnalysis.RATE);
    float gain = LoudnessGain.of(portions(soft, 1000));
    assertEquals(Math.pow(10, -18 / 20.0) / (0.001 / Math.sqrt(2)), gain, gain * 1e-3);
    assertEquals(0, LoudnessGain.of(portions(new float[40_000], 1000)));
    assertEquals(0, LoudnessGain.of(portions(new float[0], 1000)));
    SoundFrames loud = frames(soft, gain, 4096);
    assertTrue(loud.level(25, ConstantQ.bin(71)) > 180);
  }

  private static double hertz(int pitch) {
    return ConstantQ.frequency(ConstantQ.bin(pitch));
  }

  private static SoundFrames frames(float[] sound, float gain, int portion) throws Exception {
    return SoundFrames.of(portions(sound, portion), gain, CONSTANT_Q);
  }

  private static AudioSamples portions(float[] sound, int portion) {
    int[] at = new int[1];
    return () -> {
      int from = Math.min(sound.length, at[0]);
      at[0] += portion;
      return Arrays.copyOfRange(sound, from, Math.min(sound.length, from + portion));
    };
  }
}
