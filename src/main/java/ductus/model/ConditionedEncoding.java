package ductus.model;

import java.util.Arrays;
import java.util.List;

/**
 * An encoding whose side features also say what the whole piece is like: one more feature for each
 * condition, the same at every step, {@link Sequence#NONE} where it is left open. Tokens and
 * grammar are those of the encoding beneath.
 *
 * @param <T> the kind of piece
 */
public final class ConditionedEncoding<T> implements Encoding<T> {
  private final Encoding<T> base;
  private final int tableSize;

  /** Indices into the table, behind those of the encoding beneath. */
  private final int[] features;

  /**
   * An encoding of pieces that are like this.
   *
   * @param values index of a label for each condition, or {@link Sequence#NONE}
   */
  public ConditionedEncoding(Encoding<T> base, List<Condition> conditions, List<Integer> values) {
    if (values.size() != conditions.size()) {
      throw new IllegalArgumentException(
          "values must be one for each of %d conditions but were %d"
              .formatted(conditions.size(), values.size()));
    }
    this.base = base;
    features = new int[conditions.size()];
    int start = base.featureTableSize();
    for (int i = 0; i < features.length; i++) {
      int value = values.get(i);
      int labels = conditions.get(i).labels().size();
      if (value < Sequence.NONE || value >= labels) {
        throw new IllegalArgumentException(
            "value of %s must be below %d but was %d"
                .formatted(conditions.get(i).name(), labels, value));
      }
      features[i] = value == Sequence.NONE ? Sequence.NONE : start + value;
      start += labels;
    }
    tableSize = start;
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public int version() {
    return base.version();
  }

  @Override
  public int vocabularySize() {
    return base.vocabularySize();
  }

  @Override
  public String describe(int token) {
    return base.describe(token);
  }

  @Override
  public int featureTableSize() {
    return tableSize;
  }

  @Override
  public int featureCount() {
    return base.featureCount() + features.length;
  }

  @Override
  public Sequence encode(T piece) {
    Sequence plain = base.encode(piece);
    int count = featureCount();
    int[] all = new int[plain.length() * count];
    for (int t = 0; t < plain.length(); t++) {
      for (int f = 0; f < base.featureCount(); f++) {
        all[t * count + f] = plain.feature(t, f);
      }
      System.arraycopy(features, 0, all, t * count + base.featureCount(), features.length);
    }
    return new Sequence(plain.tokens(), all, count);
  }

  @Override
  public T decode(Sequence sequence) {
    int count = base.featureCount();
    int[] plain = new int[sequence.length() * count];
    Arrays.fill(plain, Sequence.NONE);
    return base.decode(new Sequence(sequence.tokens(), plain, count));
  }

  @Override
  public Cursor cursor() {
    return new ConditionedCursor(base.cursor());
  }

  private final class ConditionedCursor implements Cursor {
    private final Cursor cursor;
    private final int[] plain = new int[base.featureCount()];

    ConditionedCursor(Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public void features(int[] into) {
      cursor.features(plain);
      System.arraycopy(plain, 0, into, 0, plain.length);
      System.arraycopy(features, 0, into, plain.length, features.length);
    }

    @Override
    public boolean allows(int token) {
      return cursor.allows(token);
    }

    @Override
    public void accept(int token) {
      cursor.accept(token);
    }

    @Override
    public boolean ended() {
      return cursor.ended();
    }
  }
}
