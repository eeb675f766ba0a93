package ductus.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A text with places for values: {@code Dear {name},}. A place is a name in braces, whose spaces at
 * both ends and whose capitals do not matter; a brace that is meant as such is doubled.
 *
 * <pre>{@code
 * TextTemplate.parse("Dear {name},").filled(name -> "Anna");  // Dear Anna,
 * }</pre>
 */
public final class TextTemplate {
  private final List<Part> parts;

  /**
   * A part of the text: as it stands, or a place.
   *
   * @param text itself, or the place's name
   * @param line where a place stands, from 1
   * @param column where a place stands, from 1
   */
  private record Part(String text, boolean isPlace, int line, int column) {}

  /**
   * A place in a text.
   *
   * @param name in small letters
   */
  public record Place(String name, int line, int column) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "{%s} (line %d, column %d)", name, line, column);
    }
  }

  private TextTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException naming line and column of a brace that has no counterpart
   */
  public static TextTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int line = 1;
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      column += Character.isLowSurrogate(c) ? 0 : 1;
      if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
        plain.append(c);
        i++;
        column++;
      } else if (c == '}') {
        throw new IllegalArgumentException(
            "line %d, column %d: a } must have its {; for a brace itself, write }}"
                .formatted(line, column));
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        String name = end < 0 ? "" : text.substring(i + 1, end);
        if (name.isBlank() || name.indexOf('{') >= 0 || name.indexOf('\n') >= 0) {
          throw new IllegalArgumentException(
              "line %d, column %d: a { must begin a name in braces, such as {name}; for a brace itself, write {{"
                  .formatted(line, column));
        }
        parts.add(new Part(plain.toString(), false, 0, 0));
        plain.setLength(0);
        parts.add(new Part(folded(name), true, line, column));
        column += text.codePointCount(i, end);
        i = end;
      } else {
        plain.append(c);
        if (c == '\n') {
          line++;
          column = 0;
        }
      }
    }
    parts.add(new Part(plain.toString(), false, 0, 0));
    return new TextTemplate(parts);
  }

  /** A name as places compare it: without spaces at its ends, in small letters. */
  public static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The places, in order. */
  public List<Place> places() {
    return parts.stream()
        .filter(Part::isPlace)
        .map(part -> new Place(part.text(), part.line(), part.column()))
        .toList();
  }

  /** The names of the places, each once. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    places().forEach(place -> names.add(place.name()));
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * The text with values in its places. A line of nothing but places goes where all their values
   * are blank, as it does in letters that leave out what somebody's address lacks.
   *
   * @param values by the names of {@link #names}
   */
  public String filled(UnaryOperator<String> values) {
    StringBuilder whole = new StringBuilder();
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (Part part : parts) {
      if (part.isPlace()) {
        line.append(values.apply(part.text()));
        blank = true;
        continue;
      }
      int begin = 0;
      for (int end = part.text().indexOf('\n'); end >= 0; end = part.text().indexOf('\n', begin)) {
        line.append(part.text(), begin, end + 1);
        whole.append(blank && line.toString().isBlank() ? "" : line);
        line.setLength(0);
        blank = false;
        begin = end + 1;
      }
      line.append(part.text(), begin, part.text().length());
    }
    return whole.append(blank && line.toString().isBlank() ? "" : line).toString();
  }
}
