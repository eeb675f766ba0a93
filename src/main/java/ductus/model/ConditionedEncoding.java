package ductus.model;

import java.util.Arrays;
import java.util.List;

/**
 * An encoding whose side features also say what the piece is like: one more feature for each
 * condition, {@link Sequence#NONE} where it is left open. It is the same at every step, or changes
 * from beat to beat. Tokens and grammar are those of the encoding beneath.
 *
 * @param <T> the kind of piece
 */
public final class ConditionedEncoding<T> implements Encoding<T> {
  /**
   * What a piece, or each of its beats, can be asked to be like, such as its style.
   *
   * @param name such as {@code style}
   * @param labels its values: names, or the lower ends of ranges, ascending
   */
  public record Condition(String name, List<String> labels) {
    public Condition {
      if (name == null || labels == null || labels.isEmpty()) {
        throw new IllegalArgumentException("a condition must have a name and labels");
      }
      labels = List.copyOf(labels);
    }
  }

  private final Encoding<T> base;
  private final EncodingShape shape;

  /**
   * The side features of the conditions, of each by beat, again and again: indices behind those of
   * the encoding beneath.
   */
  private final int[][] features;

  /**
   * An encoding of pieces that are like this.
   *
   * @param values for each condition, from beat to beat, again and again, the index of a label, or
   *     {@link Sequence#NONE}; a single one holds for the whole piece
   */
  public ConditionedEncoding(
      Encoding<T> base, List<Condition> conditions, List<List<Integer>> values) {
    if (values.size() != conditions.size()) {
      throw new IllegalArgumentException(
          "values must be one for each of %d conditions but were %d"
              .formatted(conditions.size(), values.size()));
    }
    this.base = base;
    features = new int[conditions.size()][];
    int start = base.featureTableSize();
    for (int i = 0; i < features.length; i++) {
      features[i] = features(conditions.get(i), values.get(i), start);
      start += conditions.get(i).labels().size();
    }
    shape =
        new EncodingShape(
            base.name(),
            base.version(),
            base.vocabularySize(),
            start,
            base.featureCount() + features.length);
  }

  private static int[] features(Condition condition, List<Integer> values, int start) {
    int labels = condition.labels().size();
    if (values.isEmpty()) {
      throw new IllegalArgumentException(condition.name() + " must have a value but has none");
    }
    for (int value : values) {
      if (value < Sequence.NONE || value >= labels) {
        throw new IllegalArgumentException(
            "value of %s must be below %d but was %d".formatted(condition.name(), labels, value));
      }
    }
    return values.stream()
        .mapToInt(value -> value == Sequence.NONE ? Sequence.NONE : start + value)
        .toArray();
  }

  @Override
  public EncodingShape shape() {
    return shape;
  }

  @Override
  public String describe(int token) {
    return base.describe(token);
  }

  @Override
  public int[] tokens(T piece) {
    return base.tokens(piece);
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
      int beat = cursor.beat();
      for (int i = 0; i < features.length; i++) {
        into[plain.length + i] = features[i][beat % features[i].length];
      }
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

    @Override
    public int beat() {
      return cursor.beat();
    }
  }
}
