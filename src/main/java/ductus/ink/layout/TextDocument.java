package ductus.ink.layout;

import ductus.ink.layout.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as its paragraphs. Every line break is kept, as in a letter or a poem; an empty line is a
 * gap. {@code # }, {@code ## } and {@code ### } begin headings; {@code - }, {@code * }, {@code • },
 * {@code 1. } and {@code 1) } begin items of a list, two more spaces before them a list within.
 * Nothing else has a meaning: all other characters are written as they stand.
 *
 * @param firstLine line of the text that is the first paragraph, from 0: gaps before it do not
 *     count
 */
record TextDocument(List<Paragraph> paragraphs, int firstLine) {
  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_DEPTH = 4;
  private static final Pattern HEADING = Pattern.compile("(#{1,3})\\s+(.*)");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*•]|\\d{1,3}[.)])\\s+(.*)");

  // Spaces that must not break count as spaces too: a line may end there.
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  // Such as a zero-width space on its own.
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}*");

  TextDocument {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it has no word or is too long
   */
  static TextDocument parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the text must have at most %d characters but had %d: write it in parts"
              .formatted(MOST_CHARACTERS, text.length()));
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    text.lines().map(TextDocument::paragraph).forEach(paragraphs::add);
    int firstLine = 0;
    while (!paragraphs.isEmpty() && isGap(paragraphs.get(0))) {
      paragraphs.remove(0);
      firstLine++;
    }
    while (!paragraphs.isEmpty() && isGap(paragraphs.get(paragraphs.size() - 1))) {
      paragraphs.remove(paragraphs.size() - 1);
    }
    if (paragraphs.isEmpty()) {
      throw new IllegalArgumentException("the text must have a word but was empty");
    }
    return new TextDocument(paragraphs, firstLine);
  }

  private static Paragraph paragraph(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches() && !words(heading.group(2)).isEmpty()) {
      return new Paragraph(Kind.HEADING, heading.group(1).length(), words(heading.group(2)));
    }
    Matcher item = ITEM.matcher(line);
    if (item.matches() && !words(item.group(3)).isEmpty()) {
      int level = Math.min(MOST_DEPTH, item.group(1).replace("\t", "  ").length() / 2);
      String mark = item.group(2).matches("[*•]") ? "-" : item.group(2);
      return new Paragraph(
          Kind.ITEM, level, Stream.concat(Stream.of(mark), words(item.group(3)).stream()).toList());
    }
    List<String> words = words(line);
    return new Paragraph(words.isEmpty() ? Kind.GAP : Kind.TEXT, 0, words);
  }

  private static List<String> words(String text) {
    return SPACE.splitAsStream(text).filter(word -> !UNSEEN.matcher(word).matches()).toList();
  }

  private static boolean isGap(Paragraph paragraph) {
    return paragraph.kind() == Kind.GAP;
  }
}
