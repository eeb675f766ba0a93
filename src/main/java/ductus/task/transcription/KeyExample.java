package ductus.task.transcription;

import ductus.model.signal.SignalSequence;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.KeyView;
import ductus.music.hearing.notes.NoteTargets;
import ductus.train.Example;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A scene as one of its keys sees it: each time another key and another coloring. Keys that sound,
 * and those that are easily taken for one that does, come more often than silent ones.
 */
record KeyExample(RenderedScene scene) implements Example<SignalSequence> {
  /** Number of what a network says of a frame: how near a beginning is, whether the key sounds. */
  static final int OUTPUTS = 2;

  private static final double SOUNDING = 0.45;
  private static final double NEAR = 0.4;

  /**
   * Distances of keys whose partials meet; those that are taken for it most stand several times.
   */
  private static final int[] NEIGHBORS = {
    12, 12, 12, 12, 19, 19, 24, 24, 28, 31, -12, -12, -12, -19, -24, 7, 5, 4, 3, 2, 1, -1, -2, -5,
    -7
  };

  private static final double DECIBELS = 8;

  @Override
  public int length() {
    return scene.frames().count();
  }

  @Override
  public SignalSequence draw(RandomGenerator random) {
    return seen(scene, key(random), coloring(random));
  }

  /**
   * Returns what a key sees of a scene, and what is wanted of it.
   *
   * @param gains as {@link KeyView} takes them
   */
  static SignalSequence seen(RenderedScene scene, int key, float[] gains) {
    int count = scene.frames().count();
    return new SignalSequence(
        count,
        new KeyView(scene.frames(), 0, count, gains).of(key),
        NoteTargets.ofKey(scene.notes(), key, count));
  }

  private int key(RandomGenerator random) {
    double which = random.nextDouble();
    List<HeardNote> notes = scene.notes();
    if (which < SOUNDING + NEAR && !notes.isEmpty()) {
      int pitch = notes.get(random.nextInt(notes.size())).pitch();
      if (which > SOUNDING) {
        pitch += NEIGHBORS[random.nextInt(NEIGHBORS.length)];
      }
      if (AudioAnalysis.holds(pitch)) {
        return pitch - AudioAnalysis.LOWEST;
      }
    }
    return random.nextInt(AudioAnalysis.KEYS);
  }

  /**
   * Draws gains that make a scene louder or softer, brighter or duller, with a hump or a hollow
   * somewhere.
   */
  private static float[] coloring(RandomGenerator random) {
    double level = DECIBELS * (2 * random.nextDouble() - 1);
    double tilt = DECIBELS * (2 * random.nextDouble() - 1);
    double hump = DECIBELS * (2 * random.nextDouble() - 1);
    double center = random.nextDouble();
    float[] gains = new float[ConstantQ.BINS];
    for (int bin = 0; bin < gains.length; bin++) {
      double place = (double) bin / gains.length;
      double distance = (place - center) / 0.1;
      double decibels =
          level + tilt * (2 * place - 1) + hump * StrictMath.exp(-distance * distance);
      gains[bin] = (float) StrictMath.pow(10, decibels / 20);
    }
    return gains;
  }
}
