package ductus.music.musicxml.read;

import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A measure of one part. Times are ticks from its start, at the scale at which it was read.
 *
 * @param ticksPerQuarter that scale
 * @param length of the longest voice
 * @param notes by onset, those of one onset in the order of the file
 * @param texts under and above the notes
 */
record WrittenMeasure(
    long ticksPerQuarter,
    long length,
    List<WrittenNote> notes,
    List<Text> texts,
    List<Change<String>> chords,
    List<Change<Double>> tempos,
    List<Change<Signature>> keys) {
  static final WrittenMeasure EMPTY =
      new WrittenMeasure(1, 0, List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A text at a note.
   *
   * @param verse number of the verse that it belongs to; 0 for all
   */
  record Text(long onset, TextEvent.Kind kind, String text, int verse) {}

  /** What holds from a place on. */
  record Change<T>(long onset, T value) {}

  /**
   * A key signature as it sounds.
   *
   * @param mode as the file says it, maybe empty
   */
  record Signature(int fifths, String mode) {}

  WrittenMeasure {
    notes = List.copyOf(notes);
    texts = List.copyOf(texts);
    chords = List.copyOf(chords);
    tempos = List.copyOf(tempos);
    keys = List.copyOf(keys);
  }

  /** Returns the changes at another scale. */
  static <T> List<Change<T>> scaled(List<Change<T>> changes, long factor) {
    List<Change<T>> scaled = new ArrayList<>(changes.size());
    for (Change<T> each : changes) {
      scaled.add(new Change<>(each.onset() * factor, each.value()));
    }
    return scaled;
  }
}
