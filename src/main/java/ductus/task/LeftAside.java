package ductus.task;

import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.LineFolder;
import ductus.format.NearestName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Names of what a run does not learn, so that it can be measured with. */
public final class LeftAside {
  private LeftAside() {}

  /**
   * Checks that names are there: what is misspelled would be learned.
   *
   * @param without names of what is left aside
   * @param what they are names of, such as {@code files}
   * @throws IllegalArgumentException if one is none
   */
  public static void requireThere(
      Collection<String> without, String what, Collection<String> there) {
    for (String name : without) {
      if (!there.contains(name)) {
        throw new IllegalArgumentException(
            "without must name %s that are there but %s is none%s"
                .formatted(what, name, NearestName.question(name, there)));
      }
    }
  }

  /**
   * Checks that names are those of hands, or of people who wrote lines.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static void requireThere(Collection<String> without, HandFolder hands, LineFolder lines) {
    Set<String> there = new TreeSet<>(lines.writers());
    hands.hands().forEach(hand -> there.add(hand.name()));
    requireThere(without, "hands or people", there);
  }
}
