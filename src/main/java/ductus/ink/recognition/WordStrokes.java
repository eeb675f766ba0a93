package ductus.ink.recognition;

import java.util.List;

/**
 * The strokes of a word of a line, or of several words where a stroke joins them.
 *
 * @param from number of its first character in the line's text
 * @param to number of the character behind its last
 * @param strokes numbers of its strokes in the line, ascending, one or more
 */
public record WordStrokes(int from, int to, List<Integer> strokes) {
  public WordStrokes {
    strokes = List.copyOf(strokes);
  }
}
