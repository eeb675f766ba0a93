package ductus.task.translation.german.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The manners of a table: verbs such as can that another goes with.
 *
 * @param future those of the present that say no more than that it will be
 */
public record Manners(List<Manner> present, List<Manner> past, List<Manner> future) {
  private static final Set<String> FUTURE = Set.of("will", "going to");

  public Manners {
    present = List.copyOf(present);
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /** The manners of a table's rows. */
  public static Manners of(List<List<String>> rows) {
    List<Manner> present = new ArrayList<>();
    List<Manner> past = new ArrayList<>();
    List<Manner> future = new ArrayList<>();
    for (List<String> row : rows) {
      present.add(Modal.of(row));
      if (FUTURE.contains(row.get(0))) {
        future.add(Modal.of(row));
      }
      if (!row.get(1).equals("0")) {
        past.add(Modal.pastOf(row));
      }
    }
    return new Manners(present, past, future);
  }
}
