package ductus.ink;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The strokes that a pen wrote, in the order of writing.
 *
 * @param strokes may be empty
 * @param text what it says, where known
 * @param writer who wrote it, where known
 */
public record Handwriting(List<Stroke> strokes, Optional<String> text, Optional<String> writer) {
  public Handwriting {
    strokes = List.copyOf(strokes);
  }

  /** Returns strokes of unknown text and writer. */
  public static Handwriting of(List<Stroke> strokes) {
    return new Handwriting(strokes, Optional.empty(), Optional.empty());
  }

  /** Returns this text and writer with other strokes. */
  public Handwriting withStrokes(List<Stroke> others) {
    return new Handwriting(others, text, writer);
  }

  /** Returns this handwriting with every point moved. */
  public Handwriting map(UnaryOperator<PenPoint> move) {
    return withStrokes(
        strokes.stream()
            .map(stroke -> new Stroke(stroke.points().stream().map(move).toList()))
            .toList());
  }

  /** Number of points. */
  public int points() {
    return strokes.stream().mapToInt(stroke -> stroke.points().size()).sum();
  }

  /** The smallest box around all points; empty where there are none. */
  public Optional<Box> box() {
    return Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList());
  }
}
