package ductus.model;

import ductus.model.Encoding.TrialCursor;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An encoding over another one, in which frequent runs of tokens are tokens of their own. The side
 * features of a merged token are those of its first one.
 *
 * @param <T> the kind of piece
 */
public final class MergedEncoding<T> implements Encoding<T> {
  private final Encoding<T> plain;
  private final Merges merges;
  private final EncodingShape shape;

  /**
   * An encoding with merges.
   *
   * @param plain whose cursors are {@link TrialCursor}s
   */
  public MergedEncoding(Encoding<T> plain, Merges merges) {
    if (!isFor(plain)) {
      throw new IllegalArgumentException("tokens of " + plain.name() + " cannot be merged");
    }
    if (merges.size() - merges.count() != plain.vocabularySize()) {
      throw new IllegalArgumentException(
          "merges must be of %d tokens but were of %d"
              .formatted(plain.vocabularySize(), merges.size() - merges.count()));
    }
    this.plain = plain;
    this.merges = merges;
    shape =
        new EncodingShape(
            plain.name(),
            plain.version(),
            merges.size(),
            plain.featureTableSize(),
            plain.featureCount());
  }

  /** Whether tokens of an encoding can be merged: its cursors can look ahead. */
  public static boolean isFor(Encoding<?> plain) {
    return plain.cursor() instanceof TrialCursor;
  }

  /** The merges. */
  public Merges merges() {
    return merges;
  }

  @Override
  public EncodingShape shape() {
    return shape;
  }

  @Override
  public String describe(int token) {
    if (!merges.isMerged(token)) {
      return plain.describe(token);
    }
    return Arrays.stream(merges.run(token))
        .mapToObj(plain::describe)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public int[] tokens(T piece) {
    return merges.merge(plain.tokens(piece));
  }

  @Override
  public Sequence encode(T piece) {
    return merges.merge(plain.encode(piece));
  }

  @Override
  public T decode(Sequence sequence) {
    return plain.decode(new Sequence(merges.unmerge(sequence.tokens()), new int[0], 0));
  }

  @Override
  public Encoding.Cursor cursor() {
    TrialCursor cursor = (TrialCursor) plain.cursor();
    return new Encoding.Cursor() {
      @Override
      public void features(int[] into) {
        cursor.features(into);
      }

      @Override
      public boolean allows(int token) {
        if (!merges.isMerged(token)) {
          return cursor.allows(token);
        }
        int[] run = merges.run(token);
        return cursor.allows(run[0]) && cursor.allowsAll(run);
      }

      @Override
      public void accept(int token) {
        if (allows(token)) {
          for (int each : merges.run(token)) {
            cursor.accept(each);
          }
        }
      }

      @Override
      public boolean ended() {
        return cursor.ended();
      }
    };
  }
}
