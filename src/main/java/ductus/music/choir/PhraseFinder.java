package ductus.music.choir;

import ductus.music.MelodyNote;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds where phrases end: with the soprano's notes under fermatas, and, where these are far
 * between, with its long notes.
 */
final class PhraseFinder {
  /** Grid steps of the longest phrase: a step less than 64 quarter notes. */
  static final int LONGEST = 64 * VoiceSetting.STEPS_PER_QUARTER - 1;

  /** Grid steps from which on a stretch without a fermata is looked through for long notes. */
  private static final int UNLIKELY = 40 * VoiceSetting.STEPS_PER_QUARTER;

  private static final int LONG_NOTE = 2 * VoiceSetting.STEPS_PER_QUARTER;
  private static final int SHORTEST = 4 * VoiceSetting.STEPS_PER_QUARTER;

  private PhraseFinder() {}

  /**
   * The steps behind the soprano's notes that are held.
   *
   * @param marks steps at which fermatas stand, over any voice
   */
  static NavigableSet<Integer> held(List<MelodyNote> soprano, List<Integer> marks, int length) {
    NavigableSet<Integer> ends = new TreeSet<>();
    int last = soprano.isEmpty() ? 0 : soprano.get(soprano.size() - 1).end();
    for (int mark : marks) {
      for (MelodyNote note : soprano) {
        if (note.onset() <= mark && mark < note.end()) {
          // Others may sound on under the last note.
          ends.add(note.end() == last ? length : note.end());
        }
      }
    }
    return ends;
  }

  /**
   * The steps behind the phrases, the last one being the length.
   *
   * @param held steps behind notes that are held
   */
  static NavigableSet<Integer> ends(
      List<MelodyNote> soprano, NavigableSet<Integer> held, int length) {
    NavigableSet<Integer> ends = new TreeSet<>(held);
    ends.add(length);
    int start = 0;
    for (int end : List.copyOf(ends)) {
      if (end - start > UNLIKELY) {
        addLongNotes(soprano, start, end, ends);
      }
      start = end;
    }
    start = 0;
    for (int end : List.copyOf(ends)) {
      for (int cut = start + LONGEST; cut < end; cut += LONGEST) {
        ends.add(cut);
      }
      start = end;
    }
    return ends;
  }

  private static void addLongNotes(
      List<MelodyNote> soprano, int from, int to, NavigableSet<Integer> ends) {
    int start = from;
    for (MelodyNote note : soprano) {
      boolean closes = note.length() >= LONG_NOTE && note.onset() >= from;
      if (closes && note.end() - start >= SHORTEST && to - note.end() >= SHORTEST) {
        ends.add(note.end());
        start = note.end();
      }
    }
  }
}
