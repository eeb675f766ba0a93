package ductus.ink.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.encoding.ReadingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LineGroupsTest {
  private static Handwriting line(double width) {
    return Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(width, 1)))));
  }

  @Test
  void everyLineWithInkIsInOneGroupWithLinesOfItsLength() {
    List<Handwriting> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(i % 50 == 3 ? Handwriting.of(List.of()) : line(1 + (i * 37) % 800));
    }
    TreeSet<Integer> seen = new TreeSet<>();
    int longestBefore = 0;
    for (LineGroups.Group group : LineGroups.of(lines)) {
      int longest = 0;
      int shortest = Integer.MAX_VALUE;
      for (int i = 0; i < group.numbers().size(); i++) {
        int steps = ReadingRows.of(lines.get(group.numbers().get(i))).steps();
        assertEquals(steps, group.rows().get(i).steps());
        assertTrue(seen.add(group.numbers().get(i)));
        longest = Math.max(longest, steps);
        shortest = Math.min(shortest, steps);
      }
      assertTrue(longestBefore <= shortest);
      assertTrue(group.rows().size() <= 64 && group.rows().size() * longest <= 32_768);
      longestBefore = longest;
    }
    assertEquals(490, seen.size());
  }

  @Test
  void aLineLongerThanAGroupStandsAlone() {
    List<LineGroups.Group> groups = LineGroups.of(List.of(line(11_900), line(8_000), line(1)));
    assertEquals(
        List.of(List.of(2, 1), List.of(0)),
        groups.stream().map(LineGroups.Group::numbers).toList());
  }
}
