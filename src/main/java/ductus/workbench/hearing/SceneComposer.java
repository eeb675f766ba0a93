package ductus.workbench.hearing;

import ductus.music.hearing.Hearing;
import ductus.music.hearing.notes.HeardNote;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Composes scenes: passages of tunes in other keys, tempos, articulations and dynamics, and studies
 * of notes drawn by chance, played one beside the other by instruments drawn by chance.
 */
final class SceneComposer {
  /** Length of a scene without its end ringing out. */
  static final double SECONDS = 5;

  private static final double STUDIES = 0.3;
  private static final double LATEST_BEGINNING = 0.3;
  private static final double SHORTEST = 0.06;
  private static final int FAR = 9;
  private static final int OCTAVE = 12;
  private static final int MOST_TOGETHER = 5;

  private final List<List<HeardNote>> tunes;
  private final Instrumentation instruments;

  /**
   * Of tunes.
   *
   * @param tunes each with a note
   */
  SceneComposer(List<List<HeardNote>> tunes, Instrumentation instruments) {
    this.tunes = tunes;
    this.instruments = instruments;
  }

  /** The next scene. */
  Scene draw(RandomGenerator random) {
    double several = random.nextDouble();
    int count = several < 0.55 ? 1 : several < 0.88 ? 2 : 3;
    List<Scene.Part> parts = new ArrayList<>();
    while (parts.size() < count) {
      List<HeardNote> notes = random.nextDouble() < STUDIES ? study(random) : passage(random);
      if (!notes.isEmpty()) {
        parts.add(new Scene.Part(instruments.draw(random), notes));
      }
    }
    boolean quiet = random.nextBoolean();
    return new Scene(
        parts,
        random.nextInt(128),
        quiet ? 0 : StrictMath.pow(10, -between(0.7, 2.2, random)),
        random.nextDouble() * 0.9);
  }

  private List<HeardNote> passage(RandomGenerator random) {
    List<HeardNote> tune = tunes.get(random.nextInt(tunes.size()));
    double slowness = StrictMath.exp(between(-1.1, 0.4, random));
    double from = tune.get(random.nextInt(tune.size())).onset();
    double held = between(0.5, 1, random);
    double apart = random.nextBoolean() ? 0 : 0.02;
    int velocity = random.nextInt(45, 105);
    int shift = shift(tune, random);
    double begin = random.nextDouble() * LATEST_BEGINNING;
    List<HeardNote> notes = new ArrayList<>();
    for (HeardNote note : tune) {
      double onset =
          begin + (note.onset() - from) * slowness + apart * (2 * random.nextDouble() - 1);
      if (note.onset() >= from) {
        double length = Math.max(SHORTEST, (note.end() - note.onset()) * slowness * held);
        add(notes, onset, length, note.pitch() + shift, velocity, random);
      }
    }
    return notes;
  }

  /** Semitones that bring a tune somewhere into the keys that are told. */
  private static int shift(List<HeardNote> tune, RandomGenerator random) {
    int lowest = 127;
    int highest = 0;
    for (HeardNote note : tune) {
      lowest = Math.min(lowest, note.pitch());
      highest = Math.max(highest, note.pitch());
    }
    int shift = random.nextInt(-FAR, FAR + 1);
    if (random.nextInt(4) == 0) {
      shift += random.nextBoolean() ? OCTAVE : -OCTAVE;
    }
    return Math.max(Hearing.LOWEST - lowest, Math.min(Hearing.HIGHEST - highest, shift));
  }

  private static List<HeardNote> study(RandomGenerator random) {
    int low = random.nextInt(Hearing.LOWEST, Hearing.HIGHEST - OCTAVE);
    int high = Math.min(Hearing.HIGHEST, low + random.nextInt(OCTAVE, 3 * OCTAVE));
    int together = random.nextInt(1, MOST_TOGETHER + 1);
    double pace = StrictMath.exp(between(-2.3, 0, random));
    int velocity = random.nextInt(45, 105);
    List<HeardNote> notes = new ArrayList<>();
    for (double at = random.nextDouble() * LATEST_BEGINNING;
        at < SECONDS;
        at += pace * between(0.5, 1.5, random)) {
      int chord = 1 + random.nextInt(together);
      for (int i = 0; i < chord; i++) {
        double length = Math.max(SHORTEST, pace * StrictMath.exp(between(-1, 1, random)));
        double onset = at + 0.01 * random.nextDouble();
        add(notes, onset, length, random.nextInt(low, high + 1), velocity, random);
      }
    }
    return notes;
  }

  private static void add(
      List<HeardNote> notes,
      double onset,
      double length,
      int pitch,
      int velocity,
      RandomGenerator random) {
    if (pitch >= 0 && pitch <= 127 && onset >= 0 && onset < SECONDS - SHORTEST) {
      int struck = Math.max(20, Math.min(127, velocity + random.nextInt(-18, 19)));
      notes.add(new HeardNote(onset, Math.min(SECONDS, onset + length), pitch, struck));
    }
  }

  private static double between(double least, double most, RandomGenerator random) {
    return least + (most - least) * random.nextDouble();
  }
}
