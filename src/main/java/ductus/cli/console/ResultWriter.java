package ductus.cli.console;

import java.io.PrintWriter;

/** Standard output that knows whether anything was printed. */
public class ResultWriter extends PrintWriter {
  private boolean used;

  /** Prints to another writer. */
  public ResultWriter(PrintWriter out) {
    super(out);
  }

  /** Whether anything was printed. */
  boolean isUsed() {
    return used;
  }

  @Override
  public void write(int character) {
    used = true;
    super.write(character);
  }

  @Override
  public void write(char[] text, int from, int length) {
    used = true;
    super.write(text, from, length);
  }

  @Override
  public void write(String text, int from, int length) {
    used = true;
    super.write(text, from, length);
  }
}
