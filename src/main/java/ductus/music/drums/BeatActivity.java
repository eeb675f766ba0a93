package ductus.music.drums;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tells how busy music is, beat by beat, beside what is usual in it: so drums can be told of a tune
 * what they know of themselves. Of drums, how hard and how often they are struck counts; of a tune,
 * how often notes begin.
 */
public final class BeatActivity {
  /** The levels, from nothing that sounds to much more than the mean of the beats that sound. */
  public static final List<String> LEVELS = List.of("rest", "quiet", "usual", "busy");

  private static final int REST = 0;
  private static final int QUIET = 1;
  private static final int USUAL = 2;
  private static final int BUSY = 3;

  /** Shares of the mean below which a beat is quiet, and above which it is busy. */
  private static final double QUIET_BELOW = 0.75;

  private static final double BUSY_ABOVE = 1.25;

  /** Length in quarter notes by which a note may come before its beat: about half a sixteenth. */
  private static final double EARLY = 0.12;

  private BeatActivity() {}

  /** The levels of the beats of drums, as indices of {@link #LEVELS}. */
  public static List<Integer> ofDrums(Score drums) {
    List<Bar> bars =
        Bar.layOut(
            drums.timeSignatures(),
            drums.ticksPerQuarter(),
            Math.max(1, drums.length()),
            Bar.MOST_OF_PIECE);
    double[] starts = beats(drums, bars, UnaryOperator.identity());
    double[] weights = new double[starts.length];
    for (Note stroke : drums.notes()) {
      weights[at(starts, stroke, drums)] += stroke.isDrum() ? stroke.velocity() : 0;
    }
    boolean[] sounds = new boolean[starts.length];
    for (int beat = 0; beat < sounds.length; beat++) {
      sounds[beat] = weights[beat] > 0;
    }
    return levels(weights, sounds);
  }

  /**
   * The levels of the beats of a tune, in the metre in which drums play under it. A beat in which
   * nothing begins, but something goes on, is quiet.
   *
   * @param tune of one note at least
   */
  public static List<Integer> ofTune(Score tune) {
    double[] starts = beats(tune, Accompaniment.bars(tune), Accompaniment::metreUnder);
    double[] weights = new double[starts.length];
    boolean[] sounds = new boolean[starts.length];
    long onset = -1;
    for (Note note : tune.notes()) {
      if (!note.isDrum()) {
        int beat = at(starts, note, tune);
        // The notes of a chord count once.
        weights[beat] += note.onset() == onset ? 0 : 1;
        onset = note.onset();
        for (int b = beat; b < starts.length && (b == beat || starts[b] < note.end()); b++) {
          sounds[b] = true;
        }
      }
    }
    return levels(weights, sounds);
  }

  /** The ticks at which beats begin; the last beat of a bar may be short. */
  private static double[] beats(Score score, List<Bar> bars, UnaryOperator<TimeSignature> heard) {
    List<Double> starts = new ArrayList<>();
    for (Bar bar : bars) {
      double beat = heard.apply(bar.metre()).quartersPerBeat() * score.ticksPerQuarter();
      for (double start = bar.start(); start < bar.end() - 0.5; start += beat) {
        starts.add(start);
      }
    }
    return starts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Index of the beat that a note belongs to. */
  private static int at(double[] starts, Note note, Score score) {
    double onset = note.onset() + EARLY * score.ticksPerQuarter();
    int place = Arrays.binarySearch(starts, onset);
    return place >= 0 ? place : Math.max(0, -place - 2);
  }

  private static List<Integer> levels(double[] weights, boolean[] sounds) {
    double total = 0;
    int sounding = 0;
    for (int beat = 0; beat < weights.length; beat++) {
      total += weights[beat];
      sounding += sounds[beat] ? 1 : 0;
    }
    double mean = sounding == 0 ? 0 : total / sounding;
    List<Integer> levels = new ArrayList<>(weights.length);
    for (int beat = 0; beat < weights.length; beat++) {
      if (!sounds[beat]) {
        levels.add(REST);
      } else if (weights[beat] < QUIET_BELOW * mean) {
        levels.add(QUIET);
      } else {
        levels.add(weights[beat] > BUSY_ABOVE * mean ? BUSY : USUAL);
      }
    }
    return levels;
  }
}
