package ductus.task.translation.german.clause;

import java.util.List;
import java.util.stream.Collectors;

/** Words in a row. */
final class WordRow {
  private WordRow() {}

  /** The words that are not empty, with spaces between. */
  static String joined(List<String> words) {
    return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }
}
