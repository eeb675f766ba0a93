package ductus.task.recognition.lessons;

import ductus.ink.compose.ComposedLine;
import ductus.ink.hand.Characters;
import java.util.Arrays;
import java.util.List;

/**
 * The places of a composed line's characters among its steps: each step has the character that it
 * draws, a move of the pen within a character too; a move to the next word has the space, and any
 * other a blank. So the steps, read as CTC reads them, are the text.
 */
final class LabelPath {
  /** A step that draws nothing. */
  static final int BLANK = -1;

  private final int[] characters;

  private LabelPath(int[] characters) {
    this.characters = characters;
  }

  /**
   * The path of a line.
   *
   * @param points number of the last point that each step has passed [T]
   */
  static LabelPath of(ComposedLine line, int[] points) {
    int[] text = line.characters();
    int[] path = new int[points.length];
    int before = 0;
    for (int t = 0; t < points.length; t++) {
      int character = line.character(points[t]);
      boolean moves = t == 0 || (points[t - 1] < points[t] && line.penUp(points[t - 1]));
      path[t] = moves ? moved(text, before, character, t == 0) : text[character];
      boolean repeats = !moves && character != before && t > 0 && path[t - 1] == path[t];
      if (repeats) {
        path[t] = BLANK;
      }
      before = character;
    }
    return new LabelPath(path);
  }

  /** The character that a move from one to another is taken for. */
  private static int moved(int[] text, int from, int to, boolean first) {
    if (!first && from == to) {
      return text[to];
    }
    for (int i = from; i < to; i++) {
      if (!Characters.isDrawn(text[i])) {
        return text[i];
      }
    }
    return BLANK;
  }

  /** Number of steps. */
  int steps() {
    return characters.length;
  }

  /** The character of a step, or {@link #BLANK}. */
  int character(int step) {
    return characters[step];
  }

  /** Paths side by side [T×B], their characters as places in an alphabet. */
  static int[] batch(List<LabelPath> paths, String alphabet) {
    int time = paths.stream().mapToInt(LabelPath::steps).max().orElseThrow();
    int size = paths.size();
    int[] known = alphabet.codePoints().toArray();
    int[] all = new int[time * size];
    Arrays.fill(all, -1);
    for (int b = 0; b < size; b++) {
      LabelPath path = paths.get(b);
      for (int t = 0; t < path.steps(); t++) {
        int character = path.character(t);
        all[t * size + b] =
            character == BLANK ? known.length : Arrays.binarySearch(known, character);
      }
    }
    return all;
  }
}
