package ductus.ink.compose;

import ductus.ink.hand.Hand;
import ductus.ink.hand.Proportions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A hand whose drawings are made ready to compose as they are wanted, and what its letters say
 * about its manner. May be shared by threads.
 */
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

  private final Map<Integer, List<Shape>> shapes = new ConcurrentHashMap<>();

  PreparedHand(Hand hand) {
    this.hand = hand;
    Proportions proportions = Proportions.of(hand);
    slant = proportions.slant();
    double stems = proportions.stems();
    letterSpace = stems == 0 ? PLAIN_SPACE : Math.min(0.6, Math.max(0.25, SPACE * stems));
    wordSpace = 0.35 + 1.6 * letterSpace;
  }

  List<Shape> shapes(int character) {
    return shapes.computeIfAbsent(
        character, drawn -> hand.drawings(drawn).stream().map(Shape::new).toList());
  }
}
