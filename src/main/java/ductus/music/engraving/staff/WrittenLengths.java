package ductus.music.engraving.staff;

import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The lengths that notes are written with. Players leave a note a little before or after the next
 * one begins; on paper it lasts until then. What ends on the grid of 64ths is left as it is.
 */
final class WrittenLengths {
  /** Share of a quarter note up to which a note that is still held is cut. */
  private static final double OVERLAP = 1 / 6.0;

  /** Share of a quarter note up to which a note that is left is lengthened. */
  private static final double GAP = 1 / 5.0;

  private static final int SIXTY_FOURTHS = 16;

  private final StaffLine line;
  private final Score score;
  private final TreeSet<Long> onsets = new TreeSet<>();

  WrittenLengths(StaffLine line, Score score) {
    this.line = line;
    this.score = score;
    line.notes().forEach(index -> onsets.add(score.notes().get(index).onset()));
  }

  /** The notes of the line, on another track. */
  List<Note> notes(int track) {
    List<Note> notes = new ArrayList<>();
    for (int index : line.notes()) {
      Note note = score.notes().get(index);
      long length = line.isDrums() ? note.duration() : end(note) - note.onset();
      notes.add(
          new Note(note.onset(), length, note.pitch(), note.velocity(), note.channel(), track));
    }
    return notes;
  }

  private long end(Note note) {
    int quarter = score.ticksPerQuarter();
    if (note.end() * SIXTY_FOURTHS % quarter == 0) {
      return note.end();
    }
    Long before = onsets.floor(note.end());
    if (before != null && before > note.onset() && note.end() - before <= OVERLAP * quarter) {
      return before;
    }
    Long next = onsets.ceiling(note.end());
    return next != null && next - note.end() <= GAP * quarter ? next : note.end();
  }
}
