package ductus.fuzz;

/**
 * When enough files were tried with a reader.
 *
 * @param files that are enough
 * @param nanos that are enough
 */
record FuzzLength(long files, double nanos) {
  /** Reads {@code 10000000x}, which are files, or {@code 10}, which are minutes. */
  static FuzzLength parse(String text) {
    return text.endsWith("x")
        ? new FuzzLength(Long.parseLong(text.substring(0, text.length() - 1)), Double.MAX_VALUE)
        : new FuzzLength(Long.MAX_VALUE, Double.parseDouble(text) * 60e9);
  }

  boolean isOver(long tried, long gone) {
    return tried >= files || gone >= nanos;
  }
}
