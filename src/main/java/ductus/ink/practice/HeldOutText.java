package ductus.ink.practice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentences to measure writers and readers with: about 50 characters each, with capitals, digits
 * and punctuation. Nothing learns from them.
 */
public final class HeldOutText {
  private static final List<String> SENTENCES = TextResource.lines("heldout.txt");
  private static final List<String> ACCENTED = TextResource.lines("heldout-accents.txt");

  private HeldOutText() {}

  /** The sentences, always in the same order. */
  public static List<String> sentences() {
    return SENTENCES;
  }

  /** The first so many sentences; from the beginning again where there are fewer. */
  public static List<String> sentences(int count) {
    return IntStream.range(0, count).mapToObj(i -> SENTENCES.get(i % SENTENCES.size())).toList();
  }

  /** Sentences of several languages, each with several accented letters. */
  public static List<String> accented() {
    return ACCENTED;
  }
}
