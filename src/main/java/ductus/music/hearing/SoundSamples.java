package ductus.music.hearing;

import ductus.music.hearing.SoundFrames.AudioSamples;
import java.util.Arrays;

/** A sound that lies in memory, brought to {@link AudioAnalysis#RATE}. */
public final class SoundSamples implements AudioSamples {
  private static final int BLOCK = 1 << 15;

  private final float[] sound;
  private final RateConversion conversion;
  private int next;
  private boolean ended;

  /**
   * Reads a sound from its beginning.
   *
   * @param sound not modified
   * @param rate samples a second
   */
  public SoundSamples(float[] sound, int rate) {
    this.sound = sound;
    conversion = new RateConversion(rate);
  }

  @Override
  public float[] read() {
    while (!ended) {
      int count = Math.min(BLOCK, sound.length - next);
      ended = count == 0;
      float[] samples =
          ended ? conversion.end() : conversion.feed(Arrays.copyOfRange(sound, next, next + count));
      next += count;
      if (samples.length > 0) {
        return samples;
      }
    }
    return new float[0];
  }
}
