package ductus.train;

import java.util.random.RandomGenerator;

/**
 * Something to learn from, which may look different each time.
 *
 * @param <S> what a network sees of it
 */
public interface Example<S> {
  /** Steps of it. */
  int length();

  /** Draws how the example looks this time. */
  S draw(RandomGenerator random);
}
