package ductus.analysis.surprise;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The report of which parts of a piece are odd.
 *
 * @param part what parts are, such as {@code bar}
 * @param surprise what was found in the piece
 * @param alarm that says what is odd; without it no part is
 */
public record AnomalyReport(String part, Surprise surprise, Optional<AnomalyThreshold> alarm) {
  /** Numbers of the odd parts, from 0. */
  public Set<Integer> odd() {
    return IntStream.range(0, surprise.parts().size())
        .filter(i -> alarm.isPresent() && alarm.get().ringsAt(surprise.parts().get(i).surprise()))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Numbers of the parts that can be judged, those that surprise most first. */
  public List<Integer> ranked() {
    return IntStream.range(0, surprise.parts().size())
        .boxed()
        .filter(i -> !Double.isNaN(surprise.parts().get(i).surprise()))
        .sorted(
            Comparator.comparing((Integer i) -> -surprise.parts().get(i).surprise())
                .thenComparing(i -> i))
        .toList();
  }

  /** A picture with the odd parts marked; without an alarm, the one that surprises most. */
  public byte[] picture() {
    List<Integer> ranked = ranked();
    boolean first = alarm.isEmpty() && !ranked.isEmpty();
    return surprise.picture().apply(first ? Set.of(ranked.get(0)) : odd());
  }
}
