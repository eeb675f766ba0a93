package ductus.ink.layout;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.List;
import java.util.Optional;

/**
 * A word as it was written: baseline at y = 0, x-height 1.
 *
 * @param text what it says
 * @param strokes in the order of writing; may be empty where the writer left the word out
 */
record WrittenWord(String text, List<Stroke> strokes) {
  WrittenWord {
    strokes = List.copyOf(strokes);
  }

  /** Returns this word farther to the right. */
  WrittenWord moved(double by) {
    return new WrittenWord(
        text, Handwriting.of(strokes).map(p -> p.moved(p.x() + by, p.y())).strokes());
  }

  /** The smallest box around the word; empty where it has no ink. */
  Optional<Box> box() {
    return Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList());
  }
}
