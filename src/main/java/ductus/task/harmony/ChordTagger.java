package ductus.task.harmony;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.Beat;
import ductus.music.harmony.ChordSpan;
import ductus.music.harmony.tune.BeatFeatures;
import ductus.music.harmony.tune.ChordClasses;
import ductus.music.harmony.tune.TuneBeats;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A finder of chords for tunes: a network says how probable each is in each beat, and of all rows
 * of chords that one is taken which is best when every change of chord off the bar line has its
 * price.
 */
public final class ChordTagger {
  /** Price of a change, in nats: on a bar line, in the middle of a bar, on another beat. */
  private static final double DOWNBEAT_CHANGE = 0;

  private static final double MID_BAR_CHANGE = 0.5;
  private static final double BEAT_CHANGE = 2.5;

  private final TaggingNetwork network;
  private final Tape tape;

  /** A tagger by a network of chord classes. */
  public ChordTagger(TaggingNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Computes the probability of each class in each beat.
   *
   * @return [T][V], natural logarithms
   */
  double[][] logProbabilities(TuneBeats tune) {
    int beats = tune.beats().size();
    int[] none = new int[beats];
    Arrays.fill(none, TagSequence.NONE);
    TagBatch batch =
        new TagBatch(List.of(new TagSequence(BeatFeatures.of(tune), none, BeatFeatures.PER_BEAT)));
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    double[][] logs = new double[beats][ChordClasses.COUNT];
    for (int t = 0; t < beats; t++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < ChordClasses.COUNT; c++) {
        logs[t][c] = logits.data[t * logits.numCols + c];
        highest = Math.max(highest, logs[t][c]);
      }
      double sum = 0;
      for (double log : logs[t]) {
        sum += Math.exp(log - highest);
      }
      for (int c = 0; c < ChordClasses.COUNT; c++) {
        logs[t][c] -= highest + Math.log(sum);
      }
    }
    return logs;
  }

  /** The class of each beat's chord. */
  int[] classes(TuneBeats tune) {
    return best(logProbabilities(tune), tune.beats());
  }

  /** The chord of each beat with the probability that the network gives it. */
  public List<ChordSpan> chords(TuneBeats tune) {
    double[][] logs = logProbabilities(tune);
    int[] classes = best(logs, tune.beats());
    List<ChordSpan> spans = new ArrayList<>(classes.length);
    for (int t = 0; t < classes.length; t++) {
      Beat beat = tune.beats().get(t);
      spans.add(
          new ChordSpan(
              beat.start(),
              beat.end(),
              ChordClasses.chord(classes[t], tune.key()),
              Math.min(1, Math.exp(logs[t][classes[t]]))));
    }
    return spans;
  }

  private static int[] best(double[][] logs, List<Beat> beats) {
    int count = logs.length;
    int classes = logs[0].length;
    int[][] from = new int[count][classes];
    double[] score = logs[0].clone();
    for (int t = 1; t < count; t++) {
      int highest = argMax(score);
      double changed = score[highest] - price(beats.get(t));
      double[] next = new double[classes];
      for (int c = 0; c < classes; c++) {
        from[t][c] = score[c] >= changed ? c : highest;
        next[c] = Math.max(score[c], changed) + logs[t][c];
      }
      score = next;
    }
    int[] path = new int[count];
    for (int t = count - 1, c = argMax(score); t >= 0; t--) {
      path[t] = c;
      c = from[t][c];
    }
    return path;
  }

  private static double price(Beat beat) {
    return beat.isDownbeat() ? DOWNBEAT_CHANGE : beat.isMidBar() ? MID_BAR_CHANGE : BEAT_CHANGE;
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
