package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.compose.ComposedLine;
import ductus.task.handwriting.adaptation.UnfinishedHand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A character among its neighbors, as SVG: y down, the line to write on at 0, a hundred units an
 * x-height.
 *
 * @param text the word
 * @param own path of the character itself
 * @param others path of its neighbors
 * @param width of the word
 */
record SetWord(String text, String own, String others, double width) {
  private static final int UNITS = 100;

  /** The word of the characters drawn so far; nothing where none is a small letter to go by. */
  static Optional<SetWord> of(List<Handwriting> drawn, String character) {
    if (drawn.stream().noneMatch(piece -> piece.text().orElse("").equals(character))) {
      return Optional.empty();
    }
    try {
      UnfinishedHand hand = new UnfinishedHand(drawn);
      return Optional.of(of(hand.write(hand.wordWith(character.codePointAt(0))), character));
    } catch (IllegalArgumentException unmeasured) {
      return Optional.empty();
    }
  }

  private static SetWord of(ComposedLine line, String character) {
    int[] characters = line.characters();
    int own = character.codePointAt(0);
    double right = 0;
    for (int i = 0; i < line.points(); i++) {
      right = Math.max(right, line.x(i));
    }
    return new SetWord(
        line.text(),
        path(line, i -> characters[line.character(i)] == own),
        path(line, i -> characters[line.character(i)] != own),
        right * UNITS);
  }

  private static String path(ComposedLine line, IntPredicate shown) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < line.points(); i++) {
      if (shown.test(i)) {
        boolean begins = i == 0 || line.penUp(i - 1) || !shown.test(i - 1);
        boolean dot = begins && (line.penUp(i) || i == line.points() - 1);
        path.append(begins ? 'M' : 'L').append(at(line, i)).append(dot ? "h0.1" : "");
      }
    }
    return path.toString();
  }

  private static String at(ComposedLine line, int i) {
    return String.format(Locale.ROOT, "%.1f %.1f", line.x(i) * UNITS, -line.y(i) * UNITS);
  }
}
