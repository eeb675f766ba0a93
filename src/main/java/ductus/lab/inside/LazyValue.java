package ductus.lab.inside;

import ductus.file.BadFileException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something that is opened when it is first asked for, and only once.
 *
 * @param <S> what it is
 */
final class LazyValue<S> {
  private final Loader<S> opening;
  private @Nullable S subject;

  /** How it is opened. */
  @FunctionalInterface
  interface Loader<S> {
    S open() throws BadFileException, IOException;
  }

  LazyValue(Loader<S> opening) {
    this.opening = opening;
  }

  synchronized S get() throws BadFileException, IOException {
    S known = subject;
    if (known == null) {
      known = opening.open();
      subject = known;
    }
    return known;
  }
}
