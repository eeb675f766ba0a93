package ductus.corpus.line;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line says, as it is written: composed (NFC), words a space apart. Some corpora set all
 * punctuation apart, "isn ' t there ."; where a text does so, it is closed up, as nobody writes it
 * so.
 */
final class LineText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Punctuation set apart in any language; others have a space before a colon or an exclamation.
   */
  private static final Pattern APART = Pattern.compile("\\w [.,](?= |$)|\\p{L} ' \\p{L}");

  private static final Pattern BEFORE_CLOSING = Pattern.compile(" +(?=[.,;:!?)\\]}](?: |$))");
  private static final Pattern BEHIND_OPENING = Pattern.compile("(?<=(?:^| )[(\\[{]) +");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L}) ' (?=\\p{L})");
  private static final Pattern DIVIDED_AT_END = Pattern.compile("(?<=\\p{Ll}) -$");

  private LineText() {}

  /** The text of a label. */
  static String of(String label) {
    String text =
        SPACES.matcher(Normalizer.normalize(label, Normalizer.Form.NFC)).replaceAll(" ").strip();
    return APART.matcher(text).find() ? closedUp(text) : text;
  }

  private static String closedUp(String text) {
    String closed = text;
    for (Pattern space : new Pattern[] {BEFORE_CLOSING, BEHIND_OPENING}) {
      closed = space.matcher(closed).replaceAll("");
    }
    closed = APOSTROPHE.matcher(closed).replaceAll(Matcher.quoteReplacement("'"));
    return DIVIDED_AT_END.matcher(closed).replaceAll("-");
  }
}
