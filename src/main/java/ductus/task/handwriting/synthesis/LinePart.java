package ductus.task.handwriting.synthesis;

import ductus.ink.hand.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words of a line that are drawn together.
 *
 * @param from index of its first character in the line
 * @param text plain: decomposed characters
 */
record LinePart(int from, String text) {
  /** Networks lose their way in lines much longer than those they learned from. */
  static final int LONGEST = 60;

  /**
   * Parts about as long as each other, cut at spaces.
   *
   * @param longest characters of a part, of one that has spaces
   */
  static List<LinePart> of(String line, int longest) {
    int[] characters = line.codePoints().toArray();
    int count = Math.max(1, (characters.length + longest - 1) / longest);
    int usual = (characters.length + count - 1) / count;
    List<LinePart> parts = new ArrayList<>();
    int from = 0;
    while (characters.length - from > longest) {
      int space = space(characters, from, from + usual);
      if (space < 0) {
        break;
      }
      parts.add(new LinePart(from, new String(characters, from, space - from)));
      from = space + 1;
    }
    parts.add(new LinePart(from, new String(characters, from, characters.length - from)));
    return parts;
  }

  /** The last space before a place, or else the first one behind it; −1 if there is none. */
  private static int space(int[] characters, int from, int place) {
    for (int i = Math.min(place, characters.length - 1); i > from; i--) {
      if (characters[i] == ' ') {
        return i;
      }
    }
    for (int i = place + 1; i < characters.length; i++) {
      if (characters[i] == ' ') {
        return i;
      }
    }
    return -1;
  }

  /** Two halves, cut at the space nearest to the middle; none of a single word. */
  List<LinePart> halves() {
    int[] characters = characters();
    int cut = -1;
    for (int u = 1; u < characters.length - 1; u++) {
      if (characters[u] == ' ' && toMiddle(u, characters) < toMiddle(cut, characters)) {
        cut = u;
      }
    }
    if (cut < 0) {
      return List.of();
    }
    LinePart first = new LinePart(from, new String(characters, 0, cut));
    int rest = cut + 1;
    LinePart second =
        new LinePart(from + rest, new String(characters, rest, characters.length - rest));
    return first.isDrawn() && second.isDrawn() ? List.of(first, second) : List.of();
  }

  private static int toMiddle(int place, int[] characters) {
    return place < 0 ? Integer.MAX_VALUE : Math.abs(2 * place - characters.length);
  }

  /** The code points of the part's text. */
  int[] characters() {
    return text.codePoints().toArray();
  }

  /** Whether there is something to draw. */
  boolean isDrawn() {
    return Arrays.stream(characters()).anyMatch(Characters::isDrawn);
  }
}
