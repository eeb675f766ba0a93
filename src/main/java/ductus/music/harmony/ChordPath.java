package ductus.music.harmony;

import java.util.Arrays;
import java.util.List;

/**
 * A hidden Markov model over the chords of beats: likelihoods from templates, and changes that are
 * likelier on bar lines. A change leads to any chord by its prior, so a step costs no more than the
 * number of chords.
 */
final class ChordPath {
  private static final double DOWNBEAT_CHANGE = 0.5;
  private static final double MID_BAR_CHANGE = 0.25;
  private static final double BEAT_CHANGE = 0.12;

  private final List<Beat> beats;

  /** Log likelihood of each beat's sounds under each chord [beats×chords]. */
  private final double[][] likelihoods;

  /** Log probability of each chord after a change. */
  private final double[] logPriors;

  private final double[] priors;

  /** Probability of each chord given all beats [beats×chords]. */
  private final double[][] posteriors;

  ChordPath(List<Beat> beats, List<BeatSound> sounds) {
    this.beats = beats;
    this.likelihoods = sounds.stream().map(ChordTemplates::logLikelihoods).toArray(double[][]::new);
    this.priors =
        ChordTemplates.CHORDS.stream()
            .mapToDouble(chord -> StrictMath.exp(ChordTemplates.logPrior(chord)))
            .toArray();
    normalize(priors);
    this.logPriors = Arrays.stream(priors).map(StrictMath::log).toArray();
    this.posteriors = posteriors();
  }

  /** The chord of each beat in the most probable row, as an index of the templates. */
  int[] mostProbable() {
    int beatCount = likelihoods.length;
    int chords = priors.length;
    int[][] from = new int[beatCount][chords];
    double[] best = new double[chords];
    for (int t = 0; t < beatCount; t++) {
      double change = StrictMath.log(change(t));
      double stay = StrictMath.log(1 - change(t));
      int highest = argMax(best);
      double[] next = new double[chords];
      for (int chord = 0; chord < chords; chord++) {
        double changed = (t == 0 ? 0 : best[highest] + change) + logPriors[chord];
        double stayed = t == 0 ? Double.NEGATIVE_INFINITY : best[chord] + stay;
        from[t][chord] = stayed >= changed ? chord : highest;
        next[chord] = Math.max(stayed, changed) + likelihoods[t][chord];
      }
      best = next;
    }
    int[] path = new int[beatCount];
    for (int t = beatCount - 1, chord = argMax(best); t >= 0; t--) {
      path[t] = chord;
      chord = from[t][chord];
    }
    return path;
  }

  /** Probability of a chord in a beat, given the whole piece. */
  double probability(int beat, int chord) {
    return posteriors[beat][chord];
  }

  private double[][] posteriors() {
    int beatCount = likelihoods.length;
    int chords = priors.length;
    double[][] forward = new double[beatCount][chords];
    double[][] scaled = new double[beatCount][chords];
    for (int t = 0; t < beatCount; t++) {
      double highest = likelihoods[t][argMax(likelihoods[t])];
      for (int chord = 0; chord < chords; chord++) {
        scaled[t][chord] = StrictMath.exp(likelihoods[t][chord] - highest);
        double arrived =
            t == 0
                ? priors[chord]
                : (1 - change(t)) * forward[t - 1][chord] + change(t) * priors[chord];
        forward[t][chord] = arrived * scaled[t][chord];
      }
      normalize(forward[t]);
    }
    double[] backward = new double[chords];
    Arrays.fill(backward, 1);
    for (int t = beatCount - 1; t >= 0; t--) {
      double[] before = new double[chords];
      double changed = 0;
      for (int chord = 0; chord < chords; chord++) {
        double seen = scaled[t][chord] * backward[chord];
        before[chord] = (1 - change(t)) * seen;
        changed += priors[chord] * seen;
        forward[t][chord] *= backward[chord];
      }
      normalize(forward[t]);
      for (int chord = 0; chord < chords; chord++) {
        before[chord] += change(t) * changed;
      }
      normalize(before);
      backward = before;
    }
    return forward;
  }

  /** Probability that the chord changes with this beat. */
  private double change(int beat) {
    Beat at = beats.get(beat);
    return at.isDownbeat() ? DOWNBEAT_CHANGE : at.isMidBar() ? MID_BAR_CHANGE : BEAT_CHANGE;
  }

  private static void normalize(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }

  private static int argMax(double[] values) {
    int highest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[highest]) {
        highest = i;
      }
    }
    return highest;
  }
}
