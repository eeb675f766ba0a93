package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.abc.bar.AbcSource;
import ductus.music.abc.bar.Fraction;

/** Walks along one line of music. */
final class AbcCursor {
  /** The character that is returned at the end of the line. */
  static final char END = '\0';

  private static final int MOST_DIGITS = 4;
  private static final int LONGEST_CHORD = 256;

  private final AbcSource source;
  private final AbcSource.Line line;
  private int index;

  AbcCursor(AbcSource source, AbcSource.Line line, int index) {
    this.source = source;
    this.line = line;
    this.index = index;
  }

  boolean atEnd() {
    return index >= line.text().length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return index + ahead < line.text().length() ? line.text().charAt(index + ahead) : END;
  }

  char next() {
    char c = peek();
    index++;
    return c;
  }

  /** Takes a character if it comes next. */
  boolean take(char c) {
    if (peek() != c || atEnd()) {
      return false;
    }
    index++;
    return true;
  }

  int takeAll(char c) {
    int count = 0;
    while (take(c)) {
      count++;
    }
    return count;
  }

  /** Takes the text up to a closing character, and that too. */
  String upTo(char close, String what) throws BadFileException {
    int end = line.text().indexOf(close, index);
    if (end < 0) {
      throw error(index - 1, what + " must be closed by " + close + " on its line");
    }
    String text = line.text().substring(index, end);
    index = end + 1;
    return text;
  }

  /** Whether the character stands on the rest of the line. */
  boolean isAhead(char c) {
    return line.text().indexOf(c, index) >= 0;
  }

  /** Whether a character comes before another one, and soon, on the rest of the line. */
  boolean isBefore(char c, char other) {
    for (int ahead = 0; ahead < LONGEST_CHORD; ahead++) {
      char next = peek(ahead);
      if (next == c) {
        return true;
      }
      if (next == other || next == END) {
        return false;
      }
    }
    return false;
  }

  /** The text up to a character that stands ahead. */
  String peekTo(char c) {
    return line.text().substring(index, line.text().indexOf(c, index));
  }

  boolean atStart() {
    return index == 0;
  }

  boolean atDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  int number(int ifAbsent) throws BadFileException {
    int start = index;
    while (atDigit()) {
      index++;
    }
    if (index - start > MOST_DIGITS) {
      throw error(start, "number must have " + MOST_DIGITS + " digits at most");
    }
    return index == start ? ifAbsent : Integer.parseInt(line.text().substring(start, index));
  }

  /** Takes a length in units: 3, 3/2, /, //, /4, or nothing for 1. */
  Fraction length() throws BadFileException {
    int start = index;
    long numerator = number(1);
    long denominator = 1;
    while (take('/') && denominator < 1 << 20) {
      denominator *= number(2);
    }
    if (numerator == 0 || denominator == 0 || denominator >= 1 << 20) {
      throw error(start, "note length must be such as 2, 3/2 or /");
    }
    return new Fraction(numerator, denominator);
  }

  /** Index in the file of the character that comes next. */
  int place() {
    return line.place() + index;
  }

  BadFileException error(String reason) {
    return error(index, reason);
  }

  private BadFileException error(int at, String reason) {
    return source.error(line.place() + at, reason);
  }
}
