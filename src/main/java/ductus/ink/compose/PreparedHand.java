package ductus.ink.compose;

import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Proportions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A hand with all its drawings ready to compose, and what its letters say about its manner. */
final class PreparedHand {
  /** Space between letters as a part of the distance of the stems of an n. */
  private static final double SPACE = 0.6;

  private static final double PLAIN_SPACE = 0.38;

  final Hand hand;

  /** Space that is wanted between letters, x-heights. */
  final double letterSpace;

  /** Space that is wanted between words, x-heights. */
  final double wordSpace;

  /** Slant of the stems, dx/dy. */
  final double slant;

  private final SortedMap<Integer, List<Shape>> shapes = new TreeMap<>();

  PreparedHand(Hand hand) {
    this.hand = hand;
    for (Map.Entry<Integer, List<Glyph>> entry : hand.glyphs().entrySet()) {
      shapes.put(entry.getKey(), entry.getValue().stream().map(Shape::new).toList());
    }
    Proportions proportions = Proportions.of(hand);
    slant = proportions.slant();
    double stems = proportions.stems();
    letterSpace = stems == 0 ? PLAIN_SPACE : Math.min(0.6, Math.max(0.25, SPACE * stems));
    wordSpace = 0.35 + 1.6 * letterSpace;
  }

  List<Shape> shapes(int character) {
    return shapes.getOrDefault(character, List.of());
  }
}
