package ductus.task.translation.expression;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Habits of one who writes an expression, drawn once, so that it is of one piece.
 *
 * @param and whether hundreds go on with an "and"
 * @param hyphens whether twenty-one has a hyphen
 * @param commas whether thousands and dates have commas
 * @param article whether it is a hundred and not one hundred
 */
record Wording(boolean and, boolean hyphens, boolean commas, boolean article) {
  static Wording draw(RandomGenerator random) {
    return new Wording(
        random.nextInt(3) > 0,
        random.nextInt(3) > 0,
        random.nextInt(3) == 0,
        random.nextInt(4) == 0);
  }

  /** Returns this wording for behind something: it is five thousand one hundred. */
  Wording withoutArticle() {
    return new Wording(and, hyphens, commas, false);
  }

  /** A text in letters as somebody may type them: small, or with some or all capitals. */
  static String typed(String text, RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> text.toLowerCase(Locale.ROOT);
      case 1 -> random.nextInt(3) == 0 ? text.toUpperCase(Locale.ROOT) : text;
      case 2 -> Character.toUpperCase(text.charAt(0)) + text.substring(1);
      default -> text;
    };
  }
}
