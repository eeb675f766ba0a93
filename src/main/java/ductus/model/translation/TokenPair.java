package ductus.model.translation;

/** A source and its target as numbers of two alphabets, each with the end behind it. Immutable. */
public final class TokenPair {
  private final int[] source;
  private final int[] target;

  /** Copies its arguments, one number or more each. */
  public TokenPair(int[] source, int[] target) {
    if (source.length == 0 || target.length == 0) {
      throw new IllegalArgumentException(
          "source and target must have the end at least but have %d and %d numbers"
              .formatted(source.length, target.length));
    }
    this.source = source.clone();
    this.target = target.clone();
  }

  /** Steps U of the source. */
  public int sourceLength() {
    return source.length;
  }

  /** Steps T of the target. */
  public int targetLength() {
    return target.length;
  }

  /** A copy of the source. */
  public int[] source() {
    return source.clone();
  }

  /** A copy of the target. */
  int[] target() {
    return target.clone();
  }
}
