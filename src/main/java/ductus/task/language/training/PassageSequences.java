package ductus.task.language.training;

import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.text.TextEncoding;
import java.util.List;

/**
 * The sequences of some passages. Of each no more is held than its length; its tokens are made when
 * they are needed, which takes far less time than to learn from them, and a number each would take
 * four times the memory of the text.
 */
final class PassageSequences implements Sequences {
  private final TextEncoding encoding;
  private final List<String> passages;
  private final int[] lengths;

  /**
   * Measures some passages.
   *
   * @param each run behind each of them, on several threads
   */
  PassageSequences(TextEncoding encoding, List<String> passages, Runnable each) {
    this.encoding = encoding;
    this.passages = List.copyOf(passages);
    lengths =
        passages.parallelStream()
            .mapToInt(
                passage -> {
                  int length = encoding.length(passage);
                  each.run();
                  return length;
                })
            .toArray();
  }

  @Override
  public int size() {
    return lengths.length;
  }

  @Override
  public int length(int number) {
    return lengths[number];
  }

  @Override
  public Sequence get(int number) {
    return encoding.encode(passages.get(number));
  }
}
