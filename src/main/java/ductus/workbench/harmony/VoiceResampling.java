package ductus.workbench.harmony;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.finding.KeyFinder;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.VoiceFeatures;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Fills voices that are not given, as DeepBach does (Hadjeres et al. 2017): a network says what a
 * voice may sing in a beat, in the light of all that is around it, and note after note is drawn
 * again. First many notes at a time, fewer and fewer of them hidden; then a voice's every third
 * beat, where a choice that makes a fault of voice leading is made less probable, and colder and
 * colder.
 */
public final class VoiceResampling {
  private static final int FIRST_ROUNDS = 16;
  private static final int ROUNDS = 14;

  /**
   * Beats of a voice that are drawn together are so far apart that none is the other's neighbor.
   */
  private static final int APART = 3;

  private static final double LEAST_HIDDEN = 0.15;
  private static final double COLDEST = 0.25;

  /** What a fault costs, in nats. */
  private static final double FAULT = 6;

  /** What a note outside the key of the given voices costs, in nats. */
  private static final double STRANGE = 1.5;

  private final TaggingNetwork network;
  private final Tape tape;

  /** With a network of voices. */
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
   */
  public Chorale fill(Chorale given, List<Boolean> fill, RandomGenerator random) {
    int[] pitches = given.pitches();
    boolean[] strange = strange(given, fill);
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
    for (int round = 0; round < FIRST_ROUNDS; round++) {
      drawMany(
          pitches,
          free,
          Math.max(LEAST_HIDDEN, 1 - (double) round / FIRST_ROUNDS),
          strange,
          random);
    }
    List<Integer> voices =
        new ArrayList<>(List.of(0, 1, 2, 3).stream().filter(voice -> fill.get(voice)).toList());
    for (int round = 0; round < ROUNDS; round++) {
      double temperature = 1 - (1 - COLDEST) * round / (ROUNDS - 1);
      Randomness.shuffle(voices, random);
      for (int voice : voices) {
        for (int phase = 0; phase < APART; phase++) {
          drawApart(pitches, free, voice, phase, temperature, strange, random);
        }
      }
    }
    return new Chorale(pitches);
  }

  /** Hides a share of the free notes of all voices and draws them, each for itself. */
  private void drawMany(
      int[] pitches, boolean[] free, double share, boolean[] strange, RandomGenerator random) {
    boolean[] hidden = new boolean[free.length];
    for (int i = 0; i < free.length; i++) {
      hidden[i] = free[i] && random.nextDouble() < share;
    }
    List<TagSequence> sequences = new ArrayList<>();
    for (int v = 0; v < Chorale.VOICES; v++) {
      sequences.add(question(pitches, hidden, v));
    }
    FMatrixRMaj logits = logits(sequences);
    for (int i = 0; i < hidden.length; i++) {
      if (hidden[i]) {
        pitches[i] = draw(weights(logits, i, strange), 1, random);
      }
    }
  }

  /** Draws every third beat of a voice, mindful of its neighbors. */
  private void drawApart(
      int[] pitches,
      boolean[] free,
      int voice,
      int phase,
      double temperature,
      boolean[] strange,
      RandomGenerator random) {
    boolean[] hidden = new boolean[free.length];
    int beats = free.length / Chorale.VOICES;
    boolean any = false;
    for (int t = phase; t < beats; t += APART) {
      hidden[t * Chorale.VOICES + voice] = free[t * Chorale.VOICES + voice];
      any |= free[t * Chorale.VOICES + voice];
    }
    if (!any) {
      return;
    }
    FMatrixRMaj logits = logits(List.of(question(pitches, hidden, voice)));
    for (int t = phase; t < beats; t += APART) {
      int place = t * Chorale.VOICES + voice;
      if (hidden[place]) {
        double[] weights = weights(logits, t, strange);
        for (int label = 0; label < weights.length; label++) {
          pitches[place] = VoiceFeatures.pitch(label);
          weights[label] -= FAULT * VoiceLeading.around(pitches, t);
        }
        pitches[place] = draw(weights, temperature, random);
      }
    }
  }

  /** Which pitch classes are outside the key that the given voices are heard in. */
  private static boolean[] strange(Chorale given, List<Boolean> fill) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int t = 0; t < given.length(); t++) {
      for (int v = 0; v < Chorale.VOICES; v++) {
        if (!fill.get(v) && given.pitch(v, t) != Chorale.REST) {
          notes.add(new MelodyNote(t, 1, given.pitch(v, t)));
        }
      }
    }
    boolean[] strange = new boolean[12];
    if (!notes.isEmpty()) {
      Key key = KeyFinder.find(notes, List.of(), Optional.empty());
      for (int pitch = 0; pitch < 12; pitch++) {
        // the leading note of minor, and what leads to it
        boolean raised =
            key.mode().hasMinorThird()
                && (pitch == (key.tonic() + 11) % 12 || pitch == (key.tonic() + 9) % 12);
        strange[pitch] = !key.contains(pitch) && !raised;
      }
    }
    return strange;
  }

  private static TagSequence question(int[] pitches, boolean[] hidden, int voice) {
    int[] none = new int[pitches.length / Chorale.VOICES];
    Arrays.fill(none, TagSequence.NONE);
    return new TagSequence(VoiceFeatures.of(pitches, hidden, voice), none, VoiceFeatures.PER_BEAT);
  }

  private FMatrixRMaj logits(List<TagSequence> sequences) {
    TagBatch batch = new TagBatch(sequences);
    network.begin(batch, tape);
    return network.logits(batch, tape);
  }

  /** The logits of a row, less what strange notes cost. */
  private static double[] weights(FMatrixRMaj logits, int row, boolean[] strange) {
    double[] weights = new double[VoiceFeatures.LABELS];
    for (int label = 0; label < weights.length; label++) {
      weights[label] = logits.data[row * logits.numCols + label];
      weights[label] -= strange[Math.floorMod(VoiceFeatures.pitch(label), 12)] ? STRANGE : 0;
    }
    return weights;
  }

  /** Draws a pitch, never a rest. */
  private static int draw(double[] logWeights, double temperature, RandomGenerator random) {
    int rest = VoiceFeatures.label(Chorale.REST);
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
    return VoiceFeatures.pitch(label);
  }
}
