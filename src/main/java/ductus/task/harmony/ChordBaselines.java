package ductus.task.harmony;

import ductus.model.tagging.TagSequence;
import ductus.music.Note;
import ductus.music.harmony.Beat;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.TuneBeats;
import java.util.Arrays;
import java.util.List;

/**
 * Simple ways to find chords, which a network must be better than: the keynote's triad throughout;
 * and a bigram model of chord classes, each of which sounds with the notes of its beat (a hidden
 * Markov model of first order, counted, its most probable row found by Viterbi).
 */
final class ChordBaselines {
  private static final int CLASSES = ChordClasses.COUNT;
  private static final double SMOOTHING = 0.5;

  /** Log probability of the next class, for downbeats and for other beats. */
  private final double[][][] next = new double[2][CLASSES][CLASSES];

  private final double[] first = new double[CLASSES];

  /** Log probability of a degree of the scale in a beat with a class. */
  private final double[][] degrees = new double[CLASSES][12];

  /** Baselines that were counted in some tunes. */
  ChordBaselines(List<HarmonizedTune> training) {
    for (HarmonizedTune each : training) {
      int[] classes = each.classes();
      List<Beat> beats = each.tune().beats();
      for (int t = 0; t < classes.length; t++) {
        if (classes[t] == TagSequence.NONE) {
          continue;
        }
        double[] weights = weights(each.tune(), beats.get(t));
        for (int degree = 0; degree < 12; degree++) {
          degrees[classes[t]][degree] += weights[degree];
        }
        first[classes[t]]++;
        if (t > 0 && classes[t - 1] != TagSequence.NONE) {
          next[kind(beats.get(t))][classes[t - 1]][classes[t]]++;
        }
      }
    }
    toLogs(first);
    for (double[] row : degrees) {
      toLogs(row);
    }
    for (double[][] table : next) {
      for (double[] row : table) {
        toLogs(row);
      }
    }
  }

  /** The class of the keynote's triad, in each beat. */
  static int[] tonic(TuneBeats tune) {
    int[] classes = new int[tune.beats().size()];
    Arrays.fill(classes, ChordClasses.tonic(tune.key()));
    return classes;
  }

  /** The most probable row of classes. */
  int[] bigram(TuneBeats tune) {
    List<Beat> beats = tune.beats();
    int count = beats.size();
    int[][] from = new int[count][CLASSES];
    double[] score = new double[CLASSES];
    for (int t = 0; t < count; t++) {
      double[] sounds = sounds(tune, beats.get(t));
      double[] now = new double[CLASSES];
      for (int c = 0; c < CLASSES; c++) {
        double best = t == 0 ? first[c] : Double.NEGATIVE_INFINITY;
        for (int before = 0; t > 0 && before < CLASSES; before++) {
          double arrived = score[before] + next[kind(beats.get(t))][before][c];
          if (arrived > best) {
            best = arrived;
            from[t][c] = before;
          }
        }
        now[c] = best + sounds[c];
      }
      score = now;
    }
    int[] path = new int[count];
    int last = 0;
    for (int c = 1; c < CLASSES; c++) {
      last = score[c] > score[last] ? c : last;
    }
    for (int t = count - 1; t >= 0; t--) {
      path[t] = last;
      last = from[t][last];
    }
    return path;
  }

  /** Computes −log probability of a tune's chords together, given its notes, in nats. */
  double nats(HarmonizedTune tune) {
    int[] any = new int[tune.chords().size()];
    Arrays.fill(any, TagSequence.NONE);
    return log(tune.tune(), any) - log(tune.tune(), tune.classes());
  }

  /** Log probability of the notes with all rows of classes that agree with what is known. */
  private double log(TuneBeats tune, int[] known) {
    double log = 0;
    double[] shares = new double[CLASSES];
    for (int t = 0; t < known.length; t++) {
      Beat beat = tune.beats().get(t);
      double[] sounds = sounds(tune, beat);
      double highest = Arrays.stream(sounds).max().orElseThrow();
      double[] now = new double[CLASSES];
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        if (known[t] == TagSequence.NONE || known[t] == c) {
          double arrived = t == 0 ? StrictMath.exp(first[c]) : arrived(shares, kind(beat), c);
          now[c] = arrived * StrictMath.exp(sounds[c] - highest);
          sum += now[c];
        }
      }
      for (int c = 0; c < CLASSES; c++) {
        now[c] /= sum;
      }
      log += highest + StrictMath.log(sum);
      shares = now;
    }
    return log;
  }

  private double arrived(double[] shares, int kind, int to) {
    double sum = 0;
    for (int before = 0; before < CLASSES; before++) {
      if (shares[before] > 0) {
        sum += shares[before] * StrictMath.exp(next[kind][before][to]);
      }
    }
    return sum;
  }

  private static int kind(Beat beat) {
    return beat.isDownbeat() ? 1 : 0;
  }

  /** Log probability of a beat's notes with each class. */
  private double[] sounds(TuneBeats tune, Beat beat) {
    double[] weights = weights(tune, beat);
    double[] sounds = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      for (int degree = 0; degree < 12; degree++) {
        sounds[c] += weights[degree] * degrees[c][degree];
      }
    }
    return sounds;
  }

  /** Parts of the beat for which each degree sounds. */
  private static double[] weights(TuneBeats tune, Beat beat) {
    double[] weights = new double[12];
    for (Note note : tune.notes()) {
      long part = Math.min(beat.end(), note.end()) - Math.max(beat.start(), note.onset());
      if (part > 0) {
        int degree = Math.floorMod(note.pitch() - tune.key().tonic(), 12);
        weights[degree] += (double) part / (beat.end() - beat.start());
      }
    }
    return weights;
  }

  private static void toLogs(double[] counts) {
    double sum = Arrays.stream(counts).sum() + SMOOTHING * counts.length;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = StrictMath.log((counts[i] + SMOOTHING) / sum);
    }
  }
}
