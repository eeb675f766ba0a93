package ductus.ink.font;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form of a letter.
 *
 * @param strokes in the order of writing, one or more
 * @param entry where a join from the letter before arrives; null without one
 * @param exit where a join to the next letter leaves; null without one
 */
public record LetterForm(List<Stroke> strokes, @Nullable PenPoint entry, @Nullable PenPoint exit) {
  /** Height at which letters are joined. */
  public static final double JOIN = 0.35;

  /** Lower case letters whose joins are narrower than this are cut wrongly. */
  private static final double NARROWEST = 0.3;

  public LetterForm {
    strokes = List.copyOf(strokes);
    if (strokes.isEmpty()) {
      throw new IllegalArgumentException("a form must have a stroke");
    }
    if (entry != null && exit != null && exit.x() - entry.x() < NARROWEST) {
      throw new IllegalArgumentException(
          "an exit must be right of the entry but was %s right of %s".formatted(exit, entry));
    }
  }

  /** The smallest box around it. */
  public Box box() {
    return Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList())
        .orElseThrow();
  }

  /** How much room it takes: from join to join, or the width of its box. */
  public double width() {
    return entry == null || exit == null ? box().width() : exit.x() - entry.x();
  }

  /** Returns it farther to the right. */
  public LetterForm moved(double by) {
    return new LetterForm(
        strokes.stream()
            .map(
                stroke ->
                    new Stroke(
                        stroke.points().stream().map(p -> p.moved(p.x() + by, p.y())).toList()))
            .toList(),
        moved(entry, by),
        moved(exit, by));
  }

  private static @Nullable PenPoint moved(@Nullable PenPoint point, double by) {
    return Optional.ofNullable(point).map(p -> p.moved(p.x() + by, p.y())).orElse(null);
  }
}
