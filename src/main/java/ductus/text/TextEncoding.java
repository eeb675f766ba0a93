package ductus.text;

import ductus.model.Encoding;
import ductus.model.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passages as tokens: a mark of the start, then pieces of text, with none for the end, since a
 * passage ends where it was cut. Token 0 is the start, token 1 stands for any character that is not
 * known, and token 2 + i for entry i of the vocabulary.
 */
public abstract sealed class TextEncoding implements Encoding<String>
    permits CharacterEncoding, WordEncoding {
  /** Token of the mark in front of a passage. */
  public static final int START = 0;

  /** Token of any character that is not in the vocabulary. */
  public static final int UNKNOWN = 1;

  /** The text that an unknown character is shown as. */
  public static final String REPLACEMENT = "\uFFFD";

  private static final int FIRST = 2;

  private final List<String> vocabulary;
  private final EncodingShape shape;
  private final Map<String, Integer> tokens = new HashMap<>();

  TextEncoding(String name, List<String> vocabulary) {
    this.vocabulary = List.copyOf(vocabulary);
    shape = new EncodingShape(name, 1, FIRST + vocabulary.size(), 0, 0);
    for (int i = 0; i < this.vocabulary.size(); i++) {
      if (tokens.put(this.vocabulary.get(i), FIRST + i) != null) {
        throw new IllegalArgumentException(
            "entries of a vocabulary must differ but two were \"" + vocabulary.get(i) + "\"");
      }
    }
  }

  /**
   * Returns the encoding that has a name.
   *
   * @param vocabulary its entries, as {@link #vocabulary} gave them
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TextEncoding of(String name, List<String> vocabulary) {
    return switch (name) {
      case CharacterEncoding.NAME -> new CharacterEncoding(vocabulary);
      case WordEncoding.NAME -> new WordEncoding(vocabulary);
      default ->
          throw new IllegalArgumentException(
              "encoding of text must be characters or words but was " + name);
    };
  }

  /** The entries of the vocabulary, in the order of their tokens. */
  public final List<String> vocabulary() {
    return vocabulary;
  }

  /** Appends what a token writes behind a text; nothing for the start. */
  public final void append(StringBuilder text, int token) {
    if (token == UNKNOWN) {
      text.append(REPLACEMENT);
    } else if (token >= FIRST) {
      append(text, vocabulary.get(token - FIRST));
    }
  }

  /** Appends what an entry of the vocabulary writes behind a text. */
  abstract void append(StringBuilder text, String entry);

  /** The token of an entry of the vocabulary, or {@link #UNKNOWN}. */
  final int token(String entry) {
    return tokens.getOrDefault(entry, UNKNOWN);
  }

  /** Whether an entry is in the vocabulary. */
  final boolean knows(String entry) {
    return tokens.containsKey(entry);
  }

  @Override
  public final EncodingShape shape() {
    return shape;
  }

  @Override
  public final String describe(int token) {
    return token == START
        ? "start"
        : token == UNKNOWN ? "unknown" : vocabulary.get(token - FIRST).replace("\n", "\\n");
  }

  /** Number of tokens of a passage, the start included. */
  public int length(String passage) {
    return tokens(passage).length;
  }

  @Override
  public final String decode(Sequence sequence) {
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < sequence.length(); t++) {
      append(text, sequence.token(t));
    }
    return text.toString();
  }

  @Override
  public final Cursor cursor() {
    return new PassageCursor();
  }

  private static final class PassageCursor implements Cursor {
    private boolean begun;

    @Override
    public void features(int[] into) {}

    @Override
    public boolean allows(int token) {
      return begun == (token != START);
    }

    @Override
    public void accept(int token) {
      begun = true;
    }

    @Override
    public boolean ended() {
      return false;
    }
  }
}
