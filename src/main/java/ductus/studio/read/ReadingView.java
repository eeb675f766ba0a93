package ductus.studio.read;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A reading as the page shows it: each line's ink as SVG, all at one scale, the widest a thousand
 * units wide, y down from the line's upper edge.
 */
record ReadingView(String id, String name, String format, String date, List<LineView> lines) {
  private static final double WIDTH = 1000;
  private static final double MARGIN = 8;

  /** A line is shown as if it were so many times as wide as high at least. */
  private static final double HIGHEST = 3;

  /** Width of a dot, which has none, in the unit of its ink. */
  private static final double SMALLEST = 1e-6;

  ReadingView {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param path its strokes as path data
   * @param width of its picture
   * @param height of its picture
   */
  record LineView(
      int page, String path, double width, double height, List<WordView> words, boolean taught) {
    LineView {
      words = List.copyOf(words);
    }
  }

  /**
   * A word and its place in the line's picture.
   *
   * @param percent how certain the reader is of its least certain character
   * @param parts the word cut where doubt begins and ends
   */
  record WordView(
      String text,
      boolean doubtful,
      long percent,
      List<PartView> parts,
      double left,
      double width) {
    WordView {
      parts = List.copyOf(parts);
    }
  }

  /** Letters next to each other that are all doubtful, or all not. */
  record PartView(String text, boolean doubtful) {
    static List<PartView> of(Reading.Word word) {
      if (word.letters().isEmpty()) {
        return List.of(new PartView(word.text(), word.isDoubtful()));
      }
      List<PartView> parts = new ArrayList<>();
      for (Reading.Letter letter : word.letters()) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).doubtful() == letter.isDoubtful()) {
          parts.set(
              last, new PartView(parts.get(last).text() + letter.text(), letter.isDoubtful()));
        } else {
          parts.add(new PartView(letter.text(), letter.isDoubtful()));
        }
      }
      return parts;
    }
  }

  static ReadingView of(String id, Reading reading, List<Handwriting> ink) {
    double widest = SMALLEST;
    for (Handwriting line : ink) {
      Box box = line.box().orElseThrow();
      widest = Math.max(widest, Math.max(box.width(), HIGHEST * box.height()));
    }
    double scale = (WIDTH - 2 * MARGIN) / widest;
    List<LineView> lines = new ArrayList<>();
    for (int i = 0; i < reading.lines().size(); i++) {
      lines.add(line(reading.lines().get(i), ink.get(i), scale));
    }
    return new ReadingView(id, reading.name(), reading.format(), reading.date(), lines);
  }

  private static LineView line(Reading.Line line, Handwriting ink, double scale) {
    Box box = ink.box().orElseThrow();
    List<WordView> words =
        line.words().stream()
            .map(
                word ->
                    new WordView(
                        word.text(),
                        word.isDoubtful(),
                        Math.round(100 * word.confidence()),
                        PartView.of(word),
                        MARGIN + scale * (word.left() - box.left()),
                        scale * (word.right() - word.left())))
            .toList();
    return new LineView(
        line.page(),
        path(ink, box, scale),
        scale * box.width() + 2 * MARGIN,
        scale * box.height() + 2 * MARGIN,
        words,
        line.taught());
  }

  private static String path(Handwriting ink, Box box, double scale) {
    StringBuilder path = new StringBuilder();
    for (Stroke stroke : ink.strokes()) {
      char command = 'M';
      for (PenPoint point : stroke.points()) {
        path.append(command)
            .append(
                String.format(
                    Locale.ROOT,
                    "%.1f %.1f",
                    MARGIN + scale * (point.x() - box.left()),
                    MARGIN + scale * (box.top() - point.y())));
        command = 'L';
      }
      if (stroke.points().size() == 1) {
        path.append("h0.1");
      }
    }
    return path.toString();
  }
}
