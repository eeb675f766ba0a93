package ductus.workbench.reading.lessons;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Makes hands that nobody has: each character is drawn by one of several hands, some of its strokes
 * in another order or direction, so that a reader learns letters and not hands.
 */
final class Mosaic {
  private static final int FEWEST_HANDS = 2;
  private static final int MOST_HANDS = 9;

  /** Share of the characters with two strokes or more whose later strokes change. */
  private static final double CHANGED = 0.15;

  private Mosaic() {}

  /**
   * A new hand.
   *
   * @param hands two or more
   */
  static Hand of(List<Hand> hands, RandomGenerator random) {
    int number =
        Math.min(hands.size(), FEWEST_HANDS + random.nextInt(MOST_HANDS - FEWEST_HANDS + 1));
    List<Hand> some = new ArrayList<>();
    SortedSet<Integer> characters = new TreeSet<>();
    for (int i = 0; i < number; i++) {
      Hand hand = hands.get(random.nextInt(hands.size()));
      some.add(hand);
      characters.addAll(hand.characters());
    }
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    for (int character : characters) {
      List<Hand> having =
          some.stream().filter(hand -> hand.glyphs().containsKey(character)).toList();
      List<Glyph> drawings = having.get(random.nextInt(having.size())).drawings(character);
      glyphs.put(character, drawings.stream().map(glyph -> changed(glyph, random)).toList());
    }
    boolean joined = some.stream().filter(Hand::joined).count() * 2 > number;
    return new Hand("mosaic", joined, glyphs);
  }

  private static Glyph changed(Glyph glyph, RandomGenerator random) {
    if (glyph.strokes().size() < 2 || random.nextDouble() >= CHANGED) {
      return glyph;
    }
    List<Stroke> strokes = new ArrayList<>(glyph.strokes());
    int first = glyph.joins().right() || glyph.joins().left() ? 1 : 0;
    int later = first + random.nextInt(strokes.size() - first);
    if (random.nextBoolean()) {
      List<PenPoint> points = new ArrayList<>(strokes.get(later).points());
      Collections.reverse(points);
      strokes.set(later, new Stroke(points));
    } else {
      Collections.swap(strokes, later, first);
    }
    return new Glyph(strokes, glyph.joins());
  }
}
