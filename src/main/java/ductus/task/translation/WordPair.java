package ductus.task.translation;

import static ductus.model.translation.SourceVocabulary.BOUND;
import static ductus.model.translation.SourceVocabulary.DIGITS;

import java.util.Locale;

/** Two things that stand side by side in a source: words, digits, or its bounds. */
record WordPair(String before, String after) {
  /** The pair as one reads it, such as {@code "forty twelve"} or {@code "of" at the end}. */
  String text() {
    if (before.equals(BOUND)) {
      return after.equals(BOUND)
          ? "nothing but marks"
          : String.format(Locale.ROOT, "\"%s\" at the beginning", shown(after));
    }
    return after.equals(BOUND)
        ? String.format(Locale.ROOT, "\"%s\" at the end", shown(before))
        : String.format(Locale.ROOT, "\"%s %s\"", shown(before), shown(after));
  }

  private static String shown(String step) {
    return step.equals(DIGITS) ? "(digits)" : step;
  }
}
