package ductus.task.transcription;

import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.notes.HeardNote;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A composer of scenes: passages of tunes in other keys, tempos, articulations and dynamics, and
 * studies of notes drawn by chance, played by instruments drawn by chance; sometimes a part is
 * doubled an octave away, for octaves are what is hardest to tell.
 */
final class SceneComposer {
  /** Length of a scene without its end ringing out. */
  static final double SECONDS = 5;

  private static final double STUDIES = 0.2;
  private static final double SECOND_STUDIES = 0.2;
  private static final double DOUBLED = 0.2;
  private static final double LEGATO = 0.5;
  private static final double LATEST_BEGINNING = 0.3;
  private static final double SHORTEST = 0.06;
  private static final int FAR = 9;
  private static final int OCTAVE = 12;
  private static final int MOST_TOGETHER = 5;
  private static final int MOST_PARTS = 6;

  private final List<ScoreVoices> tunes;
  private final Instrumentation instruments;

  /**
   * A composer who has some tunes.
   *
   * @param tunes each with a note
   */
  SceneComposer(List<ScoreVoices> tunes, Instrumentation instruments) {
    this.tunes = tunes;
    this.instruments = instruments;
  }

  /** Composes the next scene. */
  Scene draw(RandomGenerator random) {
    List<Scene.Part> parts = new ArrayList<>();
    while (parts.isEmpty()) {
      if (random.nextDouble() >= STUDIES) {
        addPassage(parts, random);
      }
      if (parts.isEmpty() || random.nextDouble() < SECOND_STUDIES) {
        parts.add(new Scene.Part(instruments.draw(random), study(random)));
      }
      if (random.nextDouble() < DOUBLED) {
        parts.add(doubled(parts.get(0), random));
      }
      parts.removeIf(part -> part.notes().isEmpty());
    }
    boolean quiet = random.nextBoolean();
    return new Scene(
        parts.subList(0, Math.min(MOST_PARTS, parts.size())),
        random.nextInt(128),
        quiet ? 0 : StrictMath.pow(10, -between(0.7, 2.2, random)),
        random.nextDouble() * 0.9);
  }

  /** Adds some seconds of a tune, each of its voices for an instrument, or all for one. */
  private void addPassage(List<Scene.Part> parts, RandomGenerator random) {
    ScoreVoices tune = tunes.get(random.nextInt(tunes.size()));
    List<HeardNote> all = tune.together();
    double slowness = StrictMath.exp(between(-1.1, 0.4, random));
    double from = all.get(random.nextInt(all.size())).onset();
    int shift = shift(all, random);
    double begin = random.nextDouble() * LATEST_BEGINNING;
    boolean alone = random.nextInt(3) == 0;
    int program = instruments.draw(random);
    for (List<HeardNote> voice : tune.voices()) {
      double held = random.nextDouble() < LEGATO ? 1 : between(0.5, 1, random);
      double apart = random.nextBoolean() ? 0 : 0.02;
      int velocity = random.nextInt(45, 110);
      List<HeardNote> notes = new ArrayList<>();
      for (HeardNote note : voice) {
        if (note.onset() >= from) {
          double onset =
              begin + (note.onset() - from) * slowness + apart * (2 * random.nextDouble() - 1);
          double length = Math.max(SHORTEST, (note.end() - note.onset()) * slowness * held);
          add(notes, onset, length, note.pitch() + shift, velocity, random);
        }
      }
      parts.add(new Scene.Part(alone ? program : instruments.draw(random), notes));
    }
  }

  /** Draws semitones that bring a tune somewhere into the keys that are told. */
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
    return Math.max(
        AudioAnalysis.LOWEST - lowest, Math.min(AudioAnalysis.HIGHEST - highest, shift));
  }

  /** Draws notes by chance, all of a few pitches, so that many come again. */
  private List<HeardNote> study(RandomGenerator random) {
    int low = random.nextInt(AudioAnalysis.LOWEST, AudioAnalysis.HIGHEST - OCTAVE);
    int high = Math.min(AudioAnalysis.HIGHEST, low + random.nextInt(OCTAVE, 3 * OCTAVE));
    int[] pitches = random.ints(random.nextInt(3, 16), low, high + 1).toArray();
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
        add(notes, onset, length, pitches[random.nextInt(pitches.length)], velocity, random);
      }
    }
    return notes;
  }

  private Scene.Part doubled(Scene.Part part, RandomGenerator random) {
    int away = random.nextBoolean() ? OCTAVE : -OCTAVE;
    int velocity = random.nextInt(45, 105);
    List<HeardNote> notes = new ArrayList<>();
    for (HeardNote note : part.notes()) {
      if (AudioAnalysis.holds(note.pitch() + away)) {
        add(notes, note.onset(), note.end() - note.onset(), note.pitch() + away, velocity, random);
      }
    }
    return new Scene.Part(instruments.draw(random), notes);
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
