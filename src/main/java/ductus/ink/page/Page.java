package ductus.ink.page;

import ductus.ink.Stroke;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of writing.
 *
 * @param number from 1
 * @param paper on which it is written
 * @param rules lines that are to be printed on the paper; none where they are only followed
 * @param lines from top to bottom
 */
public record Page(int number, Paper paper, List<Rule> rules, List<PlacedLine> lines) {
  public Page {
    rules = List.copyOf(rules);
    lines = List.copyOf(lines);
  }

  /** The text of the page, line by line. */
  public String text() {
    return lines.stream().map(PlacedLine::text).collect(Collectors.joining("\n"));
  }

  /** The strokes of the page, in the order of writing. */
  public Stream<Stroke> strokes() {
    return lines.stream().flatMap(PlacedLine::strokes);
  }
}
