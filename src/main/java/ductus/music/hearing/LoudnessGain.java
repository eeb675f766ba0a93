package ductus.music.hearing;

import ductus.file.BadFileException;
import ductus.music.audio.Loudness;
import ductus.music.hearing.SoundFrames.AudioSamples;
import java.io.IOException;

/** Brings sounds to one loudness before they are heard: -18 dBFS in their loud parts. */
public final class LoudnessGain {
  private static final double WANTED = StrictMath.pow(10, -18 / 20.0);

  /** Greatest root mean square of silence in its loudest parts: -80 dBFS. */
  private static final double SILENCE = 1e-4;

  private static final int BLOCK = AudioAnalysis.RATE / 10;

  private LoudnessGain() {}

  /** Finds the gain for a sound, which is read to its end; 0 for silence. */
  public static float of(AudioSamples samples) throws BadFileException, IOException {
    Loudness loudness = new Loudness();
    double squares = 0;
    int count = 0;
    for (float[] more = samples.read(); more.length > 0; more = samples.read()) {
      for (float sample : more) {
        squares += sample * sample;
        if (++count == BLOCK) {
          loudness.add(squares / BLOCK);
          squares = 0;
          count = 0;
        }
      }
    }
    if (count > 0) {
      loudness.add(squares / count);
    }
    double level = loudness.gatedRootMeanSquare();
    return level < SILENCE ? 0 : (float) (WANTED / level);
  }
}
