package ductus.ink.splitting;

import ductus.ink.Box;
import ductus.ink.Stroke;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Letters that stand on one line: a whole line, or a part of one. */
final class LineFragment {
  /** Way of the pen from which on the height of letters can be told, in heights of letters. */
  private static final double TELLING = 12;

  /** Way of the pen below which it is a letter or two at most, or a comma, likewise. */
  private static final double TINY = 8;

  /** Where the heights of two are compared, as parts of the width that they share. */
  private static final double[] PARTS = {0, 0.25, 0.5, 0.75, 1};

  private final double pageLetter;
  private final double slope;
  private final List<PageStroke> strokes;
  private final Box box;
  private final CenterLine center;
  private final boolean isShort;
  private final boolean isTiny;
  private final double letter;

  /**
   * Creates a fragment.
   *
   * @param strokes one or more
   * @param pageLetter height of the small letters of the page
   * @param slope of its lines, up per unit to the right
   */
  LineFragment(List<PageStroke> strokes, double pageLetter, double slope) {
    this.pageLetter = pageLetter;
    this.slope = slope;
    this.strokes = strokes.stream().sorted(Comparator.comparingInt(PageStroke::number)).toList();
    box = strokes.stream().map(PageStroke::box).reduce(Box::with).orElseThrow();
    List<Stroke> written = strokes.stream().map(PageStroke::stroke).toList();
    double length = written.stream().mapToDouble(Stroke::length).sum();
    isShort = length < TELLING * pageLetter;
    isTiny = length < TINY * pageLetter;
    letter = isShort ? pageLetter : LetterHeight.of(written);
    center = new CenterLine(PageStroke.points(strokes), letter, slope);
  }

  /** The strokes in the order of writing. */
  List<PageStroke> strokes() {
    return strokes;
  }

  Box box() {
    return box;
  }

  CenterLine center() {
    return center;
  }

  /** The width in heights of letters. */
  double width() {
    return box.width() / pageLetter;
  }

  /** Whether this is a letter or two at most, or a tall comma. */
  boolean isTiny() {
    return isTiny;
  }

  /** The height of small letters: these, or those of the page if these are too few. */
  double letter() {
    return letter;
  }

  /** Returns the letters of this and another fragment together. */
  LineFragment with(LineFragment other) {
    return new LineFragment(
        Stream.concat(strokes.stream(), other.strokes.stream()).toList(), pageLetter, slope);
  }

  /**
   * The distance to another fragment from left to right, in heights of letters; below 0 where both
   * stand at the same places.
   */
  double gap(LineFragment other) {
    return gap(other.box);
  }

  /** The distance to a stroke from left to right, likewise. */
  double gap(PageStroke stroke) {
    return gap(stroke.box());
  }

  /** How far to the right of another's end this begins, likewise; below 0 if before it. */
  double behind(LineFragment other) {
    return (box.left() - other.box.right()) / pageLetter;
  }

  private double gap(Box other) {
    double from = Math.max(box.left(), other.left());
    return (from - Math.min(box.right(), other.right())) / pageLetter;
  }

  /**
   * How much higher or lower than another this stands: where both are, or else half way between
   * them.
   *
   * @return in heights of letters, 0 or more
   */
  double offset(LineFragment other) {
    return rises(other).map(Math::abs).average().orElseThrow();
  }

  /** How much higher than another this stands on average, likewise; below 0 if it is lower. */
  double above(LineFragment other) {
    return rises(other).average().orElseThrow();
  }

  private DoubleStream rises(LineFragment other) {
    double from = Math.max(box.left(), other.box.left());
    double to = Math.min(box.right(), other.box.right());
    double[] parts = from > to ? new double[] {0.5} : PARTS;
    return DoubleStream.of(parts)
        .map(part -> from + part * (to - from))
        .map(place -> (center.at(place) - other.center.at(place)) / commonLetter(other));
  }

  private double commonLetter(LineFragment other) {
    if (isShort) {
      return other.letter;
    }
    return other.isShort ? letter : Math.sqrt(letter * other.letter);
  }
}
