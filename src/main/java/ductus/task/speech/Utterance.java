package ductus.task.speech;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that was said.
 *
 * @param sound what is heard of it
 * @param words in their order, in lower case
 */
record Utterance(SpokenFrames sound, List<String> words) {
  Utterance {
    words = List.copyOf(words);
  }

  /** The words of a text: letters, digits and apostrophes; marks are not heard. */
  static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}']+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The words in one line. */
  String text() {
    return String.join(" ", words);
  }

  String hash() {
    return sound.hash();
  }
}
