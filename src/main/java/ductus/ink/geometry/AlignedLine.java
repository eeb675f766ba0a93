package ductus.ink.geometry;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Characters;
import ductus.ink.layout.WrittenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line whose ink is given to the characters that it was drawn for, upright.
 *
 * @param characters code points of the text
 * @param ink in the order of writing
 */
record AlignedLine(List<Integer> characters, List<CharacterInk> ink) {
  /**
   * Fewest points at an end of a stroke that are a character's: the window of a network changes
   * characters a point or two before the pen does, or after it.
   */
  private static final int FEWEST = 3;

  AlignedLine {
    characters = List.copyOf(characters);
    ink = List.copyOf(ink);
  }

  /**
   * Gives each point of a line to its character. A few points at an end of a stroke belong to what
   * the stroke draws beside them, and a stroke drawn for a space to the character before it.
   *
   * @param slant dx/dy of its stems, which is taken away
   */
  static AlignedLine of(WrittenLine line, double slant) {
    List<Integer> characters = line.text().codePoints().boxed().toList();
    List<CharacterInk> ink = new ArrayList<>();
    int from = 0;
    for (Stroke stroke : line.ink().strokes()) {
      List<PenPoint> upright =
          stroke.points().stream().map(p -> p.moved(p.x() - slant * p.y(), p.y())).toList();
      int[] owners =
          line.characters().subList(from, from + upright.size()).stream()
              .mapToInt(Integer::intValue)
              .toArray();
      ink.addAll(stroke(upright, owners, characters));
      from += upright.size();
    }
    return new AlignedLine(characters, ink);
  }

  /** All ink of a character; empty where it has none. */
  List<CharacterInk> of(int character) {
    return ink.stream().filter(each -> each.at() == character).toList();
  }

  /** The smallest box around all ink of a character; empty where it has none. */
  Optional<Box> box(int character) {
    return of(character).stream().map(CharacterInk::box).reduce(Box::with);
  }

  private static List<CharacterInk> stroke(
      List<PenPoint> points, int[] owners, List<Integer> characters) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < owners.length; i++) {
      boolean isSpace = !Characters.isDrawn(characters.get(owners[i]));
      if (starts.isEmpty() || (owners[i] != owners[i - 1] && !isSpace)) {
        starts.add(i);
      }
    }
    int first = owners[0];
    while (starts.size() > 1
        && (starts.get(1) < FEWEST || !Characters.isDrawn(characters.get(first)))) {
      first = owners[starts.remove(1)];
    }
    while (starts.size() > 1 && owners.length - starts.get(starts.size() - 1) < FEWEST) {
      starts.remove(starts.size() - 1);
    }
    List<CharacterInk> ink = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : owners.length;
      int owner = i == 0 ? drawn(first, characters) : owners[starts.get(i)];
      ink.add(new CharacterInk(owner, i > 0, points.subList(starts.get(i), end)));
    }
    return ink;
  }

  /** A character itself, or the one before a space. */
  private static int drawn(int at, List<Integer> characters) {
    int drawn = at;
    while (drawn > 0 && !Characters.isDrawn(characters.get(drawn))) {
      drawn--;
    }
    return drawn;
  }
}
