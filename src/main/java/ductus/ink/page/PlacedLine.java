package ductus.ink.page;

import ductus.ink.Stroke;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of writing in its place.
 *
 * @param baseline its height on the paper, in mm
 * @param words from left to right
 */
public record PlacedLine(double baseline, List<PlacedWord> words) {
  public PlacedLine {
    words = List.copyOf(words);
  }

  /** The text of the line. */
  public String text() {
    return words.stream().map(PlacedWord::text).collect(Collectors.joining(" "));
  }

  /** The strokes of the line, in the order of writing. */
  public Stream<Stroke> strokes() {
    return words.stream().flatMap(word -> word.strokes().stream());
  }
}
