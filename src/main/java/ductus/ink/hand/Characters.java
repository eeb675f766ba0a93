package ductus.ink.hand;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Text as pens and networks know it: decomposed (Unicode NFD, so that é is e and U+0301), with the
 * plain form of typographic characters, and spaces of every width as one space.
 */
public final class Characters {
  /** Plain forms of characters that typographers set and keyboards do not have. */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201A, ","),
          Map.entry(0x201B, "'"),
          Map.entry(0x2032, "'"),
          Map.entry(0x02BC, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0x201F, "\""),
          Map.entry(0x2033, "\""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2015, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0x2026, "..."),
          Map.entry(0x2022, "*"),
          Map.entry(0x2039, "<"),
          Map.entry(0x203A, ">"),
          Map.entry(0x2044, "/"),
          Map.entry(0x00AD, ""),
          Map.entry(0x200B, ""),
          Map.entry(0x200C, ""),
          Map.entry(0x200D, ""),
          Map.entry(0xFEFF, ""),
          Map.entry(0xFB00, "ff"),
          Map.entry(0xFB01, "fi"),
          Map.entry(0xFB02, "fl"),
          Map.entry(0xFB03, "ffi"),
          Map.entry(0xFB04, "ffl"));

  /** Texts that people write where a character is not to be had. */
  private static final Map<Integer, String> SUBSTITUTES =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ẞ', "SS"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'Ð', "D"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'Þ', "Th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) '€', "EUR"),
          Map.entry((int) '£', "GBP"),
          Map.entry((int) '¥', "JPY"),
          Map.entry((int) '¢', "ct"),
          Map.entry((int) '§', "par."),
          Map.entry((int) '°', " deg"),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '¿', "?"),
          Map.entry((int) '¡', "!"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '÷', "/"),
          Map.entry((int) '·', "."),
          Map.entry((int) '©', "(c)"),
          Map.entry((int) '®', "(r)"),
          Map.entry((int) '™', "(tm)"),
          Map.entry((int) '½', "1/2"),
          Map.entry((int) '¼', "1/4"),
          Map.entry((int) '¾', "3/4"),
          Map.entry((int) '⁰', "^0"),
          Map.entry((int) '¹', "^1"),
          Map.entry((int) '²', "^2"),
          Map.entry((int) '³', "^3"),
          Map.entry((int) '⁴', "^4"),
          Map.entry((int) '⁵', "^5"),
          Map.entry((int) '⁶', "^6"),
          Map.entry((int) '⁷', "^7"),
          Map.entry((int) '⁸', "^8"),
          Map.entry((int) '⁹', "^9"),
          Map.entry((int) '±', "+/-"),
          Map.entry((int) 'µ', "u"),
          Map.entry((int) '≠', "=/="),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '≈', "~"),
          Map.entry((int) '→', "->"),
          Map.entry((int) '←', "<-"),
          Map.entry((int) '⇒', "=>"),
          Map.entry((int) 'º', "o"),
          Map.entry((int) 'ª', "a"));

  private Characters() {}

  /**
   * A character of a text that cannot be written.
   *
   * @param character code point as it stands in the text
   * @param index of its first {@code char} in the text
   * @param line from 1
   * @param column code points from the line's beginning, from 1
   */
  public record Missing(int character, int index, int line, int column) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "line %d, column %d: '%s' (U+%04X)",
          line,
          column,
          Character.toString(character),
          character);
    }
  }

  /** The plain form of a text; line feeds stay. */
  public static String plain(String text) {
    return plain(text, Set.of());
  }

  /** The plain form of a text, some of whose typographic characters are kept. */
  public static String plain(String text, Set<Integer> kept) {
    StringBuilder plain = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            character -> {
              if (kept.contains(character)) {
                plain.appendCodePoint(character);
              } else {
                plain.append(plain(character));
              }
            });
    return Normalizer.normalize(plain, Normalizer.Form.NFD);
  }

  /**
   * The visible characters of a text that have a plain form, such as dashes and curly quotes, with
   * that form, in their order.
   *
   * @param kept characters that are written as they are
   */
  public static Map<Integer, String> typographic(String text, Set<Integer> kept) {
    Map<Integer, String> forms = new LinkedHashMap<>();
    text.codePoints()
        .filter(character -> !kept.contains(character))
        .filter(character -> !PLAIN.getOrDefault(character, "").isEmpty())
        .forEach(character -> forms.put(character, plain(character)));
    return Collections.unmodifiableMap(forms);
  }

  /** The code points of plain text. */
  public static int[] of(String text) {
    return plain(text).codePoints().toArray();
  }

  /** Whether a character takes ink: spaces and line feeds do not. */
  public static boolean isDrawn(int character) {
    return character != ' ' && character != '\n';
  }

  /** Whether a character stands above or below the one before it. */
  public static boolean isMark(int character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  /** The characters of a text that cannot be written with the available ones, in order. */
  public static List<Missing> missing(String text, Set<Integer> available) {
    List<Missing> missing = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      if (!isAvailable(character, available)) {
        missing.add(new Missing(character, index, line, column));
      }
      column++;
      if (character == '\n') {
        line++;
        column = 1;
      }
      index += Character.charCount(character);
    }
    return missing;
  }

  /**
   * The text with what people write instead of characters that are not available: ss for ß, the
   * bare letter where only a mark is missing, a small letter for a capital. A fraction stands apart
   * from the digits before it. What has no substitute that says the same is left out.
   */
  public static String substituted(String text, Set<Integer> available) {
    StringBuilder substituted = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isAvailable(character, available)) {
                substituted.appendCodePoint(character);
              } else {
                String substitute = substitute(character, available);
                // Two and a half is 2 1/2, not 21/2.
                boolean runsOn = substitute.indexOf('/') > 0 && endsWithDigit(substituted);
                substituted.append(runsOn ? " " : "").append(substitute);
              }
            });
    return substituted.toString();
  }

  private static boolean endsWithDigit(CharSequence text) {
    return text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1));
  }

  /**
   * The texts that {@link #substituted} puts in the place of missing characters, in their order;
   * nothing for one that is left out.
   */
  public static Map<Integer, String> substitutes(List<Missing> missing, Set<Integer> available) {
    Map<Integer, String> substitutes = new LinkedHashMap<>();
    missing.forEach(
        each ->
            substitutes.computeIfAbsent(
                each.character(), character -> substitute(character, available)));
    return Collections.unmodifiableMap(substitutes);
  }

  private static String substitute(int character, Set<Integer> available) {
    String listed = SUBSTITUTES.getOrDefault(character, "");
    String parts = listed.isEmpty() ? plain(compatible(character)) : listed;
    if (!Character.isLetter(character)) {
      // A sign or number is written whole or not at all: a part of it says something else.
      return parts.codePoints().allMatch(part -> isAvailable(part, available)) ? parts : "";
    }
    StringBuilder kept = new StringBuilder();
    parts
        .codePoints()
        .map(part -> isAvailable(part, available) ? part : otherCase(part))
        .filter(part -> isAvailable(part, available))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static int otherCase(int character) {
    return Character.isUpperCase(character)
        ? Character.toLowerCase(character)
        : Character.toUpperCase(character);
  }

  private static String compatible(int character) {
    return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
  }

  private static boolean isAvailable(int character, Set<Integer> available) {
    return Normalizer.normalize(plain(character), Normalizer.Form.NFD)
        .codePoints()
        .allMatch(part -> !isDrawn(part) || available.contains(part));
  }

  private static String plain(int character) {
    if (character == '\n' || character == '\r') {
      return "\n";
    }
    if (character == '\t' || Character.isSpaceChar(character)) {
      return " ";
    }
    return PLAIN.getOrDefault(character, Character.toString(character));
  }
}
