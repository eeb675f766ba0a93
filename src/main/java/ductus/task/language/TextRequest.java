package ductus.task.language;

import ductus.generate.Sampling;

/**
 * A request for text.
 *
 * @param primer that it goes on from; may be empty
 * @param sampling how tokens are drawn
 * @param length tokens to draw: characters, or words and marks
 * @param seed of all chance
 */
public record TextRequest(String primer, Sampling sampling, int length, long seed) {
  private static final int MOST = 1_000_000;

  public TextRequest {
    if (length < 1 || length > MOST) {
      throw new IllegalArgumentException(
          "length must be 1 to %d but was %d".formatted(MOST, length));
    }
  }
}
