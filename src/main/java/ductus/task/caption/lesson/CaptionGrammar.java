package ductus.task.caption.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of captions: numbers, sizes, plurals, and where things stand. */
final class CaptionGrammar {
  private static final Map<String, String> PLURALS = Map.of("fish", "fish", "leaf", "leaves");
  private static final List<String> NUMBERS = List.of("no", "one", "two", "three");

  private CaptionGrammar() {}

  /**
   * So many things of a kind, such as {@code a small house} or {@code two trees}.
   *
   * @param size a word for it; empty where there is nothing to say
   */
  static String some(int count, String size, String thing) {
    String sized = size.isEmpty() ? thing : size + " " + thing;
    return count == 1 ? article(sized) + " " + sized : NUMBERS.get(count) + " " + plural(sized);
  }

  private static String article(String words) {
    return "aeiou".indexOf(words.charAt(0)) >= 0 ? "an" : "a";
  }

  private static String plural(String words) {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    String before = words.substring(0, words.length() - last.length());
    String irregular = PLURALS.get(last);
    if (irregular != null) {
      return before + irregular;
    }
    boolean hissing = last.matches(".*(s|x|z|ch|sh)");
    return before + last + (hissing ? "es" : "s");
  }

  /** Two things or groups, and how the first stands to the second. */
  static String related(String first, boolean above, String second) {
    return String.format(Locale.ROOT, "%s %s %s", first, above ? "above" : "left of", second);
  }

  /** Three things or more from left to right. */
  static String row(List<String> things) {
    int last = things.size() - 1;
    return String.join(", ", things.subList(0, last)) + " and " + things.get(last) + " in a row";
  }
}
