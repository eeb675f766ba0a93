package ductus.music.form;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The notes that begin in a bar.
 *
 * @param bar where it is
 * @param onsets steps from the bar line, ascending
 * @param pitches of the notes
 */
record TuneBar(Bar bar, List<Integer> onsets, List<Integer> pitches) {
  /** Fewer notes than these are a figure of everything that has its rhythm. */
  private static final int LEAST_MOVED = 3;

  TuneBar {
    onsets = List.copyOf(onsets);
    pitches = List.copyOf(pitches);
  }

  /** The bars of a melody in their order. */
  static List<TuneBar> of(Melody melody) {
    List<TuneBar> bars = new ArrayList<>();
    int note = 0;
    for (Bar bar : melody.bars()) {
      List<Integer> onsets = new ArrayList<>();
      List<Integer> pitches = new ArrayList<>();
      for (; note < melody.notes().size(); note++) {
        MelodyNote next = melody.notes().get(note);
        if (next.onset() >= bar.end()) {
          break;
        }
        onsets.add((int) (next.onset() - bar.start()));
        pitches.add(next.pitch());
      }
      bars.add(new TuneBar(bar, onsets, pitches));
    }
    return bars;
  }

  boolean isEmpty() {
    return onsets.isEmpty();
  }

  /** Whether another bar has the same pitches at the same places. */
  boolean isSame(TuneBar other) {
    return hasRhythmOf(other) && pitches.equals(other.pitches);
  }

  /** Whether another bar is this one moved, by semitones or by steps of a key's scale. */
  boolean isMoved(TuneBar other, Key key) {
    return pitches.size() >= LEAST_MOVED
        && hasRhythmOf(other)
        && (areMoved(pitches, other.pitches)
            || (pitches.stream().allMatch(key::contains)
                && other.pitches.stream().allMatch(key::contains)
                && areMoved(steps(pitches, key), steps(other.pitches, key))));
  }

  /** Whether more than half of the notes of the fuller one stand in both bars. */
  boolean isVaried(TuneBar other) {
    if (bar.length() != other.bar.length()) {
      return false;
    }
    long common =
        IntStream.range(0, onsets.size())
            .filter(
                i -> {
                  int at = other.onsets.indexOf(onsets.get(i));
                  return at >= 0 && other.pitches.get(at).equals(pitches.get(i));
                })
            .count();
    return 2 * common > Math.max(onsets.size(), other.onsets.size());
  }

  private boolean hasRhythmOf(TuneBar other) {
    return bar.length() == other.bar.length() && onsets.equals(other.onsets);
  }

  private static boolean areMoved(List<Integer> one, List<Integer> other) {
    int by = other.get(0) - one.get(0);
    return by != 0 && IntStream.range(0, one.size()).allMatch(i -> one.get(i) + by == other.get(i));
  }

  /** The numbers of pitches among those of a scale. */
  private static List<Integer> steps(List<Integer> pitches, Key key) {
    return pitches.stream()
        .map(pitch -> (int) IntStream.range(0, pitch).filter(key::contains).count())
        .toList();
  }
}
