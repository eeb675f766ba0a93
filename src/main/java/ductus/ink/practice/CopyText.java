package ductus.ink.practice;

import java.util.List;

/**
 * Sentences that people copy to show their hand: together they have all letters in both cases, all
 * digits, and the marks of everyday writing. Each fits into a line.
 */
public final class CopyText {
  private static final List<String> SENTENCES = TextResource.lines("copy.txt");

  private CopyText() {}

  /** The sentences, always in the same order. */
  public static List<String> sentences() {
    return SENTENCES;
  }
}
