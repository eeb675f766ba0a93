package ductus.music.audio;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Renders scores to samples in memory with the JDK's synthesizer; needs no audio device. */
public final class SampleRenderer {
  /** Number of frames a second. */
  public static final int SAMPLE_RATE = 32_000;

  /** Longest sound, in seconds: five minutes. */
  public static final double LONGEST_SECONDS = 300;

  private static final int BLOCK_FRAMES = SAMPLE_RATE / 20;
  private static final double TAIL_SECONDS = 0.5;

  private SampleRenderer() {}

  /**
   * Renders the sound of a score, both channels added up, as loud as the synthesizer makes it; it
   * ends half a second behind the last note.
   *
   * @param reverb how much goes into the room, 0 to 127
   * @throws IllegalArgumentException if the score has no notes or is too long
   * @throws IOException if this Java has no such synthesizer
   */
  public static float[] mono(Score score, SoundBank bank, int reverb) throws IOException {
    if (score.notes().isEmpty()) {
      throw new IllegalArgumentException("the piece has no notes to render");
    }
    long last = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    double seconds = new TempoMap(score).seconds(last);
    if (seconds > LONGEST_SECONDS) {
      throw new IllegalArgumentException(
          "a piece to render must have at most %.0f seconds but has %.0f"
              .formatted(LONGEST_SECONDS, seconds));
    }
    float[] samples = new float[(int) Math.ceil((seconds + TAIL_SECONDS) * SAMPLE_RATE)];
    try (SampleStream stream = new SampleStream(score, bank, SAMPLE_RATE, BLOCK_FRAMES)) {
      stream.setReverb(reverb);
      byte[] block = new byte[stream.blockBytes()];
      FloatBuffer floats = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int at = 0; at < samples.length; at += BLOCK_FRAMES) {
        stream.read(block);
        for (int i = 0; i < Math.min(BLOCK_FRAMES, samples.length - at); i++) {
          samples[at + i] = floats.get(2 * i) + floats.get(2 * i + 1);
        }
      }
    }
    return samples;
  }
}
