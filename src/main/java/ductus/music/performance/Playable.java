package ductus.music.performance;

import ductus.music.performance.Performance.PedalStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Mends rounded times so that one pair of hands and one foot can play them. */
final class Playable {
  private static final int PITCHES = 128;

  private Playable() {}

  /**
   * Ends each note where its key is struck again; two that begin at one step become one, as long
   * and as loud as the greater.
   */
  static List<PerformedNote> notes(List<PerformedNote> notes) {
    List<PerformedNote> sorted = new ArrayList<>(notes);
    sorted.sort(
        Comparator.comparingInt(PerformedNote::onset).thenComparingInt(PerformedNote::pitch));
    List<PerformedNote> kept = new ArrayList<>(sorted.size());
    int[] lastOfKey = new int[PITCHES];
    Arrays.fill(lastOfKey, -1);
    for (PerformedNote note : sorted) {
      int index = lastOfKey[note.pitch()];
      if (index < 0 || kept.get(index).end() <= note.onset()) {
        lastOfKey[note.pitch()] = kept.size();
        kept.add(note);
        continue;
      }
      PerformedNote before = kept.get(index);
      if (before.onset() == note.onset()) {
        kept.set(
            index,
            new PerformedNote(
                note.onset(),
                Math.max(before.duration(), note.duration()),
                note.pitch(),
                Math.max(before.velocity(), note.velocity())));
      } else {
        int duration = note.onset() - before.onset();
        kept.set(
            index, new PerformedNote(before.onset(), duration, before.pitch(), before.velocity()));
        lastOfKey[note.pitch()] = kept.size();
        kept.add(note);
      }
    }
    return kept;
  }

  /** Leaves out pedal changes that change nothing, and both of two changes at one step. */
  static List<PedalStep> pedals(List<PedalStep> pedals) {
    List<PedalStep> kept = new ArrayList<>();
    for (PedalStep pedal : pedals) {
      int last = kept.size() - 1;
      if (pedal.down() == (last >= 0 && kept.get(last).down())) {
        continue;
      }
      if (last >= 0 && kept.get(last).step() == pedal.step()) {
        kept.remove(last);
      } else {
        kept.add(pedal);
      }
    }
    return kept;
  }
}
