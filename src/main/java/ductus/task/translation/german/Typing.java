package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people make of a sentence when they type it: short forms, small letters, no mark. */
record Typing(Dice dice) {
  private static final List<TextPair> SHORT_FORMS =
      List.of(
          new TextPair("do not ", "don't "),
          new TextPair("does not ", "doesn't "),
          new TextPair("did not ", "didn't "),
          new TextPair("cannot ", "can't "),
          new TextPair("will not ", "won't "),
          new TextPair("must not ", "mustn't "),
          new TextPair("should not ", "shouldn't "),
          new TextPair("could not ", "couldn't "),
          new TextPair("would not ", "wouldn't "),
          new TextPair("have not ", "haven't "),
          new TextPair("has not ", "hasn't "),
          new TextPair("was not ", "wasn't "),
          new TextPair("were not ", "weren't "),
          new TextPair("I am ", "I'm "),
          new TextPair("you are ", "you're "),
          new TextPair("we are ", "we're "),
          new TextPair("they are ", "they're "),
          new TextPair("he is ", "he's "),
          new TextPair("she is ", "she's "),
          new TextPair("it is ", "it's "),
          new TextPair("who is ", "who's "),
          new TextPair("is not ", "isn't "),
          new TextPair("are not ", "aren't "),
          new TextPair("I will ", "I'll "),
          new TextPair("you will ", "you'll "),
          new TextPair("he will ", "he'll "),
          new TextPair("she will ", "she'll "),
          new TextPair("we will ", "we'll "),
          new TextPair("they will ", "they'll "),
          new TextPair("I would ", "I'd "),
          new TextPair("we would ", "we'd "),
          new TextPair("I have not ", "I haven't "));

  private static final List<ShortForm> BOTH_CASES =
      SHORT_FORMS.stream()
          .flatMap(form -> Stream.of(form, written(form)))
          .map(form -> new ShortForm(Pattern.compile("\\b" + form.source()), form.target()))
          .toList();

  /** Words, and what is written for them. */
  private record ShortForm(Pattern whole, String brief) {}

  /** A sentence as a book has it: a capital first. */
  static TextPair written(TextPair sentence) {
    return new TextPair(capital(sentence.source()), capital(sentence.target()));
  }

  /** A source as somebody types it. */
  String typed(String source) {
    String text = dice.percent(60) ? shortened(source) : source;
    int habit = dice.below(100);
    if (habit < 12) {
      text = text.toLowerCase(Locale.ROOT);
    } else if (habit < 20 && !text.startsWith("I ") && !text.startsWith("I'")) {
      text = Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
    boolean mark = text.endsWith(".") || text.endsWith("?");
    return mark && dice.percent(12) ? text.substring(0, text.length() - 1) : text;
  }

  private static String shortened(String source) {
    String text = source;
    for (ShortForm form : BOTH_CASES) {
      text = form.whole().matcher(text).replaceAll(form.brief());
    }
    return text;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
