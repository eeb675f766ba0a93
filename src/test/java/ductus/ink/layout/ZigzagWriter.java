package ductus.ink.layout;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.PageLayout.LineWriter;
import ductus.math.Randomness;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A writer for tests: every character is a zigzag of its own width, some have a dot. */
public final class ZigzagWriter implements LineWriter {
  private final RandomGenerator random;
  private final double width;
  private final double spread;
  private final List<List<String>> batches = new ArrayList<>();

  /**
   * A writer.
   *
   * @param width of an average character, in x-heights
   * @param spread how much lines differ in width, 0 for not at all
   */
  public ZigzagWriter(long seed, double width, double spread) {
    this.random = Randomness.of(seed);
    this.width = width;
    this.spread = spread;
  }

  /** What it was asked to write so far. */
  public List<List<String>> batches() {
    return batches;
  }

  @Override
  public List<WrittenLine> write(List<String> lines) {
    batches.add(lines);
    return lines.stream().map(this::line).toList();
  }

  private WrittenLine line(String line) {
    String text = Normalizer.normalize(line, Normalizer.Form.NFD).replace("…", "...");
    double scale = width * (1 + spread * (2 * random.nextDouble() - 1));
    List<Stroke> strokes = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    double x = 0.3;
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      if (codePoints[i] == ' ') {
        x += 0.9;
        continue;
      }
      List<PenPoint> points = new ArrayList<>();
      double advance = scale * (0.6 + 0.1 * (codePoints[i] % 7));
      for (int step = 0; step <= 12; step++) {
        double phase = step / 12.0;
        points.add(
            PenPoint.at(
                x + 0.85 * advance * phase,
                0.5 + 0.5 * Math.sin(2 * Math.PI * phase * (1 + codePoints[i] % 3))));
        characters.add(i);
      }
      strokes.add(new Stroke(points));
      if (codePoints[i] == 'i') {
        strokes.add(new Stroke(List.of(PenPoint.at(x + 0.4 * advance, 1.5))));
        characters.add(i);
      }
      x += advance;
    }
    return new WrittenLine(text, Handwriting.of(strokes), characters);
  }
}
