package ductus.task.handwriting.adaptation;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkJson;
import ductus.ink.variation.HandVariation;
import ductus.math.Seeded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lines of a hand that no model knows, as a tablet of 30 units an x-height would give them. */
public final class OwnLines {
  /** Units of an x-height, and from line to line. */
  static final double UNITS = 30;

  static final double APART = 120;
  private static final List<String> TEXTS =
      List.of(
          "the rain in Spain",
          "and some more words",
          "never odd or even",
          "a dozen of them",
          "it was late when we",
          "jugs of quick liquor",
          "five boxes, vexed",
          "on the other hand",
          "we met on Monday",
          "came home again");

  private OwnLines() {}

  /** Lines below each other, each with its text. */
  public static List<Handwriting> lines(int count) throws Exception {
    LineComposer composer = composer();
    RandomGenerator random = Seeded.random(2);
    List<Handwriting> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double down = APART * i;
      String text = TEXTS.get(i % TEXTS.size());
      Handwriting line =
          composer
              .compose(text, random)
              .handwriting()
              .map(p -> PenPoint.at(100 + UNITS * p.x(), UNITS * p.y() - down));
      lines.add(new Handwriting(line.strokes(), Optional.of(text), Optional.empty()));
    }
    return lines;
  }

  /** A line in x-heights, its baseline at 0, a point each hundredth of a second. */
  public static Handwriting line(String text) throws Exception {
    Handwriting line = composer().compose(text, Seeded.random(3)).handwriting();
    int[] points = {0};
    return new Handwriting(
        line.map(p -> new PenPoint(p.x(), p.y(), points[0]++ / 100.0, Double.NaN)).strokes(),
        Optional.of(text),
        Optional.empty());
  }

  private static LineComposer composer() throws Exception {
    return new LineComposer(
        HandFile.read(Path.of("corpora/hands/letter.json")),
        HandVariation.natural(),
        PenEncoding.SPACING);
  }

  /** All lines as one piece of ink, their texts one below the other. */
  static Handwriting page(List<Handwriting> lines) {
    List<Stroke> strokes = lines.stream().flatMap(line -> line.strokes().stream()).toList();
    List<String> texts = lines.stream().map(line -> line.text().orElseThrow()).toList();
    return new Handwriting(strokes, Optional.of(String.join("\n", texts)), Optional.empty());
  }

  /** Writes our JSON. */
  public static Path write(Path file, List<Handwriting> pieces) throws Exception {
    return Files.writeString(file, InkJson.write(pieces));
  }
}
