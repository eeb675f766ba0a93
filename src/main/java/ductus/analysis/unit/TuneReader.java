package ductus.analysis.unit;

import ductus.analysis.unit.ReadPiece.Feature;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyVocabulary;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  /** Names of what is seen, in order. */
  public static final List<String> FEATURES =
      Arrays.stream(Trait.values()).map(trait -> trait.words).toList();

  private final Network network;
  private final Encoding<Melody> encoding;
  private final Tape tape;

  /**
   * A reader.
   *
   * @param network of melodies, whose weights it packs
   * @param encoding that it learned with
   */
  public TuneReader(Network network, Encoding<Melody> encoding, Workers workers) {
    this.network = network;
    this.encoding = encoding;
    tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
  }

  /**
   * Reads a melody from its beginning.
   *
   * @param melody in the key that the network learned in
   * @return a step a token that is read, those of the header first
   */
  public ReadPiece read(Melody melody) {
    Sequence sequence = encoding.encode(melody);
    Batch batch = Batch.of(List.of(sequence), encoding.vocabularySize());
    tape.begin(batch.time(), 1, network.initialState(1));
    network.outputs(batch, tape);
    return new ReadPiece(features(melody, sequence, batch.time()), network.activities(tape));
  }

  private List<Feature> features(Melody melody, Sequence sequence, int rows) {
    Map<Trait, List<Double>> courses = new EnumMap<>(Trait.class);
    MelodyTracker follower = new MelodyTracker(melody);
    for (int t = 0; t < rows; t++) {
      Map<Trait, Double> seen = follower.see(sequence.token(t), sequence.token(t + 1));
      for (Trait trait : Trait.values()) {
        courses
            .computeIfAbsent(trait, absent -> new ArrayList<>())
            .add(seen.getOrDefault(trait, Double.NaN));
      }
    }
    return courses.entrySet().stream()
        .map(course -> new Feature(course.getKey().words, course.getValue()))
        .toList();
  }

  /** Follows a melody token by token. */
  private static final class MelodyTracker {
    private final int steps;
    private final int tonic;
    private final boolean[] downbeats;
    private final double[] placesInBar;
    private int step;
    private int pitch = -1;
    private int before = -1;
    private int length;

    MelodyTracker(Melody melody) {
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

    /** What there is to be seen; nothing but at steps of the grid. */
    Map<Trait, Double> see(int token, int next) {
      Map<Trait, Double> seen = new EnumMap<>(Trait.class);
      if (!MelodyVocabulary.takesTime(token) || step >= steps) {
        return seen;
      }
      boolean begins = MelodyVocabulary.isOnset(token);
      if (begins) {
        before = pitch;
        pitch = MelodyVocabulary.pitch(token);
      }
      boolean rests = token == MelodyVocabulary.REST;
      length = begins || rests ? 1 : length + 1;
      boolean sounds = !rests && pitch >= 0;
      seen.put(Trait.NOTE_BEGINS, asNumber(begins));
      seen.put(Trait.NOTE_HOLDS, asNumber(token == MelodyVocabulary.HOLD));
      seen.put(Trait.SILENCE, asNumber(rests));
      seen.put(Trait.DOWNBEAT, asNumber(downbeats[step]));
      seen.put(Trait.PLACE_IN_BAR, placesInBar[step]);
      seen.put(Trait.TONIC, asNumber(sounds && Math.floorMod(pitch - tonic, 12) == 0));
      seen.put(Trait.FIFTH, asNumber(sounds && Math.floorMod(pitch - tonic, 12) == 7));
      seen.put(Trait.PLACE_IN_TUNE, step / (double) steps);
      seen.put(Trait.NOTE_FOLLOWS, asNumber(MelodyVocabulary.isOnset(next)));
      if (sounds) {
        seen.put(Trait.LENGTH_SO_FAR, (double) length);
      }
      if (pitch >= 0) {
        seen.put(Trait.PITCH, (double) pitch);
      }
      if (before >= 0) {
        seen.put(Trait.RISE, (double) pitch - before);
        seen.put(Trait.LEAP, (double) Math.abs(pitch - before));
      }
      step++;
      return seen;
    }

    private static double asNumber(boolean fact) {
      return fact ? 1 : 0;
    }
  }
}
