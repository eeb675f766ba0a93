package ductus.task.translation.german.verb;

import java.util.ArrayList;
import java.util.List;

/** The manners of a table: verbs such as can that another goes with, present and past. */
public record Manners(List<Manner> present, List<Manner> past) {
  public Manners {
    present = List.copyOf(present);
    past = List.copyOf(past);
  }

  /** The manners of a table's rows. */
  public static Manners of(List<List<String>> rows) {
    List<Manner> present = new ArrayList<>();
    List<Manner> past = new ArrayList<>();
    for (List<String> row : rows) {
      present.add(Modal.of(row));
      if (!row.get(1).equals("0")) {
        past.add(Modal.pastOf(row));
      }
    }
    return new Manners(present, past);
  }
}
