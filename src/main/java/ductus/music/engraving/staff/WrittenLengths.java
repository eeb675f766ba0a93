package ductus.music.engraving.staff;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.engraving.reading.HandVoices;
import ductus.music.engraving.reading.WrittenTime;
import ductus.music.engraving.staff.StaffLine.Hand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The times that notes of a line are written with. What hands play on keyboards, and all that was
 * played freely, is written as {@link HandVoices} reads it; else only lengths are mended. Players
 * leave a note a little before or after the next one begins; on paper it lasts until then. What
 * ends on the grid of 64ths is left as it is.
 */
final class WrittenLengths {
  /** Share of a quarter note up to which a note that is still held is cut. */
  private static final double OVERLAP = 1 / 6.0;

  /** Share of a quarter note up to which a note that is left is lengthened. */
  private static final double GAP = 1 / 5.0;

  private static final int SIXTY_FOURTHS = 16;

  private final StaffLine line;
  private final Score score;
  private final List<WrittenTime> times;
  private final boolean played;
  private final TreeSet<Long> onsets = new TreeSet<>();

  WrittenLengths(StaffLine line, Score score, List<WrittenTime> times, boolean played) {
    this.line = line;
    this.score = score;
    this.times = times;
    this.played = played;
    line.notes().forEach(index -> onsets.add(score.notes().get(index).onset()));
  }

  /** The notes of the line, on another track. */
  List<Note> notes(int track) {
    Map<Integer, WrittenTime> written = written();
    List<Note> notes = new ArrayList<>();
    for (int index : line.notes()) {
      Note note = score.notes().get(index);
      WrittenTime time = written.getOrDefault(index, times.get(index));
      notes.add(
          new Note(
              time.onset(),
              time.end() - time.onset(),
              note.pitch(),
              note.velocity(),
              note.channel(),
              track));
    }
    return notes;
  }

  private Map<Integer, WrittenTime> written() {
    if (!line.isDrums() && (played || line.hand() != Hand.ANY)) {
      return new HandVoices(score, times, line.notes(), line.hand() != Hand.LEFT).written();
    }
    Map<Integer, WrittenTime> written = new HashMap<>();
    for (int index : line.notes()) {
      Note note = score.notes().get(index);
      if (!line.isDrums()) {
        written.put(index, new WrittenTime(note.onset(), end(note)));
      }
    }
    return written;
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
