package ductus.ink.mark;

import ductus.ink.Handwriting;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Proportions;
import ductus.ink.prepare.ArcLengthResampling;
import ductus.ink.variation.Bending;
import ductus.ink.variation.HandVariation;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws symbols as a hand would: as high, leaning as much, and a little different each time. */
final class SymbolPen {
  /** Distance of a symbol's points, as networks set theirs. */
  private static final double SPACING = 0.2;

  private static final MarkPlace ORIGIN = new MarkPlace(0, 0, 1, 1);

  private final Symbols symbols;
  private final Proportions hand;
  private final RandomGenerator random;

  SymbolPen(Symbols symbols, Proportions hand, RandomGenerator random) {
    this.symbols = symbols;
    this.hand = hand;
    this.random = random;
  }

  /**
   * Draws a symbol at the origin.
   *
   * @param at index of the character that it is drawn for
   */
  List<OwnedStroke> draw(int symbol, int at) {
    return draw(symbol, ORIGIN, at);
  }

  /**
   * Draws a mark in its place.
   *
   * @param at index of the character that it is drawn for
   */
  List<OwnedStroke> draw(int mark, MarkPlace place, int at) {
    Glyph glyph = symbols.glyph(mark, hand);
    Bending bending = new Bending(glyph.box(), HandVariation.natural(), random);
    Handwriting bent =
        Handwriting.of(glyph.strokes())
            .map(
                p -> {
                  double y = place.y() + place.height() * bending.y(p.x(), p.y());
                  double x = place.x() + place.width() * bending.x(p.x(), p.y());
                  return p.moved(x + hand.slant() * y, y);
                });
    return new ArcLengthResampling(SPACING)
        .apply(bent).ink().strokes().stream().map(stroke -> OwnedStroke.of(stroke, at)).toList();
  }
}
