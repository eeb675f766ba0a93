package ductus.music.hearing;

import ductus.file.BadFileException;
import ductus.music.hearing.SoundFrames.AudioSamples;
import java.io.IOException;

/** The samples of a WAV file, brought to {@link AudioAnalysis#RATE}. */
public final class WavSamples implements AudioSamples {
  private final WavFile file;
  private final RateConversion conversion;
  private boolean ended;

  /** Reads on from where a file stands; whoever opened it closes it. */
  public WavSamples(WavFile file) {
    this.file = file;
    conversion = new RateConversion(file.rate());
  }

  @Override
  public float[] read() throws BadFileException, IOException {
    while (!ended) {
      float[] block = file.read();
      ended = block.length == 0;
      float[] samples = ended ? conversion.end() : conversion.feed(block);
      if (samples.length > 0) {
        return samples;
      }
    }
    return new float[0];
  }
}
