package ductus.task.music.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some bars of a piece.
 *
 * @param from number of the first one, from 1
 * @param to number of the last one
 */
public record BarRange(int from, int to) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  public BarRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("bars must be such as 5-8 but were " + from + " to " + to);
    }
  }

  /**
   * Reads a range such as {@code 5-8}, or a single bar.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static BarRange parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("bars must be such as 5-8 but were " + text);
    }
    int from = Integer.parseInt(matcher.group(1));
    return new BarRange(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
