package ductus.ink.hand;

import ductus.ink.Box;
import ductus.ink.Stroke;
import java.io.Serializable;
import java.util.List;

/**
 * One drawing of one character: baseline at y = 0, x-height 1.
 *
 * @param strokes in the order of writing; those of a joined character's body first
 * @param joins with which neighbors its first stroke may be joined
 */
public record Glyph(List<Stroke> strokes, Joins joins) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Glyph {
    strokes = List.copyOf(strokes);
    if (strokes.isEmpty()) {
      throw new IllegalArgumentException("a drawn character must have a stroke");
    }
  }

  /** The smallest box around the drawing. */
  public Box box() {
    return Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList())
        .orElseThrow();
  }
}
