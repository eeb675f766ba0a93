package ductus.music.midi;

import ductus.music.Note;
import java.util.Arrays;
import java.util.List;

/**
 * The notes of one track that have begun and not yet ended: for each channel and pitch a queue, so
 * that the first note to begin is the first to end. Constant time a note.
 *
 * <p>A note stands in the list of notes from its beginning on, with length 0, and is replaced there
 * by itself with its length when it ends; so the list keeps the order of the beginnings.
 */
final class OpenNotes {
  private static final int NONE = -1;
  private static final int ENDED = -2;

  private final List<Note> notes;
  private final int[] first = new int[16 * 128];
  private final int[] last = new int[16 * 128];

  /**
   * Index of the note behind each note of the list in its queue, or {@link #NONE}, or {@link
   * #ENDED}.
   */
  private int[] next = new int[256];

  private int trackStart;

  /** Prepares to append to a list of notes that nobody else changes. */
  OpenNotes(List<Note> notes) {
    this.notes = notes;
    Arrays.fill(first, NONE);
  }

  void begin(long tick, int pitch, int velocity, int channel, int track) {
    int index = notes.size();
    notes.add(new Note(tick, 0, pitch, velocity, channel, track));
    if (index == next.length) {
      next = Arrays.copyOf(next, 2 * index);
    }
    next[index] = NONE;
    int queue = channel << 7 | pitch;
    if (first[queue] == NONE) {
      first[queue] = index;
    } else {
      next[last[queue]] = index;
    }
    last[queue] = index;
  }

  /** Ends the oldest open note of a pitch; nothing happens where there is none. */
  void end(long tick, int pitch, int channel) {
    int queue = channel << 7 | pitch;
    int index = first[queue];
    if (index != NONE) {
      first[queue] = next[index];
      close(index, tick);
    }
  }

  /** Ends all notes that are open, at the end of a track. */
  void endTrack(long tick) {
    for (int index = trackStart; index < notes.size(); index++) {
      if (next[index] != ENDED) {
        Note note = notes.get(index);
        first[note.channel() << 7 | note.pitch()] = NONE;
        close(index, tick);
      }
    }
    trackStart = notes.size();
  }

  private void close(int index, long tick) {
    next[index] = ENDED;
    Note note = notes.get(index);
    if (tick > note.onset()) {
      notes.set(
          index,
          new Note(
              note.onset(),
              tick - note.onset(),
              note.pitch(),
              note.velocity(),
              note.channel(),
              note.track()));
    }
  }
}
