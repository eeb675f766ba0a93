package ductus.format;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for people, one after another; of many the first ones. */
public final class NameList {
  private static final int MOST = 12;

  private NameList() {}

  /** The names between commas, twelve at most, and how many more there are. */
  public static String of(Collection<String> names) {
    return of(names, MOST);
  }

  /**
   * The names between commas, and how many more there are.
   *
   * @param most that are named
   */
  public static String of(Collection<String> names, int most) {
    String first = names.stream().limit(most).collect(Collectors.joining(", "));
    int more = names.size() - most;
    return more > 0 ? first + String.format(Locale.ROOT, ", and %d more", more) : first;
  }
}
