package ductus.text.word;

import ductus.text.WordCharacters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words and marks. As in the Penn Treebank, what is joined to a word with an
 * apostrophe stands by itself: {@code don't} is {@code do}, {@code n't}; {@code Anna's} is {@code
 * Anna}, {@code 's}. A hyphen, a point or comma between digits, and the point of {@code Mr.} and of
 * initials stay within their word.
 */
public final class WordSplitting {
  private static final Pattern JOINED = Pattern.compile("(?i)(.+?)(n't|'(?:s|m|d|re|ve|ll))$");
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "st", "prof");

  private WordSplitting() {}

  /** The words and marks of a text, in their order. */
  public static List<String> of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replace('\u2019', '\'')
            .replace('\u2018', '\'')
            .replace('\u201C', '"')
            .replace('\u201D', '"');
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int point = plain.codePointAt(at);
      int end = at + Character.charCount(point);
      if (WordCharacters.contains(point)) {
        end = wordEnd(plain, end);
        if (plain.startsWith(".", end) && isAbbreviation(plain.substring(at, end))) {
          end++;
        }
        add(plain.substring(at, end), words);
      } else if (!Character.isWhitespace(point) && !Character.isISOControl(point)) {
        words.add(plain.substring(at, end));
      }
      at = end;
    }
    return words;
  }

  /** The end of a word of which the first character ends here. */
  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!WordCharacters.contains(point) && !binds(text, at)) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Whether a mark within a text belongs to the word around it. */
  private static boolean binds(String text, int at) {
    char mark = text.charAt(at);
    boolean wordFollows =
        at + 1 < text.length() && WordCharacters.contains(text.codePointAt(at + 1));
    if (mark == '\'' || mark == '-') {
      return wordFollows;
    }
    if (mark == '.' || mark == ',' || mark == ':') {
      return wordFollows
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1));
    }
    return false;
  }

  private static void add(String word, List<String> words) {
    Matcher joined = JOINED.matcher(word);
    if (joined.matches()) {
      words.add(joined.group(1));
      words.add(joined.group(2));
    } else {
      words.add(word);
    }
  }

  /** Whether a point behind a word is part of it, as in {@code Mr.} and in initials. */
  private static boolean isAbbreviation(String word) {
    return TITLES.contains(word.toLowerCase(Locale.ROOT))
        || (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"));
  }
}
