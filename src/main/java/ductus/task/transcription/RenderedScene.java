package ductus.task.transcription;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.music.Score;
import ductus.music.audio.SampleRenderer;
import ductus.music.audio.SoundBank;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.LoudnessGain;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.SoundSamples;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.HeardScore;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A scene as it sounds, and the notes in it.
 *
 * @param frames what is heard
 * @param notes what is played
 */
record RenderedScene(SoundFrames frames, List<HeardNote> notes) {
  private static final ConstantQ CONSTANT_Q = new ConstantQ(KernelChoice.best());

  /**
   * Renders a scene and hears it.
   *
   * @param seed of its noise
   */
  static RenderedScene of(Scene scene, SoundBank bank, long seed)
      throws BadFileException, IOException {
    Score score = scene.score();
    float[] sound = SampleRenderer.mono(score, bank, scene.reverb());
    if (scene.noise() > 0) {
      addNoise(sound, scene, Randomness.of(seed));
    }
    int rate = SampleRenderer.SAMPLE_RATE;
    float gain = LoudnessGain.of(new SoundSamples(sound, rate));
    return new RenderedScene(
        SoundFrames.of(new SoundSamples(sound, rate), gain, CONSTANT_Q), HeardScore.notes(score));
  }

  private static void addNoise(float[] sound, Scene scene, RandomGenerator random) {
    double squares = 0;
    for (float sample : sound) {
      squares += sample * sample;
    }
    double level = scene.noise() * Math.sqrt(squares / sound.length);
    double last = 0;
    for (int i = 0; i < sound.length; i++) {
      last = scene.dullness() * last + (1 - scene.dullness()) * (2 * random.nextDouble() - 1);
      sound[i] += (float) (level * last);
    }
  }
}
