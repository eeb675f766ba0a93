package ductus.workbench.inside;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads melodies with a network that predicts them. */
public final class TuneReader {
  /** What one sees in a melody at each of its steps. */
  private enum Trait {
    NOTE_BEGINS("a note begins"),
    NOTE_HOLDS("a note is held"),
    SILENCE("silence"),
    PITCH("pitch"),
    RISE("rise of the melody"),
    LEAP("width of the last step"),
    LENGTH_SO_FAR("length of the note so far"),
    DOWNBEAT("first step of a bar"),
    PLACE_IN_BAR("place in the bar"),
    TONIC("the tonic sounds"),
    FIFTH("the fifth sounds"),
    PLACE_IN_TUNE("place in the tune"),
    NOTE_FOLLOWS("a note begins next");

    private final String words;

    Trait(String words) {
      this.words = words;
    }
  }

  private final Network network;
  private final MelodyEncoding encoding = new MelodyEncoding();
  private final Tape tape;

  /**
   * A reader.
   *
   * @param network of melodies, whose weights it packs
   */
  public TuneReader(Network network, Workers workers) {
    this.network = network;
    tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
  }

  /**
   * Reads a melody from its beginning.
   *
   * @param melody in the key that the network learned in
   * @return a step a token that is read, those of the header first
   */
  public Reading read(Melody melody) {
    Sequence sequence = encoding.encode(melody);
    Batch batch = Batch.of(List.of(sequence), encoding.vocabularySize());
    tape.begin(batch.time(), 1, network.initialState(1));
    network.logits(batch, tape);
    return new Reading(features(melody, sequence, batch.time()), network.activities(tape));
  }

  private List<Feature> features(Melody melody, Sequence sequence, int rows) {
    List<List<Double>> courses = new ArrayList<>();
    for (int i = 0; i < Trait.values().length; i++) {
      courses.add(new ArrayList<>(Collections.nCopies(rows, Double.NaN)));
    }
    Follower follower = new Follower(melody);
    for (int t = 0; t < rows; t++) {
      double[] seen = follower.see(sequence.token(t), sequence.token(t + 1));
      for (int i = 0; i < seen.length; i++) {
        courses.get(i).set(t, seen[i]);
      }
    }
    List<Feature> features = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      features.add(new Feature(trait.words, courses.get(trait.ordinal())));
    }
    return features;
  }

  /** Follows a melody token by token. */
  private static final class Follower {
    private final int steps;
    private final int tonic;
    private final boolean[] downbeats;
    private final double[] placesInBar;
    private int step;
    private int pitch = -1;
    private int before = -1;
    private int length;

    Follower(Melody melody) {
      steps = melody.steps();
      tonic = melody.key().tonic();
      downbeats = new boolean[steps];
      placesInBar = new double[steps];
      melody
          .bars()
          .forEach(
              bar -> {
                downbeats[(int) bar.start()] = true;
                for (int i = 0; i < bar.length() && bar.start() + i < steps; i++) {
                  placesInBar[(int) bar.start() + i] = i / (double) bar.length();
                }
              });
    }

    double[] see(int token, int next) {
      double[] seen = new double[Trait.values().length];
      Arrays.fill(seen, Double.NaN);
      if (!MelodyVocabulary.takesTime(token) || step >= steps) {
        return seen;
      }
      boolean begins = MelodyVocabulary.isOnset(token);
      if (begins) {
        before = pitch;
        pitch = MelodyVocabulary.pitch(token);
      }
      length = begins || token == MelodyVocabulary.REST ? 1 : length + 1;
      boolean sounds = token != MelodyVocabulary.REST && pitch >= 0;
      put(seen, Trait.NOTE_BEGINS, begins ? 1 : 0);
      put(seen, Trait.NOTE_HOLDS, token == MelodyVocabulary.HOLD ? 1 : 0);
      put(seen, Trait.SILENCE, token == MelodyVocabulary.REST ? 1 : 0);
      put(seen, Trait.PITCH, pitch < 0 ? Double.NaN : pitch);
      put(seen, Trait.RISE, before < 0 ? Double.NaN : pitch - before);
      put(seen, Trait.LEAP, before < 0 ? Double.NaN : Math.abs(pitch - before));
      put(seen, Trait.LENGTH_SO_FAR, sounds ? length : Double.NaN);
      put(seen, Trait.DOWNBEAT, downbeats[step] ? 1 : 0);
      put(seen, Trait.PLACE_IN_BAR, placesInBar[step]);
      put(seen, Trait.TONIC, sounds && Math.floorMod(pitch - tonic, 12) == 0 ? 1 : 0);
      put(seen, Trait.FIFTH, sounds && Math.floorMod(pitch - tonic, 12) == 7 ? 1 : 0);
      put(seen, Trait.PLACE_IN_TUNE, step / (double) steps);
      put(seen, Trait.NOTE_FOLLOWS, MelodyVocabulary.isOnset(next) ? 1 : 0);
      step++;
      return seen;
    }

    private static void put(double[] seen, Trait trait, double value) {
      seen[trait.ordinal()] = value;
    }
  }
}
