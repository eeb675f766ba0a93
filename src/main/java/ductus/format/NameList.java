package ductus.format;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for people, one after another; of many the first ones. */
public final class NameList {
  private static final int MOST = 12;

  private NameList() {}

  /** The names between commas, and how many more there are. */
  public static String of(Collection<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    int more = names.size() - MOST;
    return more > 0 ? first + String.format(Locale.ROOT, ", and %,d more", more) : first;
  }
}
