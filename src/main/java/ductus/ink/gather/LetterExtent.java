package ductus.ink.gather;

import ductus.ink.Box;
import ductus.ink.Handwriting;

/**
 * The heights from which and to which a letter usually reaches, in x-heights above the baseline:
 * what sets letters on a line that were drawn without one.
 */
record LetterExtent(double bottom, double top) {
  /** The extent of a lower-case letter. */
  static LetterExtent of(int letter) {
    if ("acemnorsuvwxz".indexOf(letter) >= 0) {
      return new LetterExtent(0, 1);
    }
    if ("bdfhkl".indexOf(letter) >= 0) {
      return new LetterExtent(0, 1.75);
    }
    return switch (letter) {
      case 'i', 't' -> new LetterExtent(0, 1.5);
      case 'j' -> new LetterExtent(-0.7, 1.5);
      default -> new LetterExtent(-0.7, 1);
    };
  }

  /** Sets a letter on the baseline at the height that such letters have. */
  static Handwriting onALine(Handwriting letter) {
    Box box = letter.box().orElseThrow();
    LetterExtent extent = of(letter.text().orElse("?").codePointAt(0));
    double scale = (extent.top - extent.bottom) / Math.max(box.height(), 1e-9);
    return letter.map(
        point ->
            point.moved(
                (point.x() - box.left()) * scale,
                extent.bottom + (point.y() - box.bottom()) * scale));
  }
}
