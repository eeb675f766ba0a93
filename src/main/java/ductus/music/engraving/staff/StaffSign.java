package ductus.music.engraving.staff;

import ductus.music.notation.NoteValue;
import java.util.List;

/**
 * A note, chord or rest of a voice.
 *
 * @param voice of the staff, from 0
 * @param start units from the bar line
 * @param units that it lasts
 * @param value of the sign; of a rest for a whole bar that of a whole note
 * @param heads by position, the lowest first; none of a rest
 * @param isBarRest whether it is the rest of a whole bar
 * @param isHidden whether it is a rest that nobody needs to see
 */
public record StaffSign(
    int voice,
    int start,
    int units,
    NoteValue value,
    List<StaffHead> heads,
    boolean isBarRest,
    boolean isHidden) {
  private static final int HALF = 1;
  private static final int QUARTER = 2;

  public StaffSign {
    heads = List.copyOf(heads);
  }

  /** Returns this sign with other heads. */
  public StaffSign with(List<StaffHead> others) {
    return new StaffSign(voice, start, units, value, others, isBarRest, isHidden);
  }

  /** Whether it is a rest. */
  public boolean isRest() {
    return heads.isEmpty();
  }

  /** Units from the bar line to its end. */
  public int end() {
    return start + units;
  }

  /** Whether its note has a stem. */
  public boolean hasStem() {
    return !isRest() && value.halvings() >= HALF;
  }

  /** Number of flags or beams of its note. */
  public int flags() {
    return isRest() ? 0 : Math.max(0, value.halvings() - QUARTER);
  }

  /** The lowest head of a note or chord. */
  public StaffHead lowest() {
    return heads.get(0);
  }

  /** The highest head of a note or chord. */
  public StaffHead highest() {
    return heads.get(heads.size() - 1);
  }
}
