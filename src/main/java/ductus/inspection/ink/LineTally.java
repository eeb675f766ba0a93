package ductus.inspection.ink;

import ductus.corpus.Count;
import ductus.corpus.Counts;
import ductus.corpus.line.LineVerdict;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the lines of people that can be learned from. */
public final class LineTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private long characters;

  /** Writers with their lines. */
  private final Counts<String> writers = new Counts<>();

  private final Counts<String> passedOver = new Counts<>();

  /**
   * Lines that can be learned from.
   *
   * @param lines number of them
   * @param writers number of people who wrote them
   * @param characters of their texts
   * @param passedOver other pieces of the same formats, by what they are, most frequent first
   */
  public record Learnable(long lines, int writers, long characters, List<Count> passedOver) {
    /** Number of pieces that are passed over. */
    public long others() {
      return passedOver.stream().mapToLong(Count::count).sum();
    }
  }

  /** Adds a piece; one of a format without lines does not count. */
  public void add(InkFigures.Piece piece) {
    LineVerdict verdict = piece.verdict();
    if (verdict == null) {
      return;
    }
    if (verdict.passedOver().isEmpty()) {
      writers.add(verdict.writer());
      characters += verdict.characters();
    } else {
      passedOver.add(verdict.passedOver());
    }
  }

  void add(LineTally other) {
    characters += other.characters;
    writers.add(other.writers);
    passedOver.add(other.passedOver);
  }

  /** What was counted; null where there is no line: then it is ink of another sort. */
  public @Nullable Learnable learnable() {
    return writers.total() == 0
        ? null
        : new Learnable(
            writers.total(), writers.inOrder().size(), characters, Count.of(passedOver.inOrder()));
  }
}
