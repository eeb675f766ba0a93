package ductus.music.engraving.staff;

import ductus.music.notation.NotatedBar;
import java.util.List;

/**
 * A bar of a staff.
 *
 * @param bar its place, metre and key
 * @param voices the signs of each voice that has notes in it, by start; one voice at least. The
 *     first has its stems up and the second down, if there are several
 */
public record StaffBar(NotatedBar bar, List<List<StaffSign>> voices) {
  public StaffBar {
    voices = voices.stream().map(List::copyOf).toList();
  }

  /** Whether there are several voices. */
  public boolean isShared() {
    return voices.size() > 1;
  }

  /** The signs of all voices. */
  public List<StaffSign> signs() {
    return voices.stream().flatMap(List::stream).toList();
  }
}
