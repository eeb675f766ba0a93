package ductus.music.encoding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * The tokens of a vocabulary by their kinds: from 0 up a range for each kind, in the kinds' order.
 * Weights of models know tokens by these numbers, so kinds keep their order and sizes.
 *
 * @param <K> the kinds of tokens
 */
public final class TokenRanges<K extends Enum<K>> {
  /** The range of a kind. */
  private record Range(int first, int size) {}

  private final Map<K, Range> ranges;

  /** The kind of each token. */
  private final List<K> kinds = new ArrayList<>();

  /** The index of each token within its kind. */
  private final List<Integer> indices = new ArrayList<>();

  /**
   * Lays out ranges.
   *
   * @param size number of tokens of a kind, 1 or more
   */
  public TokenRanges(Class<K> kinds, ToIntFunction<K> size) {
    ranges = new EnumMap<>(kinds);
    for (K kind : kinds.getEnumConstants()) {
      Range range = new Range(this.kinds.size(), size.applyAsInt(kind));
      ranges.put(kind, range);
      for (int index = 0; index < range.size(); index++) {
        this.kinds.add(kind);
        indices.add(index);
      }
    }
  }

  /** Number of tokens of all kinds, V. */
  public int size() {
    return kinds.size();
  }

  /** Whether a number is a token. */
  public boolean has(int token) {
    return token >= 0 && token < size();
  }

  /**
   * Requires that a number is a token.
   *
   * @throws IllegalArgumentException if it is none
   */
  public void require(int token) {
    if (!has(token)) {
      throw new IllegalArgumentException(
          "token must be 0 to " + (size() - 1) + " but was " + token);
    }
  }

  /** The kind of a token. */
  public K kind(int token) {
    return kinds.get(token);
  }

  /** Index of a token within its kind, from 0. */
  public int index(int token) {
    return indices.get(token);
  }

  /**
   * The token of a kind at an index within it.
   *
   * @param index from 0
   * @throws IllegalArgumentException if there is none
   */
  public int token(K kind, int index) {
    Range range = Objects.requireNonNull(ranges.get(kind));
    if (index < 0 || index >= range.size()) {
      throw new IllegalArgumentException(
          "%s must be 0 to %d but was %d".formatted(kind, range.size() - 1, index));
    }
    return range.first() + index;
  }
}
