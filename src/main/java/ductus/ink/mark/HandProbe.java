package ductus.ink.mark;

import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A few letters by which the proportions of a hand are measured that nobody has drawings of. */
public final class HandProbe {
  private static final String LETTERS = "bdhklnHILTE";

  private HandProbe() {}

  /** The text to draw: of the letters that have been learned; empty if none has. */
  public static String text(Set<Integer> learned) {
    return LETTERS
        .codePoints()
        .filter(learned::contains)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  /** The proportions of the hand that drew the text; usual ones where nothing is drawn. */
  public static Proportions proportions(WrittenLine line) {
    int[] characters = line.text().codePoints().toArray();
    Map<Integer, List<Stroke>> strokes = new TreeMap<>();
    int from = 0;
    for (Stroke stroke : line.ink().strokes()) {
      int to = from + stroke.points().size();
      int owner = new OwnedStroke(stroke, line.characters().subList(from, to)).owner();
      from = to;
      strokes.computeIfAbsent(characters[owner], any -> new ArrayList<>()).add(stroke);
    }
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    strokes.forEach((character, own) -> glyphs.put(character, List.of(new Glyph(own, Joins.NONE))));
    return Proportions.of(new Hand("probe", false, glyphs));
  }
}
