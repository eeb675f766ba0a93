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

  /** What it says. */
  public String text() {
    return words.stream().map(PlacedWord::text).collect(Collectors.joining(" "));
  }

  /** Its strokes, in the order of writing. */
  public Stream<Stroke> strokes() {
    return words.stream().flatMap(word -> word.strokes().stream());
  }
}
