package ductus.ink.mark;

import ductus.ink.hand.Characters;
import ductus.ink.mark.ApartText.Piece;
import java.util.ArrayList;
import java.util.List;

/** Places the pieces of a line from left to right; all gaps are measured upright. */
final class PiecePlacement {
  /** Distance between words where none was drawn. */
  private static final double WORD_GAP = 0.75;

  /** Distance of the ink of two characters of which one is a mark. */
  static final double MARK_GAP = 0.16;

  private static final double LETTER_GAP = 0.2;
  private static final double OPERATOR_GAP = 0.25;

  /** Least gap behind punctuation and a space, as a part of that between words. */
  private static final double LEAST_BEHIND_MARK = 0.8;

  private final ApartText text;
  private final double slant;
  private final SymbolPen pen;

  PiecePlacement(ApartText text, double slant, SymbolPen pen) {
    this.text = text;
    this.slant = slant;
    this.pen = pen;
  }

  /**
   * The ink of each piece in its place.
   *
   * @param words the ink of each word as it was drawn
   */
  List<List<OwnedStroke>> place(List<List<OwnedStroke>> words) {
    double wordGap = wordGap(words);
    List<List<OwnedStroke>> ink = new ArrayList<>();
    List<OwnedStroke> before = List.of();
    List<OwnedStroke> wordBefore = List.of();
    boolean spaced = false;
    for (Piece piece : text.pieces()) {
      boolean isSymbol = piece.word() == ApartText.SYMBOL;
      List<OwnedStroke> own =
          isSymbol
              ? pen.draw(text.characters().get(piece.at()), piece.at())
              : words.get(piece.word());
      spaced |= piece.spaced();
      List<OwnedStroke> placed = own;
      if (!own.isEmpty() && !before.isEmpty()) {
        boolean isKnown = !isSymbol && !wordBefore.isEmpty();
        double known = isKnown ? left(own) - right(wordBefore) : wordGap;
        double least = isBehindMark(piece.at()) ? LEAST_BEHIND_MARK * wordGap : known;
        double gap = spaced ? Math.max(known, least) : gap(piece.at());
        double shift = right(before) + gap - left(own);
        placed = own.stream().map(stroke -> stroke.moved(shift)).toList();
      }
      ink.add(new ArrayList<>(placed));
      if (!own.isEmpty()) {
        before = placed;
        wordBefore = isSymbol ? wordBefore : own;
        spaced = false;
      }
    }
    return ink;
  }

  /** The mean gap between words that nothing stands between. */
  private double wordGap(List<List<OwnedStroke>> words) {
    double sum = 0;
    int gaps = 0;
    for (Piece piece : text.pieces()) {
      if (piece.word() > 0 && piece.spaced()) {
        List<OwnedStroke> left = words.get(piece.word() - 1);
        List<OwnedStroke> right = words.get(piece.word());
        if (!left.isEmpty() && !right.isEmpty()) {
          sum += left(right) - right(left);
          gaps++;
        }
      }
    }
    return gaps == 0 ? WORD_GAP : Math.max(WORD_GAP / 2, sum / gaps);
  }

  /** The gap between a character and the one right before it. */
  private double gap(int at) {
    int next = text.characters().get(at);
    int before = text.characters().get(at - 1);
    if (isOperator(before) || isOperator(next)) {
      return OPERATOR_GAP;
    }
    boolean letters = Character.isLetter(next) && !isPunctuation(before);
    return letters ? LETTER_GAP : MARK_GAP;
  }

  /** Whether the last character before the space before a character is punctuation or a sign. */
  private boolean isBehindMark(int at) {
    int before = at - 1;
    while (before > 0 && !Characters.isDrawn(text.characters().get(before))) {
      before--;
    }
    return before >= 0 && isPunctuation(text.characters().get(before));
  }

  private static boolean isPunctuation(int character) {
    return !Character.isLetterOrDigit(character) && !Characters.isMark(character);
  }

  private static boolean isOperator(int character) {
    int type = Character.getType(character);
    return type == Character.MATH_SYMBOL || type == Character.DASH_PUNCTUATION;
  }

  private double left(List<OwnedStroke> ink) {
    return ink.stream().mapToDouble(stroke -> stroke.left(slant)).min().orElseThrow();
  }

  private double right(List<OwnedStroke> ink) {
    return ink.stream().mapToDouble(stroke -> stroke.right(slant)).max().orElseThrow();
  }
}
