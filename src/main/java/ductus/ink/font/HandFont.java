package ductus.ink.font;

import ductus.ink.Stroke;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hand as a font: of each character as many forms as of any other.
 *
 * @param names of the font
 * @param space width of a space
 * @param letters forms of each character
 * @param kerning of characters beside one another
 */
public record HandFont(
    FontNames names, double space, SortedMap<Integer, List<Letter>> letters, Kerning kerning) {
  public HandFont {
    SortedMap<Integer, List<Letter>> copy = new TreeMap<>();
    letters.forEach((character, forms) -> copy.put(character, List.copyOf(forms)));
    letters = Collections.unmodifiableSortedMap(copy);
    if (letters.values().stream().mapToInt(List::size).distinct().count() != 1
        || letters.containsValue(List.of())) {
      throw new IllegalArgumentException("characters must have equally many forms, at least one");
    }
  }

  /**
   * What the font is called and whose it is.
   *
   * @param family name that programs list it by
   * @param source where its letters come from
   * @param license empty where nobody but its owner may say
   */
  public record FontNames(String family, String source, String license) {}

  /**
   * A form of a character.
   *
   * @param strokes in their places
   * @param advance from its origin to that of the next
   */
  public record Letter(List<Stroke> strokes, double advance) {
    public Letter {
      strokes = List.copyOf(strokes);
    }
  }

  /**
   * By how much pairs of characters stand farther apart than their advance says.
   *
   * @param classes by character; those of one class are kerned alike
   * @param farther by the classes of both; pairs that are not there stand as they do
   */
  public record Kerning(SortedMap<Integer, Integer> classes, SortedMap<Pair, Double> farther) {
    public Kerning {
      classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
      farther = Collections.unmodifiableSortedMap(new TreeMap<>(farther));
    }

    /** No kerning. */
    public static Kerning none() {
      return new Kerning(new TreeMap<>(Map.of()), new TreeMap<>(Map.of()));
    }
  }

  /** Two classes of characters. */
  public record Pair(int before, int next) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int first = Integer.compare(before, other.before);
      return first == 0 ? Integer.compare(next, other.next) : first;
    }
  }

  /** How many forms each character has. */
  public int forms() {
    return letters.values().iterator().next().size();
  }
}
