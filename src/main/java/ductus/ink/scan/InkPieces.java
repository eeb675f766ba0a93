package ductus.ink.scan;

import ductus.ink.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts dots, bars and accents to the letters that they belong to, and the pieces in order. */
final class InkPieces {
  /** Heights of letters that are usual: those of so many of the parts, by area, are lower. */
  private static final double USUAL = 0.5;

  /** Height of a mark at most, and how far it may be above or below, in usual heights. */
  private static final double MARK = 0.45;

  private static final double NEAR = 0.7;

  /** Share of the narrower one's width that a mark and its letter have in common. */
  private static final double COMMON = 0.5;

  private InkPieces() {}

  /**
   * Groups parts.
   *
   * @return in the order of reading: line by line, from left to right
   */
  static List<InkPiece> of(List<InkPart> parts) {
    double height = usualHeight(parts);
    List<InkPiece> pieces = new ArrayList<>();
    List<InkPart> marks = new ArrayList<>();
    for (InkPart part : parts) {
      if (part.box().height() < MARK * height) {
        marks.add(part);
      } else {
        pieces.add(new InkPiece(List.of(part)));
      }
    }
    List<InkPiece> letters = List.copyOf(pieces);
    for (InkPart mark : marks) {
      Optional<InkPiece> letter =
          letters.stream()
              .filter(each -> common(each.box(), mark.box()) >= COMMON)
              .filter(each -> apart(each.box(), mark.box()) <= NEAR * height)
              .min(Comparator.comparingDouble(each -> apart(each.box(), mark.box())));
      letter
          .map(each -> index(pieces, each))
          .ifPresentOrElse(
              at -> pieces.set(at, pieces.get(at).with(mark)),
              () -> pieces.add(new InkPiece(List.of(mark))));
    }
    return ReadingOrder.of(pieces, height);
  }

  /** Index of the piece that began as a letter. */
  private static int index(List<InkPiece> pieces, InkPiece letter) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).parts().get(0) == letter.parts().get(0)) {
        return i;
      }
    }
    throw new IllegalStateException("the piece must be among them");
  }

  private static double usualHeight(List<InkPart> parts) {
    List<InkPart> byHeight =
        parts.stream().sorted(Comparator.comparingDouble(part -> part.box().height())).toList();
    double area = parts.stream().mapToDouble(InkPart::area).sum();
    double below = 0;
    for (InkPart part : byHeight) {
      below += part.area();
      if (below >= USUAL * area) {
        return part.box().height();
      }
    }
    return 0;
  }

  private static double common(Box one, Box other) {
    double both = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    return both / Math.min(one.width(), other.width());
  }

  /** Height between two boxes, 0 where they lie side by side. */
  private static double apart(Box one, Box other) {
    return Math.max(0, Math.max(one.bottom(), other.bottom()) - Math.min(one.top(), other.top()));
  }
}
