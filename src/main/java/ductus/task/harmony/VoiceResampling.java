package ductus.task.harmony;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.Key;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.VoiceFeatures;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * A resampling that fills voices that are not given, as DeepBach does (Hadjeres et al. 2017): a
 * network says what a voice may sing in a beat, in the light of all that is around it, and note
 * after note is drawn again. First many notes at a time, fewer and fewer of them hidden; then each
 * voice's every third beat, where a choice that makes a fault of voice leading is made less
 * probable, and colder and colder.
 */
public final class VoiceResampling {
  private static final int FIRST_ROUNDS = 16;
  private static final int ROUNDS = 14;

  /** Distance of beats of a voice that are drawn together: none is the other's neighbor. */
  private static final int APART = 3;

  private static final double LEAST_HIDDEN = 0.15;
  private static final double COLDEST = 0.25;

  /** Price of a fault, in nats. */
  private static final double FAULT = 6;

  /** Price of a note outside the key, in nats. */
  private static final double STRANGE = 1.5;

  private final TaggingNetwork network;
  private final Tape tape;

  /** A resampling by a network of voices. */
  public VoiceResampling(TaggingNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Fills some voices.
   *
   * @param given all voices; what is in those to be filled does not count
   * @param fill which voices are to be filled, from the top
   * @param key that they are to keep to
   */
  public Chorale fill(Chorale given, List<Boolean> fill, Key key, RandomGenerator random) {
    int[] pitches = given.pitches();
    boolean[] free = new boolean[pitches.length];
    for (int t = 0; t < given.length(); t++) {
      boolean silent = true;
      for (int v = 0; v < Chorale.VOICES; v++) {
        silent &= fill.get(v) || given.pitch(v, t) == Chorale.REST;
      }
      for (int v = 0; v < Chorale.VOICES; v++) {
        free[t * Chorale.VOICES + v] = fill.get(v) && !silent;
        if (fill.get(v)) {
          pitches[t * Chorale.VOICES + v] = Chorale.REST;
        }
      }
    }
    List<Integer> voices = new ArrayList<>(Stream.of(0, 1, 2, 3).filter(fill::get).toList());
    if (voices.isEmpty()) {
      return given;
    }
    for (int round = 0; round < FIRST_ROUNDS; round++) {
      double share = Math.max(LEAST_HIDDEN, 1 - (double) round / FIRST_ROUNDS);
      drawMany(pitches, free, voices, share, key, random);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double temperature = 1 - (1 - COLDEST) * round / (ROUNDS - 1);
      Randomness.shuffle(voices, random);
      for (int phase = 0; phase < APART; phase++) {
        drawApart(pitches, free, voices, phase, temperature, key, random);
      }
    }
    return new Chorale(pitches);
  }

  /** Hides a share of the free notes of all voices and draws them, each for itself. */
  private void drawMany(
      int[] pitches,
      boolean[] free,
      List<Integer> voices,
      double share,
      Key key,
      RandomGenerator random) {
    boolean[] hidden = new boolean[free.length];
    for (int i = 0; i < free.length; i++) {
      hidden[i] = free[i] && random.nextDouble() < share;
    }
    int asked = voices.size();
    FMatrixRMaj logits =
        logits(voices.stream().map(voice -> question(pitches, hidden, voice, key)).toList());
    for (int row = 0; row < free.length / Chorale.VOICES * asked; row++) {
      int place = row / asked * Chorale.VOICES + voices.get(row % asked);
      if (hidden[place]) {
        pitches[place] = draw(weights(logits, row, key), 1, key, random);
      }
    }
  }

  /**
   * Draws every third beat of each voice, of no two voices in the same beat, mindful of what is
   * around it by now. One pass of the network answers for all of them.
   */
  private void drawApart(
      int[] pitches,
      boolean[] free,
      List<Integer> voices,
      int phase,
      double temperature,
      Key key,
      RandomGenerator random) {
    int beats = free.length / Chorale.VOICES;
    int asked = voices.size();
    List<TagSequence> questions = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      boolean[] hidden = new boolean[free.length];
      for (int t = (phase + i) % APART; t < beats; t += APART) {
        int place = t * Chorale.VOICES + voices.get(i);
        hidden[place] = free[place];
      }
      questions.add(question(pitches, hidden, voices.get(i), key));
    }
    FMatrixRMaj logits = logits(questions);
    for (int i = 0; i < asked; i++) {
      for (int t = (phase + i) % APART; t < beats; t += APART) {
        int place = t * Chorale.VOICES + voices.get(i);
        if (free[place]) {
          double[] weights = weights(logits, t * asked + i, key);
          for (int label = 0; label < weights.length; label++) {
            pitches[place] = VoiceFeatures.pitch(label, key);
            weights[label] -= FAULT * VoiceLeading.around(pitches, t);
          }
          pitches[place] = draw(weights, temperature, key, random);
        }
      }
    }
  }

  /** Whether a pitch is outside the key, and not what leads to the keynote of minor either. */
  private static boolean isStrange(int pitch, Key key) {
    int degree = Math.floorMod(pitch - key.tonic(), 12);
    return !key.contains(pitch) && !(key.mode().hasMinorThird() && (degree == 11 || degree == 9));
  }

  private static TagSequence question(int[] pitches, boolean[] hidden, int voice, Key key) {
    int[] none = new int[pitches.length / Chorale.VOICES];
    Arrays.fill(none, TagSequence.NONE);
    return new TagSequence(
        VoiceFeatures.of(pitches, hidden, voice, key), none, VoiceFeatures.PER_BEAT);
  }

  private FMatrixRMaj logits(List<TagSequence> sequences) {
    TagBatch batch = new TagBatch(sequences);
    network.begin(batch, tape);
    return network.outputs(batch, tape);
  }

  /** The logits of a row, less what strange notes cost. */
  private static double[] weights(FMatrixRMaj logits, int row, Key key) {
    double[] weights = new double[VoiceFeatures.LABELS];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = logits.data[row * logits.numCols + label];
      weights[label] -= isStrange(VoiceFeatures.pitch(label, key), key) ? STRANGE : 0;
    }
    return weights;
  }

  /** Draws a pitch, never a rest. */
  private static int draw(
      double[] logWeights, double temperature, Key key, RandomGenerator random) {
    int rest = VoiceFeatures.label(Chorale.REST, key);
    double highest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < rest; label++) {
      highest = Math.max(highest, logWeights[label]);
    }
    double sum = 0;
    double[] up = new double[rest];
    for (int label = 0; label < rest; label++) {
      sum += StrictMath.exp((logWeights[label] - highest) / temperature);
      up[label] = sum;
    }
    double drawn = random.nextDouble() * sum;
    int label = 0;
    while (label < rest - 1 && up[label] <= drawn) {
      label++;
    }
    return VoiceFeatures.pitch(label, key);
  }
}
