package ductus.ink.path;

/** Reads the commands, numbers and flags of path data one by one. */
final class PathScanner {
  /** Largest coordinate that makes sense; beyond it sums would lose their digits. */
  private static final double LARGEST = 1e9;

  private final String text;
  private int position;

  PathScanner(String text) {
    this.text = text;
    skipSpace();
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** Whether an argument comes next, so that the last command is repeated. */
  boolean atNumber() {
    return !atEnd() && "+-.0123456789".indexOf(text.charAt(position)) >= 0;
  }

  /** Reads the next command letter. */
  char command() throws PathSyntaxException {
    char command = text.charAt(position);
    if ("MmLlHhVvCcSsQqTtAaZz".indexOf(command) < 0) {
      throw new PathSyntaxException(
          position, "a path command must be one of MLHVCSQTAZ but was '" + command + "'");
    }
    position++;
    skipSpace();
    return command;
  }

  /** Reads the next number, and the comma behind it. */
  double number() throws PathSyntaxException {
    int start = position;
    skipSign();
    int digits = skipDigits();
    if (position < text.length() && text.charAt(position) == '.') {
      position++;
      digits += skipDigits();
    }
    if (digits == 0) {
      throw new PathSyntaxException(start, "a number must follow but was " + found(start));
    }
    skipExponent();
    double value = Double.parseDouble(text.substring(start, position));
    if (Math.abs(value) > LARGEST) {
      throw new PathSyntaxException(
          start, "a coordinate must be at most 1e9 but was " + text.substring(start, position));
    }
    skipComma();
    return value;
  }

  /** Reads a flag of an arc, which need not be separated from what follows. */
  boolean flag() throws PathSyntaxException {
    if (atEnd() || (text.charAt(position) != '0' && text.charAt(position) != '1')) {
      throw new PathSyntaxException(
          position, "a flag of an arc must be 0 or 1 but was " + found(position));
    }
    boolean flag = text.charAt(position) == '1';
    position++;
    skipComma();
    return flag;
  }

  private void skipSign() {
    if (position < text.length() && "+-".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private int skipDigits() {
    int start = position;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    return position - start;
  }

  private void skipExponent() {
    if (position == text.length() || "eE".indexOf(text.charAt(position)) < 0) {
      return;
    }
    int before = position;
    position++;
    skipSign();
    if (skipDigits() == 0) {
      position = before;
    }
  }

  private void skipComma() {
    skipSpace();
    if (!atEnd() && text.charAt(position) == ',') {
      position++;
      skipSpace();
    }
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n\f".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private String found(int at) {
    return at == text.length() ? "the end" : "'" + text.charAt(at) + "'";
  }
}
