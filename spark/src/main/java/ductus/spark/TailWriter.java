package ductus.spark;

import java.io.Writer;

/** Keeps the end of what is written, so that a chatty command does not fill the memory. */
final class TailWriter extends Writer {
  private final int most;
  private final StringBuilder kept = new StringBuilder();

  /** One that keeps at most so many characters; up to twice as many on the way. */
  TailWriter(int most) {
    this.most = most;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    synchronized (lock) {
      int begin = Math.max(0, length - most);
      kept.append(text, offset + begin, length - begin);
      if (kept.length() > 2 * most) {
        kept.delete(0, kept.length() - most);
      }
    }
  }

  /** The end of what was written. */
  String text() {
    synchronized (lock) {
      return kept.substring(Math.max(0, kept.length() - most));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
