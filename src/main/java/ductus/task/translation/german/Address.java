package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import java.util.List;

/**
 * How one who is spoken to is called.
 *
 * @param polite whether Sie
 * @param titles of people who are called so
 */
record Address(Dice dice, boolean polite, List<TextPair> titles) {
  Address {
    titles = List.copyOf(titles);
  }

  /** Adds whom one speaks to, if a sentence says you to one who is called Sie, and its mark. */
  TextPair to(TextPair words, String mark) {
    boolean spokenTo = words.source().matches("(.*\\W)?your?(\\W.*)?");
    return spokenTo ? request(words, mark) : marked(words, mark);
  }

  /** Adds whom one speaks to, if one calls them Sie, to a sentence that is said to them. */
  TextPair request(TextPair words, String mark) {
    if (!polite) {
      return marked(words, mark);
    }
    TextPair who = dice.one(titles);
    return new TextPair(
        words.source() + ", " + who.source() + mark, words.target() + ", " + who.target() + mark);
  }

  private static TextPair marked(TextPair words, String mark) {
    return new TextPair(words.source() + mark, words.target() + mark);
  }
}
