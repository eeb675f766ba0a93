package ductus.music.engraving.reading;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a hand plays in two voices at most. Where more would sound on, as with a pedal, each
 * stroke ends with the next one, but for a bass (in the right hand, a tune) that is held: it gets a
 * voice of its own. Rests that are shorter than an eighth within a beat become part of the note
 * before them.
 */
public final class HandVoices {
  private static final int MOST = 2;

  private final Score score;
  private final List<WrittenTime> times;
  private final boolean isRight;
  private final List<Bar> bars;
  private final Map<Integer, WrittenTime> written = new HashMap<>();
  private final TreeMap<Long, List<Integer>> strokes = new TreeMap<>();

  /**
   * Prepares a hand.
   *
   * @param times of all notes of the score
   * @param notes of the hand, one at least
   */
  public HandVoices(Score score, List<WrittenTime> times, List<Integer> notes, boolean isRight) {
    this.score = score;
    this.times = List.copyOf(times);
    this.isRight = isRight;
    for (int index : notes) {
      written.put(index, times.get(index));
      strokes.computeIfAbsent(times.get(index).onset(), key -> new ArrayList<>()).add(index);
    }
    long end = notes.stream().mapToLong(index -> times.get(index).end()).max().orElse(1);
    bars = Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), end, Bar.MOST_OF_PIECE + 1);
  }

  /** Where each note of the hand is written. */
  public Map<Integer, WrittenTime> written() {
    long busy = 0;
    for (Bar bar : bars) {
      NavigableMap<Long, List<Integer>> ofBar = strokes.subMap(bar.start(), true, bar.end(), false);
      boolean crowded = isCrowded(bar);
      for (Map.Entry<Long, List<Integer>> stroke : ofBar.entrySet()) {
        Long next = strokes.higherKey(stroke.getKey());
        if (crowded && next != null) {
          busy = cut(stroke.getValue(), stroke.getKey(), next, busy);
        }
        close(stroke.getValue(), next, bar);
      }
    }
    return Map.copyOf(written);
  }

  /** Whether more than two voices would sound in a bar. */
  private boolean isCrowded(Bar bar) {
    TreeMap<Long, Integer> changes = new TreeMap<>();
    strokes
        .headMap(bar.end(), false)
        .tailMap(bar.start() - (bar.end() - bar.start()), true)
        .values()
        .stream()
        .flatMap(List::stream)
        .map(times::get)
        .filter(time -> time.end() > bar.start())
        .distinct()
        .forEach(
            time -> {
              changes.merge(time.onset(), 1, Integer::sum);
              changes.merge(time.end(), -1, Integer::sum);
            });
    int sounding = 0;
    for (int change : changes.values()) {
      sounding += change;
      if (sounding > MOST) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends the notes of a stroke with the next one, but for one that is held.
   *
   * @param busy tick until which the held voice has a note
   * @return the same from now on
   */
  private long cut(List<Integer> stroke, long onset, long next, long busy) {
    long until = busy;
    int outer = outer(stroke);
    long longest = stroke.stream().mapToLong(index -> times.get(index).end()).max().orElse(next);
    for (int index : stroke) {
      WrittenTime time = times.get(index);
      long held = index == outer && onset >= busy ? heldUntil(index, next) : next;
      if (held > next) {
        written.put(index, time.until(held));
        until = held;
      } else {
        written.put(index, time.until(Math.min(next, longest)));
      }
    }
    return until;
  }

  /** The note of a stroke that may be held: the lowest, in the right hand the highest. */
  private int outer(List<Integer> stroke) {
    int outer = stroke.get(0);
    for (int index : stroke) {
      int above = pitch(index) - pitch(outer);
      outer = (isRight ? above > 0 : above < 0) ? index : outer;
    }
    return outer;
  }

  /** Until when an outer note sounds on with nothing beyond it. */
  private long heldUntil(int index, long next) {
    long end = times.get(index).end();
    if (end <= next || end - times.get(index).onset() < score.ticksPerQuarter()) {
      return next;
    }
    for (Map.Entry<Long, List<Integer>> later : strokes.subMap(next, true, end, false).entrySet()) {
      int above = pitch(outer(later.getValue())) - pitch(index);
      if (isRight ? above >= 0 : above <= 0) {
        return later.getKey();
      }
    }
    return end;
  }

  /**
   * Lengthens the notes of a stroke that end a little before an eighth is full, or the next one.
   */
  private void close(List<Integer> stroke, @Nullable Long next, Bar bar) {
    long eighth = score.ticksPerQuarter() / 2;
    for (int index : stroke) {
      WrittenTime time = written.getOrDefault(index, times.get(index));
      long inBar = Math.floorMod(time.end() - bar.start(), eighth);
      if (inBar == 0 || (next != null && time.end() >= next)) {
        continue;
      }
      boolean isPlain = inBar * 4 % score.ticksPerQuarter() == 0;
      long full = time.end() + (isPlain ? eighth - inBar : toBeat(time.end() - bar.start()));
      written.put(index, time.until(next == null ? full : Math.min(full, next)));
    }
  }

  private long toBeat(long inBar) {
    return score.ticksPerQuarter() - Math.floorMod(inBar, (long) score.ticksPerQuarter());
  }

  private int pitch(int index) {
    Note note = score.notes().get(index);
    return note.pitch();
  }
}
