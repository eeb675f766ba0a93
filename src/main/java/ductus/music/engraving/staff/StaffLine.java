package ductus.music.engraving.staff;

import ductus.music.Note;
import ductus.music.Score;
import java.util.List;

/**
 * Notes that are written on one staff and belong together: those of a track, or of a hand.
 *
 * @param name of its track; empty if it has none
 * @param notes indexes in the score
 * @param channel of the notes
 * @param track of the score
 * @param staff index of the staff; several lines may share one
 * @param hand that plays it
 */
record StaffLine(String name, List<Integer> notes, int channel, int track, int staff, Hand hand) {
  /** What plays a line. */
  enum Hand {
    LEFT,
    RIGHT,
    /** No hand of a keyboard, or both. */
    ANY
  }

  StaffLine {
    notes = List.copyOf(notes);
  }

  boolean isDrums() {
    return channel == Note.DRUM_CHANNEL;
  }

  /** The program that it is played with in a score. */
  int program(Score score) {
    return score.program(track, channel);
  }

  StaffLine on(int other) {
    return new StaffLine(name, notes, channel, track, other, hand);
  }
}
