package ductus.cli.setting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words as a shell would read them: divided by blanks, but for those between quotes. */
public final class OptionWords {
  private OptionWords() {}

  /**
   * Divides a line into its words. A backslash takes the next quote, blank or backslash as it is;
   * before anything else it is itself, as in {@code C:\hands}.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    @Nullable StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(each)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (each == quote) {
        quote = 0;
      } else if (quote == 0 && (each == '"' || each == '\'')) {
        quote = each;
      } else if (each == '\\' && quote != '\'' && i + 1 < line.length() && isTaken(line, i + 1)) {
        i++;
        word.append(line.charAt(i));
      } else {
        word.append(each);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote (%s) is not closed".formatted(quote));
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isTaken(String line, int place) {
    char next = line.charAt(place);
    return next == '"' || next == '\'' || next == '\\' || Character.isWhitespace(next);
  }
}
