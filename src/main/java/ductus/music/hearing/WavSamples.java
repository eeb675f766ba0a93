package ductus.music.hearing;

import ductus.file.BadFileException;
import java.io.IOException;

/** The samples of a WAV file, brought to {@link Hearing#RATE}. */
public final class WavSamples implements Samples {
  private final WavFile file;
  private final Resampling resampling;
  private boolean ended;

  /** From where the file stands; whoever opened it closes it. */
  public WavSamples(WavFile file) {
    this.file = file;
    resampling = new Resampling(file.rate());
  }

  @Override
  public float[] read() throws BadFileException, IOException {
    while (!ended) {
      float[] block = file.read();
      ended = block.length == 0;
      float[] samples = ended ? resampling.end() : resampling.feed(block);
      if (samples.length > 0) {
        return samples;
      }
    }
    return new float[0];
  }
}
