package ductus.music.engraving.repeat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds sections that are played again at once, bar for bar but for the last ones. Short sections
 * are taken where four bars end, since a repeat that begins within a phrase is hard to read.
 */
final class RepeatFinder {
  private static final int SHORTEST = 4;
  private static final int PHRASE = 4;

  /** Bars from which a section may begin anywhere. */
  private static final int LONG = 8;

  private static final int LONGEST_ENDING = 2;

  /** Of so many bars of a section one may be in an ending. */
  private static final int BARS_PER_ENDING = 4;

  private final List<BarLook> looks;
  private final int[] kinds;

  /** Bars of a piece, all of them written out. */
  RepeatFinder(List<BarLook> looks) {
    this.looks = List.copyOf(looks);
    Map<BarLook, Integer> known = new HashMap<>();
    kinds = new int[looks.size()];
    for (int i = 0; i < kinds.length; i++) {
      Integer kind = known.putIfAbsent(looks.get(i), known.size());
      kinds[i] = kind == null ? known.size() - 1 : kind;
    }
  }

  /**
   * A section as it is played.
   *
   * @param first bar of the first time
   * @param length bars of each time
   * @param ending bars of an ending; 0 where both times end alike
   */
  record Found(int first, int length, int ending) {
    /** The bar behind the second time. */
    int end() {
      return first + 2 * length;
    }
  }

  /**
   * The sections, none of which overlaps another.
   *
   * @param from the first bar that is no pickup
   */
  List<Found> sections(int from) {
    List<Found> sections = new ArrayList<>();
    int phrase = from;
    for (int at = from; at < kinds.length; ) {
      Found found = longest(at, (at - phrase) % PHRASE == 0);
      if (found == null) {
        at++;
      } else {
        sections.add(found);
        at = found.end();
        phrase = at;
      }
    }
    return sections;
  }

  private @Nullable Found longest(int first, boolean beginsPhrase) {
    int shortest = beginsPhrase ? SHORTEST : LONG;
    for (int length = (kinds.length - first) / 2; length >= shortest; length--) {
      int same = 0;
      while (same < length && kinds[first + same] == kinds[first + length + same]) {
        same++;
      }
      int ending = length - same;
      if (ending <= Math.min(LONGEST_ENDING, length / BARS_PER_ENDING)
          && canBeFolded(first, length, ending)) {
        return new Found(first, length, ending);
      }
    }
    return null;
  }

  /** Whether no tie leads over a place where one goes back or on. */
  private boolean canBeFolded(int first, int length, int ending) {
    int second = first + length;
    int end = second + length;
    return !looks.get(first).entersTied()
        && !looks.get(second - 1).leavesTied()
        && !looks.get(end - 1).leavesTied()
        && (ending == 0
            || !(looks.get(second - ending).entersTied() || looks.get(end - ending).entersTied()));
  }
}
