package ductus.task.recognition.lessons;

import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Makes hands that nobody has: each character is drawn by one of several hands, some of its strokes
 * in another order or direction, so that a reader learns letters and not hands.
 */
final class HandMixture {
  private static final int FEWEST_HANDS = 2;
  private static final int MOST_HANDS = 9;

  /** Share of the drawings that are blended with others, and how many are tried for it. */
  private static final double BLENDED = 0.6;

  private static final int TRIED = 3;

  /** Share of the characters with two strokes or more whose later strokes change. */
  private static final double CHANGED = 0.2;

  /** Share of the other characters that nobody joins that are drawn from their end. */
  private static final double BACKWARDS = 0.06;

  private HandMixture() {}

  /**
   * Makes a hand of several.
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
      List<Glyph> others =
          hands.stream().flatMap(hand -> hand.drawings(character).stream()).toList();
      glyphs.put(
          character,
          drawings.stream().map(glyph -> changed(blended(glyph, others, random), random)).toList());
    }
    boolean joined = some.stream().filter(Hand::joined).count() * 2 > number;
    return new Hand("mosaic", joined, glyphs);
  }

  private static Glyph blended(Glyph glyph, List<Glyph> others, RandomGenerator random) {
    if (random.nextDouble() >= BLENDED) {
      return glyph;
    }
    for (int i = 0; i < TRIED; i++) {
      Optional<Glyph> blend =
          LetterformInterpolation.of(glyph, others.get(random.nextInt(others.size())), random);
      if (blend.isPresent()) {
        return blend.get();
      }
    }
    return glyph;
  }

  private static Glyph changed(Glyph glyph, RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>(glyph.strokes());
    if (strokes.size() < 2) {
      if (glyph.joins() != Joins.NONE || random.nextDouble() >= BACKWARDS) {
        return glyph;
      }
      strokes.set(0, strokes.get(0).backwards());
      return new Glyph(strokes, Joins.NONE);
    }
    if (random.nextDouble() >= CHANGED) {
      return glyph;
    }
    int first = glyph.joins() == Joins.NONE ? 0 : 1;
    int later = first + random.nextInt(strokes.size() - first);
    if (random.nextBoolean()) {
      strokes.set(later, strokes.get(later).backwards());
    } else {
      Collections.swap(strokes, later, first);
    }
    return new Glyph(strokes, glyph.joins());
  }
}
