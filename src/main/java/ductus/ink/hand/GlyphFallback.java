package ductus.ink.hand;

import ductus.ink.Handwriting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hand with the marks that it lacked: punctuation, symbols and combining marks, never letters or
 * digits, taken from other hands and fitted to its height and slant.
 *
 * @param hand the completed hand
 * @param lenders the borrowed characters, each with the name of the hand that it came from
 */
public record GlyphFallback(Hand hand, SortedMap<Integer, String> lenders) {
  /** Height above which a mark stands as high as tall letters. */
  private static final double TALL = 1.1;

  public GlyphFallback {
    lenders = Collections.unmodifiableSortedMap(new TreeMap<>(lenders));
  }

  /** Completes a hand from others, of which the first that has a mark lends it. */
  public static GlyphFallback from(Hand hand, List<Hand> others) {
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(hand.glyphs());
    SortedMap<Integer, String> lenders = new TreeMap<>();
    Proportions own = Proportions.of(hand);
    for (Hand other : others) {
      Proportions theirs = Proportions.of(other);
      for (Map.Entry<Integer, List<Glyph>> entry : other.glyphs().entrySet()) {
        int character = entry.getKey();
        if (!Character.isLetterOrDigit(character) && !glyphs.containsKey(character)) {
          glyphs.put(
              character,
              entry.getValue().stream()
                  .map(glyph -> fitted(glyph, character, own, theirs))
                  .toList());
          lenders.put(character, other.name());
        }
      }
    }
    return new GlyphFallback(new Hand(hand.name(), hand.joined(), hand.written(), glyphs), lenders);
  }

  private static Glyph fitted(Glyph glyph, int character, Proportions own, Proportions theirs) {
    boolean tall = !Characters.isMark(character) && glyph.box().top() > TALL;
    double scale = tall ? own.ascender() / theirs.ascender() : 1;
    double lean = own.slant() - theirs.slant();
    Handwriting fitted =
        Handwriting.of(glyph.strokes())
            .map(point -> point.moved(scale * (point.x() + lean * point.y()), scale * point.y()));
    return new Glyph(fitted.strokes(), Joins.NONE);
  }
}
