package ductus.ink.geometry;

import ductus.ink.PenPoint;
import ductus.ink.hand.Characters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The gaps of a line, x-heights. A gap is where no ink stands between baseline and x-height.
 *
 * @param between words that have ink; less than 0 where they reach into each other
 * @param within each of those words, between its letters, one less than it has letters: 0 where
 *     they touch or reach over each other; none in words that are not of letters alone
 */
record LineGaps(List<Double> between, List<List<Double>> within) {
  /** Heights between which the ink of a letter stands in the way. */
  private static final double BOTTOM = -0.1;

  private static final double TOP = 1.1;

  /** Measures a line. */
  static LineGaps of(AlignedLine line) {
    List<Double> between = new ArrayList<>();
    List<List<Double>> within = new ArrayList<>();
    double right = Double.NaN;
    for (Word word : words(line.characters())) {
      InkCoverage ink = ink(line, word);
      if (!ink.isEmpty()) {
        if (!within.isEmpty()) {
          between.add(ink.left() - right);
        }
        right = ink.right();
        within.add(betweenLetters(line, word));
      }
    }
    return new LineGaps(between, within);
  }

  /** The gaps of a word, without the punctuation before and behind it. */
  private static List<Double> betweenLetters(AlignedLine line, Word word) {
    Word bare = word.bare(line);
    if (!bare.isOfLetters(line)) {
      return List.of();
    }
    List<Double> gaps = new ArrayList<>(ink(line, bare).holes());
    int touching = bare.end() - bare.from() - 1 - gaps.size();
    gaps.addAll(Collections.nCopies(Math.max(0, touching), 0.0));
    return gaps;
  }

  /** The characters of a word, the last one's end excluded. */
  private record Word(int from, int end) {
    /** This word from its first letter to its last one. */
    Word bare(AlignedLine line) {
      int first = from;
      int behind = end;
      while (first < behind && !isLetter(line, first)) {
        first++;
      }
      while (behind > first && !isLetter(line, behind - 1)) {
        behind--;
      }
      return new Word(first, behind);
    }

    boolean isOfLetters(AlignedLine line) {
      for (int at = from; at < end; at++) {
        if (!isLetter(line, at)) {
          return false;
        }
      }
      return end > from;
    }
  }

  private static boolean isLetter(AlignedLine line, int at) {
    return Character.isLetter(line.characters().get(at));
  }

  private static List<Word> words(List<Integer> characters) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= characters.size(); at++) {
      if (at == characters.size() || !Characters.isDrawn(characters.get(at))) {
        if (at > from) {
          words.add(new Word(from, at));
        }
        from = at + 1;
      }
    }
    return words;
  }

  /**
   * Where a word has ink: of letters between baseline and x-height, of all else at any height. The
   * way of the pen from another word to this one is ink, too, where it was not lifted.
   */
  private static InkCoverage ink(AlignedLine line, Word word) {
    InkCoverage letters = new InkCoverage(BOTTOM, TOP);
    InkCoverage others = new InkCoverage(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    PenPoint before = PenPoint.at(0, 0);
    for (CharacterInk ink : line.ink()) {
      if (ink.at() >= word.from() && ink.at() < word.end()) {
        InkCoverage coverage = isLetter(line, ink.at()) ? letters : others;
        PenPoint from = ink.joined() ? before : ink.points().get(0);
        for (PenPoint to : ink.points()) {
          coverage.add(from, to);
          from = to;
        }
      }
      before = ink.last();
    }
    letters.addAll(others);
    return letters;
  }
}
