package ductus.music.musicxml.read;

import ductus.music.musicxml.read.WrittenMeasure.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What changes in the course of a score, such as the tempo, measure by measure as it is written; a
 * measure that is played again begins with what it began with when it was read.
 */
final class PlayedChanges<T> {
  private final List<List<Change<T>>> written = new ArrayList<>();

  PlayedChanges(int measures) {
    for (int i = 0; i < measures; i++) {
      written.add(new ArrayList<>());
    }
  }

  void add(int measure, List<Change<T>> changes) {
    written.get(measure).addAll(changes);
  }

  /** The changes of each measure by onset, the first one at its start, if anything holds there. */
  List<List<Change<T>>> all() {
    List<List<Change<T>>> all = new ArrayList<>(written.size());
    List<Change<T>> held = List.of();
    for (List<Change<T>> measure : written) {
      measure.sort(Comparator.comparingLong(Change::onset));
      List<Change<T>> whole = new ArrayList<>(held);
      whole.addAll(measure);
      all.add(whole);
      if (!whole.isEmpty()) {
        held = List.of(new Change<>(0, whole.get(whole.size() - 1).value()));
      }
    }
    return all;
  }
}
