package ductus.ink.recognition;

import ductus.ink.Handwriting;
import ductus.ink.encoding.ReadingRows;
import ductus.model.reading.LineRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts lines of similar length together, as many as go through a network at a time. */
final class LineGroups {
  /** Most steps of a group, those that only fill up shorter lines among them. */
  private static final int MOST_STEPS = 32_768;

  /** Most lines of a group. */
  private static final int MOST_LINES = 64;

  /**
   * Lines that go through a network together.
   *
   * @param numbers of the lines among all
   * @param rows of each
   */
  record Group(List<Integer> numbers, List<LineRows> rows) {}

  private LineGroups() {}

  /** The groups of some lines; those without ink are in none. */
  static List<Group> of(List<Handwriting> lines) {
    List<Integer> order = new ArrayList<>();
    List<LineRows> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean empty = lines.get(i).strokes().isEmpty();
      rows.add(empty ? NOTHING : ReadingRows.of(lines.get(i)));
      if (!empty) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingInt(number -> rows.get(number).steps()));
    List<Group> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < order.size(); i++) {
      int longest = i + 1 < order.size() ? rows.get(order.get(i + 1)).steps() : 0;
      int next = i + 2 - from;
      if (i + 1 == order.size() || next > MOST_LINES || (long) next * longest > MOST_STEPS) {
        List<Integer> numbers = List.copyOf(order.subList(from, i + 1));
        groups.add(new Group(numbers, numbers.stream().map(rows::get).toList()));
        from = i + 1;
      }
    }
    return groups;
  }

  private static final LineRows NOTHING = new LineRows(new float[1], 1);
}
