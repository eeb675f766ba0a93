package ductus.studio.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read of a file.
 *
 * @param name of the file
 * @param format of it, for people
 * @param date when it was read, as ISO 8601
 * @param lines in the order of reading
 */
record Reading(String name, String format, String date, List<Line> lines) {
  /** Words and letters of which the reader is less certain are shown as doubtful. */
  private static final double DOUBTFUL = 0.6;

  Reading {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param page number of the page or piece of ink, from 0
   * @param taught whether somebody said that it is right
   */
  record Line(int page, List<Word> words, boolean taught) {
    Line {
      words = List.copyOf(words);
    }

    /** What it says. */
    String text() {
      return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    Line with(int word, Word other) {
      List<Word> all = new ArrayList<>(words);
      all.set(word, other);
      return new Line(page, all, false);
    }

    Line taughtNow() {
      return new Line(page, words, true);
    }
  }

  /**
   * A character of a word.
   *
   * @param confidence of the reader, 0 to 1
   */
  record Letter(String text, double confidence) {
    boolean isDoubtful() {
      return confidence < DOUBTFUL;
    }
  }

  /**
   * A word and where it stands, in the unit of its ink, y up.
   *
   * @param confidence of the reader in its least certain character, 0 to 1
   * @param letters its characters; none of a word that a person corrected, or that was read before
   *     letters were told
   */
  record Word(
      String text,
      double confidence,
      List<Letter> letters,
      double left,
      double bottom,
      double right,
      double top) {
    Word {
      letters = letters == null ? List.of() : List.copyOf(letters); // not in readings of old
    }

    boolean isDoubtful() {
      return confidence < DOUBTFUL;
    }

    /** The word as a person says it is. */
    Word corrected(String other) {
      return new Word(other, 1, List.of(), left, bottom, right, top);
    }
  }

  Reading with(int line, Line other) {
    List<Line> all = new ArrayList<>(lines);
    all.set(line, other);
    return new Reading(name, format, date, all);
  }
}
