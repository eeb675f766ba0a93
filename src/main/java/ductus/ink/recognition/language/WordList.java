package ductus.ink.recognition.language;

import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Words in their order, each with a weight; those that begin alike stand together. */
final class WordList {
  private final String[] words;

  /** The weights of all words before each, and of all. */
  private final double[] before;

  WordList(SortedMap<String, Double> weights) {
    words = new String[weights.size()];
    before = new double[words.length + 1];
    int i = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      words[i] = word.getKey();
      before[i + 1] = before[i] + word.getValue();
      i++;
    }
  }

  /** The empty beginning of all words. */
  Beginning root() {
    return new Beginning(0, words.length, 0);
  }

  /** The words that begin alike. */
  final class Beginning {
    private final int from;
    private final int to;
    private final int length;

    private Beginning(int from, int to, int length) {
      this.from = from;
      this.to = to;
      this.length = length;
    }

    /** The beginning with one letter more; null where no word goes on so. */
    @Nullable Beginning next(int letter) {
      int first = firstFrom(letter);
      int behind = firstFrom(letter + 1);
      return first == behind ? null : new Beginning(first, behind, length + 1);
    }

    /** The first word whose next letter is not before a letter. */
    private int firstFrom(int letter) {
      int low = from;
      int high = to;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (nextLetter(middle) < letter) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private int nextLetter(int word) {
      return words[word].length() == length ? -1 : words[word].charAt(length);
    }

    /** Share of the words that begin so that go on with a letter. */
    double share(int letter) {
      return (before[firstFrom(letter + 1)] - before[firstFrom(letter)]) / weight();
    }

    /** Share of the words that begin so that end here. */
    double endShare() {
      return nextLetter(from) < 0 ? (before[from + 1] - before[from]) / weight() : 0;
    }

    private double weight() {
      return before[to] - before[from];
    }
  }
}
