package ductus.music.engraving.staff;

import ductus.music.engraving.glyph.Glyph;
import java.util.Optional;

/**
 * A note head.
 *
 * @param pitch MIDI key number
 * @param position on the staff
 * @param accidental that stands before it
 * @param shape MusicXML's name of the head; normal for notes that are no drums
 * @param note index of the note in the score
 * @param tiedBefore whether it goes on from the sign before
 * @param tiedAfter whether it goes on in the next sign
 */
public record StaffHead(
    int pitch,
    int position,
    Optional<Glyph> accidental,
    String shape,
    int note,
    boolean tiedBefore,
    boolean tiedAfter) {
  /** Returns this head of another note. */
  public StaffHead with(int other) {
    return new StaffHead(pitch, position, accidental, shape, other, tiedBefore, tiedAfter);
  }
}
