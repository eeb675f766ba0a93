package ductus.corpus;

/** Hears how far the reading of a folder has come; called by one thread at a time. */
@FunctionalInterface
public interface ReadingListener {
  /** Hears nothing. */
  ReadingListener NONE = (done, total) -> {};

  /**
   * Hears how many files are done, before the first and behind each.
   *
   * @param done files read or left out so far, 0 to {@code total}
   */
  void progress(int done, int total);

  /**
   * Hears how many files there are so far, while it is not known yet how many there will be.
   *
   * @param files that were found
   */
  default void found(int files) {}

  /**
   * Hears how many of the files that were found are looked into, since some hold several pieces.
   *
   * @param done 0 to {@code total}
   */
  default void opened(int done, int total) {}
}
