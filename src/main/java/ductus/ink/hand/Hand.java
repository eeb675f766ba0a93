package ductus.ink.hand;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way in which somebody writes: one or more drawings of each character. A combining mark
 * (U+0300 ...) is a character of its own, drawn around x = 0 with its lowest point at y = 0 if it
 * stands above a letter, its highest if it hangs below.
 *
 * @param name by which people ask for it
 * @param joined whether its letters are joined where they can be
 * @param written whether somebody wrote its letters, several times if there are several drawings;
 *     others are designed
 * @param glyphs drawings of each character (a code point), at least one
 */
public record Hand(
    String name, boolean joined, boolean written, SortedMap<Integer, List<Glyph>> glyphs)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public Hand {
    SortedMap<Integer, List<Glyph>> copy = new TreeMap<>();
    glyphs.forEach((character, drawings) -> copy.put(character, List.copyOf(drawings)));
    glyphs = Collections.unmodifiableSortedMap(copy);
    if (glyphs.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("every character of a hand must have a drawing");
    }
  }

  /** Creates a hand that was designed. */
  public Hand(String name, boolean joined, SortedMap<Integer, List<Glyph>> glyphs) {
    this(name, joined, false, glyphs);
  }

  /** The characters that the hand has drawings of. */
  public SortedSet<Integer> characters() {
    return new TreeSet<>(glyphs.keySet());
  }

  /** The number of drawings that the hand has of each character. */
  public SortedMap<Integer, Integer> counts() {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    glyphs.forEach((character, drawings) -> counts.put(character, drawings.size()));
    return counts;
  }

  /** The drawings of a character; none if the hand has not learned it. */
  public List<Glyph> drawings(int character) {
    return glyphs.getOrDefault(character, List.of());
  }
}
