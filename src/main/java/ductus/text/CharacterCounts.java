package ductus.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often each character (Unicode code point) comes in some passages. */
final class CharacterCounts {
  private long[] counts = new long[256];

  /** Counts the characters of one more passage. */
  void add(String passage) {
    for (int at = 0; at < passage.length(); ) {
      int point = passage.codePointAt(at);
      if (point >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(point + 1, 2 * counts.length));
      }
      counts[point]++;
      at += Character.charCount(point);
    }
  }

  /** The characters that came so often or more, in the order of their code points. */
  List<String> frequent(int least) {
    return IntStream.range(0, counts.length)
        .filter(point -> counts[point] >= least)
        .mapToObj(Character::toString)
        .toList();
  }
}
