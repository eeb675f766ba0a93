package ductus.lab.shape;

import java.util.random.RandomGenerator;

/** Four tiny tasks in music. */
final class SmallTasks {
  private static final int[][] CHORDS = {{0, 4, 7}, {0, 3, 7}, {0, 3, 6}, {0, 4, 8}};
  private static final int[][] SCALES = {{0, 2, 4, 5, 7, 9, 11, 0}, {0, 2, 3, 5, 7, 8, 10, 0}};
  private static final int PITCH_CLASSES = 12;
  private static final int SHORTEST_METRE = 2;
  private static final int METRES = 3;
  private static final int PITCHES = 7;

  private SmallTasks() {}

  /** The pitch classes of a chord → major, minor, diminished or augmented. */
  static ClassTask chord() {
    return new ClassTask("chord", PITCH_CLASSES, CHORDS.length, 0.75, SmallTasks::drawChord);
  }

  private static void drawChord(float[] inputs, float[] targets, RandomGenerator random) {
    int kind = random.nextInt(CHORDS.length);
    int root = random.nextInt(PITCH_CLASSES);
    for (int above : CHORDS[kind]) {
      inputs[(root + above) % PITCH_CLASSES] = 1;
    }
    targets[0] = kind;
  }

  /** A keynote, and whether it is minor → the eight notes of the scale. */
  static ClassTask scale() {
    double guessing = 1 - 1.0 / PITCH_CLASSES;
    return new ClassTask(
        "scale", PITCH_CLASSES + 1, PITCH_CLASSES, guessing, SmallTasks::drawScale);
  }

  private static void drawScale(float[] inputs, float[] targets, RandomGenerator random) {
    int mode = random.nextInt(SCALES.length);
    int tonic = random.nextInt(PITCH_CLASSES);
    inputs[tonic] = 1;
    inputs[PITCH_CLASSES] = mode;
    for (int t = 0; t < targets.length; t++) {
      targets[t] = (tonic + SCALES[mode][t % SCALES[mode].length]) % PITCH_CLASSES;
    }
  }

  /** The loudness of beats → how many make a bar: two, three or four. */
  static ClassTask metre() {
    return new ClassTask("metre", 1, METRES, 1 - 1.0 / METRES, SmallTasks::drawMetre);
  }

  private static void drawMetre(float[] inputs, float[] targets, RandomGenerator random) {
    int metre = random.nextInt(METRES);
    int beats = SHORTEST_METRE + metre;
    int first = random.nextInt(beats);
    for (int t = 0; t < inputs.length; t++) {
      float loudness = t % beats == first ? 1 : 0;
      inputs[t] = loudness + 0.2f * (float) random.nextGaussian();
    }
    targets[targets.length - 1] = metre;
  }

  /** The notes of a tune → of each whether it is the same as the one before, higher or lower. */
  static ClassTask direction() {
    // Of seven pitches each is the same as the one before in one of seven draws.
    double guessing = 1 - 3.0 / PITCHES;
    return new ClassTask("direction", PITCHES, 3, guessing, SmallTasks::drawDirection);
  }

  private static void drawDirection(float[] inputs, float[] targets, RandomGenerator random) {
    int before = -1;
    for (int t = 0; t < targets.length; t++) {
      int pitch = random.nextInt(PITCHES);
      inputs[t * PITCHES + pitch] = 1;
      if (before >= 0) {
        targets[t] = pitch == before ? 0 : pitch > before ? 1 : 2;
      }
      before = pitch;
    }
  }
}
