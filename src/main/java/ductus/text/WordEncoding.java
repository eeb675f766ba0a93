package ductus.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Text as one token a word or punctuation mark, from which the very same text is made again. An
 * entry that begins with a space stands behind one, or at the beginning of a line; one without
 * stands right behind what comes before. A word that is not in the vocabulary is spelled with the
 * entries of its characters, so that any text of known characters has tokens.
 */
public final class WordEncoding extends TextEncoding {
  /** Name of this encoding in model files. */
  public static final String NAME = "words";

  private static final String SPACE = " ";
  private static final int LEAST_COUNT = 2;

  /** Twenty times the largest vocabulary; some 200 MB. */
  private static final int MOST_COUNTED = 2_000_000;

  /**
   * Creates an encoding with a vocabulary of words, marks and characters.
   *
   * @param vocabulary entries
   */
  public WordEncoding(List<String> vocabulary) {
    super(NAME, vocabulary);
  }

  /**
   * Learns an encoding of the characters of some passages, and of the words that they have twice or
   * more.
   *
   * @param passages gone through once
   * @param mostWords the most frequent ones
   */
  public static WordEncoding learn(Iterable<String> passages, int mostWords) {
    CharacterCounts points = new CharacterCounts();
    WordCounts counts = new WordCounts(MOST_COUNTED);
    for (String passage : passages) {
      points.add(passage);
      entries(passage).forEach(counts::add);
    }
    List<String> characters = points.frequent(CharacterEncoding.LEAST_COUNT);
    List<String> spaced =
        characters.stream()
            .filter(character -> !character.isBlank())
            .map(character -> SPACE + character)
            .toList();
    List<String> spelling =
        Stream.of(characters, spaced, List.of(SPACE)).flatMap(List::stream).distinct().toList();
    spelling.forEach(counts::remove);
    Set<String> known = new HashSet<>(characters);
    Stream<String> words =
        counts.frequent(LEAST_COUNT, word -> isSpellable(word, known)).limit(mostWords);
    return new WordEncoding(Stream.concat(spelling.stream(), words).toList());
  }

  private static boolean isSpellable(String entry, Set<String> characters) {
    return entry.strip().codePoints().mapToObj(Character::toString).allMatch(characters::contains);
  }

  @Override
  void append(StringBuilder text, String entry) {
    boolean lineBegins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    boolean hidesSpace = lineBegins && entry.length() > 1 && entry.startsWith(SPACE);
    text.append(hidesSpace ? entry.substring(1) : entry);
  }

  @Override
  public int[] tokens(String passage) {
    List<Integer> all = new ArrayList<>(List.of(START));
    for (String entry : entries(passage)) {
      int token = token(entry);
      if (token == UNKNOWN) {
        spell(entry, all);
      } else {
        all.add(token);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private void spell(String entry, List<Integer> into) {
    int[] points = entry.codePoints().toArray();
    int at = 0;
    if (points.length > 1 && entry.startsWith(SPACE)) {
      String first = SPACE + Character.toString(points[1]);
      if (knows(first)) {
        into.add(token(first));
      } else {
        // An unknown character has no form behind a space.
        if (!lineBegins(into)) {
          into.add(token(SPACE));
        }
        into.add(UNKNOWN);
      }
      at = 2;
    }
    for (; at < points.length; at++) {
      into.add(token(Character.toString(points[at])));
    }
  }

  private boolean lineBegins(List<Integer> tokens) {
    int last = tokens.get(tokens.size() - 1);
    return last == START || last == token("\n");
  }

  /** The words and marks of a text, with a space in front where they stand behind one. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int begin = at;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      boolean lineBegins = begin == 0 || text.charAt(begin - 1) == '\n';
      boolean nothingFollows = at == text.length() || Character.isWhitespace(text.charAt(at));
      int spaces = at - begin;
      boolean spaced = !nothingFollows && (lineBegins ? spaces == 0 : spaces > 0);
      int alone = spaced && !lineBegins ? spaces - 1 : spaces;
      for (int i = 0; i < alone; i++) {
        entries.add(SPACE);
      }
      if (at < text.length()) {
        int end = end(text, at);
        entries.add((spaced ? SPACE : "") + text.substring(at, end));
        at = end;
      }
    }
    return entries;
  }

  /** End of the word that begins at a place, or of the mark that stands there. */
  private static int end(String text, int begin) {
    int at = begin;
    while (at < text.length() && isOfWord(text, at, begin)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at > begin ? at : begin + Character.charCount(text.codePointAt(begin));
  }

  /**
   * Whether a character belongs to a word: a letter, a digit, a mark on a letter, or an apostrophe
   * between letters.
   */
  private static boolean isOfWord(String text, int at, int begin) {
    int point = text.codePointAt(at);
    if (WordCharacters.contains(point)) {
      return true;
    }
    return (point == '\'' || point == '\u2019')
        && at > begin
        && at + 1 < text.length()
        && WordCharacters.contains(text.codePointAt(at + 1));
  }
}
