package ductus.ink.page;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import java.util.function.UnaryOperator;
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
  /** A straight line printed on the paper, in mm. */
  public record Rule(double x1, double y1, double x2, double y2) {}

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

    /**
     * Returns this line elsewhere.
     *
     * @param up by which its baseline moves, in mm
     * @param change of its points
     */
    public PlacedLine moved(double up, UnaryOperator<PenPoint> change) {
      return new PlacedLine(baseline + up, words.stream().map(word -> word.moved(change)).toList());
    }
  }

  /**
   * A word in its place.
   *
   * @param text what it says
   * @param strokes in the order of writing, in mm on the paper
   */
  public record PlacedWord(String text, List<Stroke> strokes) {
    public PlacedWord {
      strokes = List.copyOf(strokes);
    }

    private PlacedWord moved(UnaryOperator<PenPoint> change) {
      return new PlacedWord(text, Handwriting.of(strokes).map(change).strokes());
    }
  }

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
