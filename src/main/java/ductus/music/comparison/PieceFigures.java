package ductus.music.comparison;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The figures of one piece. */
final class PieceFigures {
  private static final int WIDEST = 12;

  /** Part of a quarter note to which onsets are taken where bars are compared: 1/24. */
  private static final int GRID = 24;

  private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};

  /** Weight of a note on the keynote beyond that of others, between scales that hold as many. */
  private static final double KEYNOTE = 1e-3;

  private final Score score;
  private final List<Note> pitched;
  private final double[] classes = new double[12];

  PieceFigures(Score score) {
    this.score = score;
    pitched = score.notes().stream().filter(note -> !note.isDrum()).toList();
    for (Note note : pitched) {
      classes[note.pitch() % 12]++;
    }
  }

  /** A figure of the pitches of the piece; empty if it has none. */
  List<Double> ofPitches(ToDoubleFunction<PieceFigures> figure) {
    return pitched.isEmpty() ? List.of() : List.of(figure.applyAsDouble(this));
  }

  List<Double> pitchClasses() {
    List<Double> shares = new ArrayList<>();
    int keynote = keynote();
    for (int i = 0; i < classes.length && !pitched.isEmpty(); i++) {
      shares.add(classes[(keynote + i) % 12] / pitched.size());
    }
    return shares;
  }

  List<Double> intervals() {
    double[] counts = new double[2 * WIDEST + 1];
    Map<Integer, Integer> before = new HashMap<>();
    int all = 0;
    for (Note note : pitched) {
      Integer last = before.put(note.track() * 16 + note.channel(), note.pitch());
      if (last != null) {
        counts[Math.max(-WIDEST, Math.min(WIDEST, note.pitch() - last)) + WIDEST]++;
        all++;
      }
    }
    int total = all;
    return all == 0
        ? List.of()
        : DoubleStream.of(counts).map(count -> count / total).boxed().toList();
  }

  double notesPerQuarter() {
    return score.length() == 0
        ? 0
        : (double) score.notes().size() * score.ticksPerQuarter() / score.length();
  }

  double polyphony() {
    long sounding = 0;
    long covered = 0;
    long end = 0;
    for (Note note : score.notes()) {
      sounding += note.duration();
      covered += Math.max(0, note.end() - Math.max(end, note.onset()));
      end = Math.max(end, note.end());
    }
    return covered == 0 ? 0 : (double) sounding / covered;
  }

  double scaleConsistency() {
    double best = 0;
    for (int tonic = 0; tonic < 12; tonic++) {
      best = Math.max(best, inMajor(tonic));
    }
    return best / pitched.size();
  }

  double pitchClassEntropy() {
    double entropy = 0;
    for (double count : classes) {
      double share = count / pitched.size();
      entropy -= share == 0 ? 0 : share * StrictMath.log(share) / StrictMath.log(2);
    }
    return entropy;
  }

  /**
   * How alike the onsets of neighboring bars are; empty of a piece of fewer than two whole bars of
   * one length.
   */
  List<Double> grooveConsistency() {
    List<Bar> bars =
        Bar.layOut(
            score.timeSignatures(), score.ticksPerQuarter(), score.length(), Bar.MOST_OF_PIECE);
    double different = 0;
    int pairs = 0;
    int next = 0;
    BitSet before = new BitSet();
    long lengthBefore = -1;
    for (Bar bar : bars) {
      BitSet onsets = new BitSet();
      for (; next < score.notes().size() && score.notes().get(next).onset() < bar.end(); next++) {
        onsets.set(step(score.notes().get(next).onset() - bar.start()));
      }
      if (bar.length() == lengthBefore) {
        before.xor(onsets);
        different += (double) before.cardinality() / Math.max(1, step(bar.length()));
        pairs++;
      }
      before = onsets;
      lengthBefore = bar.length();
    }
    return pairs == 0 ? List.of() : List.of(1 - different / pairs);
  }

  private int step(long ticks) {
    return (int) (ticks * GRID / score.ticksPerQuarter());
  }

  /**
   * The keynote of the major scale that holds most notes; between equals, of the one struck most.
   */
  private int keynote() {
    int best = 0;
    for (int tonic = 1; tonic < 12; tonic++) {
      if (inMajor(tonic) + KEYNOTE * classes[tonic] > inMajor(best) + KEYNOTE * classes[best]) {
        best = tonic;
      }
    }
    return best;
  }

  private double inMajor(int tonic) {
    double in = 0;
    for (int degree : MAJOR) {
      in += classes[(tonic + degree) % 12];
    }
    return in;
  }
}
