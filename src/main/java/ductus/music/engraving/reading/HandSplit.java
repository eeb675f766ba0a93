package ductus.music.engraving.reading;

import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Divides what a keyboard plays between the hands: by the key from which on the right hand plays,
 * which wanders with the music, so that no hand spans too much and few ledger lines are needed.
 */
public final class HandSplit {
  private static final int LOWEST = 52;
  private static final int HIGHEST = 68;
  private static final int USUAL = 60;
  private static final int SPLITS = HIGHEST - LOWEST + 1;

  /** Widest span of a hand that costs nothing, in semitones. */
  private static final int EASY = 12;

  /** Highest key of the left hand, and lowest of the right, that need no ledger lines. */
  private static final int LEFT_MOST = 62;

  private static final int RIGHT_LEAST = 57;
  private static final double PER_LEDGER = 0.35;
  private static final double PER_SPAN = 1.5;
  private static final double PER_MOVE = 0.6;
  private static final double PER_OFF_USUAL = 0.05;

  /** Share of notes struck while others sound from which two hands play. */
  private static final double TOGETHER = 0.08;

  /** Range of a single line, in semitones, from which it takes two hands. */
  private static final int WIDE = 29;

  private final Score score;
  private final List<Integer> notes;

  /**
   * Prepares the split of a part.
   *
   * @param notes indexes in the score, one at least
   */
  public HandSplit(Score score, List<Integer> notes) {
    this.score = score;
    this.notes = List.copyOf(notes);
  }

  /** Whether it is no single line that one hand plays. */
  public boolean takesTwoHands() {
    int lowest = 127;
    int highest = 0;
    int together = 0;
    long end = 0;
    for (int index : notes) {
      Note note = score.notes().get(index);
      lowest = Math.min(lowest, note.pitch());
      highest = Math.max(highest, note.pitch());
      // A legato that overlaps a little is a single line still.
      together += note.onset() + note.duration() / 4 < end ? 1 : 0;
      end = Math.max(end, note.end());
    }
    return together > TOGETHER * notes.size() || highest - lowest >= WIDE;
  }

  /** The notes of the right hand; all others are the left hand's. */
  public Set<Integer> right() {
    TreeMap<Long, List<Integer>> byOnset = new TreeMap<>();
    for (int index : notes) {
      byOnset
          .computeIfAbsent(score.notes().get(index).onset(), key -> new ArrayList<>())
          .add(index);
    }
    List<List<Integer>> strokes = List.copyOf(byOnset.values());
    int[] path = path(strokes);
    Set<Integer> right = new HashSet<>();
    for (int i = 0; i < path.length; i++) {
      for (int index : strokes.get(i)) {
        if (pitch(index) >= path[i]) {
          right.add(index);
        }
      }
    }
    return right;
  }

  /** The cheapest split of each stroke, with what it costs to move it. */
  private int[] path(List<List<Integer>> strokes) {
    int[][] before = new int[strokes.size()][SPLITS];
    double[] costs = new double[SPLITS];
    for (int i = 0; i < strokes.size(); i++) {
      double[] next = new double[SPLITS];
      for (int to = 0; to < SPLITS; to++) {
        int best = to;
        for (int from = 0; from < SPLITS; from++) {
          if (costs[from] + moved(from, to) < costs[best] + moved(best, to)) {
            best = from;
          }
        }
        before[i][to] = best;
        next[to] = costs[best] + moved(best, to) + cost(strokes.get(i), LOWEST + to);
      }
      costs = next;
    }
    int at = 0;
    for (int split = 1; split < SPLITS; split++) {
      at = costs[split] < costs[at] ? split : at;
    }
    int[] path = new int[strokes.size()];
    for (int i = path.length - 1; i >= 0; i--) {
      path[i] = LOWEST + at;
      at = before[i][at];
    }
    return path;
  }

  private static double moved(int from, int to) {
    return PER_MOVE * Math.abs(from - to);
  }

  private double cost(List<Integer> stroke, int split) {
    double cost = PER_OFF_USUAL * Math.abs(split - USUAL);
    int[] low = {128, 128};
    int[] high = {-1, -1};
    for (int index : stroke) {
      int pitch = pitch(index);
      int hand = pitch >= split ? 1 : 0;
      low[hand] = Math.min(low[hand], pitch);
      high[hand] = Math.max(high[hand], pitch);
      int ledgers = hand == 1 ? RIGHT_LEAST - pitch : pitch - LEFT_MOST;
      cost += PER_LEDGER * Math.max(0, ledgers);
    }
    for (int hand = 0; hand < 2; hand++) {
      cost += PER_SPAN * Math.max(0, high[hand] - low[hand] - EASY);
    }
    return cost;
  }

  private int pitch(int index) {
    return score.notes().get(index).pitch();
  }
}
