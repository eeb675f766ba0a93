package ductus.music.engraving.layout;

import ductus.music.engraving.staff.StaffSign;
import ductus.music.notation.NotatedBar;
import java.util.ArrayList;
import java.util.List;

/**
 * Which notes stand under one beam: those with flags that follow one another within a beat; plain
 * eighths within two beats that begin a half of the bar, and within all of a bar of 3/8.
 */
final class BeamGroups {
  private static final int EIGHTH = 3;

  private BeamGroups() {}

  /** Returns the groups of two notes and more, in order. */
  static List<List<StaffSign>> of(NotatedBar bar, List<StaffSign> voice) {
    List<List<StaffSign>> beats = new ArrayList<>();
    int unit =
        bar.metre().numerator() == 3 && bar.metre().denominator() == 8
            ? 3 * bar.cell()
            : bar.beat();
    StaffSign before = null;
    for (StaffSign sign : voice) {
      if (sign.flags() > 0) {
        boolean goesOn =
            before != null && before.flags() > 0 && before.start() / unit == sign.start() / unit;
        if (!goesOn) {
          beats.add(new ArrayList<>());
        }
        beats.get(beats.size() - 1).add(sign);
      }
      before = sign;
    }
    List<List<StaffSign>> groups = new ArrayList<>();
    for (List<StaffSign> beat : beats) {
      List<StaffSign> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (joins(bar, last, beat)) {
        last.addAll(beat);
      } else {
        groups.add(beat);
      }
    }
    return groups.stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }

  /** Whether the eighths of two beats make half a bar of two or four beats. */
  private static boolean joins(NotatedBar bar, List<StaffSign> last, List<StaffSign> beat) {
    int half = 2 * bar.beat();
    return !last.isEmpty()
        && !bar.metre().isCompound()
        && bar.metre().numerator() % 2 == 0
        && isWholeBeat(bar, last)
        && isWholeBeat(bar, beat)
        && last.get(0).start() % half == 0
        && last.get(last.size() - 1).end() == beat.get(0).start();
  }

  private static boolean isWholeBeat(NotatedBar bar, List<StaffSign> group) {
    return group.stream()
            .allMatch(
                sign ->
                    sign.value().halvings() == EIGHTH
                        && !sign.value().triplet()
                        && !sign.value().dotted())
        && group.get(group.size() - 1).end() - group.get(0).start() == bar.beat();
  }
}
