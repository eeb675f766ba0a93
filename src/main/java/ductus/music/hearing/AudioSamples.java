package ductus.music.hearing;

import ductus.file.BadFileException;
import java.io.IOException;

/** Sound from its beginning to its end: samples at {@link AudioAnalysis#RATE}, in portions. */
@FunctionalInterface
public interface AudioSamples {
  /** Reads the next samples, as many as come; empty at the end. */
  float[] read() throws BadFileException, IOException;
}
