package ductus.task.tagging;

import java.util.List;

/**
 * A sentence of which the words have tags.
 *
 * @param line of the file on which it begins, counted from 1; each word has a line
 * @param words and marks, one or more
 * @param tags of each
 * @param hash of the words: those with the same hash are the same
 */
public record TaggedSentence(int line, List<String> words, List<String> tags, String hash) {
  public TaggedSentence {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
    if (words.isEmpty() || words.size() != tags.size()) {
      throw new IllegalArgumentException(
          "a sentence must have words, and as many tags, but has %d and %d"
              .formatted(words.size(), tags.size()));
    }
  }
}
