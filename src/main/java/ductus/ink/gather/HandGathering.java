package ductus.ink.gather;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.hand.Proportions;
import ductus.ink.read.LineFont;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes hands of labelled characters. What is not labelled with one character is left out. */
public final class HandGathering {
  /** Width of the smoothing that takes a tablet's grain out, x-heights. */
  private static final double TABLET = 0.03;

  /** Width of the smoothing that takes the pixels of a mouse out, x-heights. */
  private static final double MOUSE = 0.08;

  private HandGathering() {}

  /** Gathers a hand of characters written with a tablet, all in one size on one baseline, y up. */
  public static Hand written(String name, List<Handwriting> characters) {
    Hand hand = gather(name, prepared(characters), stroke -> Smoothing.denoised(stroke, TABLET));
    return new Hand(name, false, true, hand.glyphs());
  }

  /** Gathers a hand of one writer's lower-case letters drawn anyhow with a mouse. */
  public static Hand drawn(String name, List<Handwriting> letters) {
    return gather(
        name,
        letters.stream().map(LetterExtent::onALine).toList(),
        stroke -> Smoothing.denoised(stroke, MOUSE));
  }

  /** Gathers a hand of a single-line font, its polygons rounded; joined if the font is a script. */
  public static Hand font(String name, LineFont font) {
    Hand hand = gather(name, prepared(font.characters()), Smoothing::rounded);
    if (!font.isScript()) {
      return hand;
    }
    FontJoins joins = new FontJoins(Proportions.of(hand).slant());
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(hand.glyphs());
    glyphs.replaceAll(
        (character, drawings) ->
            Character.isLowerCase(character)
                ? drawings.stream().map(joins::joined).toList()
                : drawings);
    return new Hand(name, true, glyphs);
  }

  /** The characters on the baseline y = 0 at x-height 1; marks keep their own origin. */
  private static List<Handwriting> prepared(List<Handwriting> characters) {
    WritingFrame frame = WritingFrame.of(characters);
    WritingFrame marks = new WritingFrame(0, frame.xHeight());
    return characters.stream()
        .map(
            character -> {
              boolean mark = Characters.isMark(character.text().orElse("?").codePointAt(0));
              return (mark ? marks : frame).prepared(character);
            })
        .toList();
  }

  private static Hand gather(
      String name, List<Handwriting> characters, UnaryOperator<Stroke> smoothing) {
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    for (Handwriting character : characters) {
      int[] label = Characters.of(character.text().orElse(""));
      if (label.length == 1 && Characters.isDrawn(label[0]) && !character.strokes().isEmpty()) {
        List<Stroke> strokes = character.strokes().stream().map(smoothing).toList();
        glyphs
            .computeIfAbsent(label[0], any -> new ArrayList<>())
            .add(atOrigin(label[0], new Glyph(strokes, Joins.NONE)));
      }
    }
    return new Hand(name, false, glyphs);
  }

  /** Moves a drawing so that its left is at x = 0; a mark stays where it is. */
  private static Glyph atOrigin(int character, Glyph glyph) {
    if (Characters.isMark(character)) {
      return glyph;
    }
    double left = glyph.box().left();
    Handwriting moved =
        Handwriting.of(glyph.strokes()).map(point -> point.moved(point.x() - left, point.y()));
    return new Glyph(moved.strokes(), glyph.joins());
  }
}
