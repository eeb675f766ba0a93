package ductus.studio.bin;

/** What was thrown away. */
public enum BinKind {
  /** Something of the library: files of one stem. */
  PIECE(false),
  /** The folder of a training run. */
  RUN(false),
  /** A whole corpus. */
  CORPUS(false),
  /** A file of a corpus. */
  CORPUS_FILE(false),
  /** The characters of a hand. */
  CHARACTERS(true),
  /** The lines of a hand. */
  LINES(true);

  private final boolean onlyOne;

  BinKind(boolean onlyOne) {
    this.onlyOne = onlyOne;
  }

  /** Whether there is one place for it only: what lies there changes places with it. */
  boolean isOnlyOne() {
    return onlyOne;
  }
}
