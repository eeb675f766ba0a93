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

  /** How it looks now. */
  S draw(RandomGenerator random);
}
