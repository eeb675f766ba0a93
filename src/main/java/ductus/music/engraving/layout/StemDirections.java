package ductus.music.engraving.layout;

import ductus.music.engraving.staff.StaffBar;
import ductus.music.engraving.staff.StaffSign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which stems of a bar go up: of several voices those of the upper half; else those whose note
 * farthest from the middle line is below it, for all notes under a beam together.
 */
final class StemDirections {
  private final Map<StaffSign, Boolean> up = new HashMap<>();
  private final Map<StaffSign, List<StaffSign>> beams = new HashMap<>();

  /**
   * Finds the directions.
   *
   * @param drums whether all stems of a single voice go up
   */
  StemDirections(StaffBar bar, boolean drums) {
    for (int v = 0; v < bar.voices().size(); v++) {
      List<StaffSign> voice = bar.voices().get(v);
      boolean first = 2 * v < bar.voices().size() - 1;
      for (StaffSign sign : voice) {
        up.put(sign, bar.isShared() ? first : drums || isUp(List.of(sign)));
      }
      for (List<StaffSign> group : BeamGroups.of(bar.bar(), voice)) {
        boolean together = bar.isShared() ? first : drums || isUp(group);
        for (StaffSign sign : group) {
          up.put(sign, together);
          beams.put(sign, group);
        }
      }
    }
  }

  /** Whether a single stem of notes goes up. */
  static boolean isUp(List<StaffSign> group) {
    int high = 0;
    int low = 0;
    for (StaffSign sign : group) {
      if (!sign.isRest()) {
        high = Math.max(high, sign.highest().position());
        low = Math.min(low, sign.lowest().position());
      }
    }
    if (high == -low) {
      double mean =
          group.stream()
              .flatMap(sign -> sign.heads().stream())
              .mapToInt(head -> head.position())
              .average()
              .orElse(0);
      return mean < 0;
    }
    return high < -low;
  }

  boolean isUp(StaffSign sign) {
    return up.getOrDefault(sign, true);
  }

  /** The notes under the beam of a note; none if it has its own flags. */
  List<StaffSign> beam(StaffSign sign) {
    return beams.getOrDefault(sign, List.of());
  }
}
