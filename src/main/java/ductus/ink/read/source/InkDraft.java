package ductus.ink.read.source;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Handwriting while it is read: points become strokes, strokes become pieces. A stroke without
 * points is left out, as is a piece without strokes.
 */
public final class InkDraft {
  /** Most points in a file. */
  public static final int MOST_POINTS = 1_000_000;

  /** Farthest a point may lie from zero, in either direction. */
  public static final double FARTHEST = 1e7;

  private final InkSource source;
  private final Supplier<String> place;
  private final List<PenPoint> points = new ArrayList<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Handwriting> pieces = new ArrayList<>();
  private int count;

  /** Points of all pieces. */
  private long taken;

  /**
   * Creates an empty draft.
   *
   * @param place where the reader stands in the source, for complaints
   */
  public InkDraft(InkSource source, Supplier<String> place) {
    this.source = source;
    this.place = place;
  }

  /** Adds a point of unknown time and pressure to the stroke. */
  public void add(double x, double y) throws BadFileException {
    add(x, y, Double.NaN, Double.NaN);
  }

  /**
   * Adds a point to the stroke.
   *
   * @param y up
   * @param seconds since any moment; NaN where unknown
   * @param pressure 0 to 1, else taken for the nearer of them; NaN where unknown
   * @throws BadFileException if a coordinate is not finite or too large, or there are too many
   */
  public void add(double x, double y, double seconds, double pressure) throws BadFileException {
    check("x", x);
    check("y", y);
    if (Double.isInfinite(seconds)) {
      throw source.error(place.get(), "time must be finite but was " + seconds);
    }
    if (++count > MOST_POINTS) {
      throw source.error(
          place.get(), "ink must have at most " + MOST_POINTS + " points but has more: split it");
    }
    // Adding zero turns the -0.0 of a flipped axis into 0.
    points.add(new PenPoint(x + 0.0, y + 0.0, seconds, Math.min(1, Math.max(0, pressure))));
  }

  private void check(String what, double value) throws BadFileException {
    if (!(Math.abs(value) <= FARTHEST)) {
      throw source.error(
          place.get(), what + " must be a number from -10000000 to 10000000 but was " + value);
    }
  }

  /** Ends the stroke: the pen is lifted. */
  public void endStroke() {
    if (!points.isEmpty()) {
      strokes.add(new Stroke(points));
      points.clear();
    }
  }

  /** Returns the strokes since the last piece, which then belong to none. */
  public List<Stroke> takeStrokes() {
    endStroke();
    List<Stroke> taken = List.copyOf(strokes);
    strokes.clear();
    return taken;
  }

  /** Ends a piece: the strokes since the last one. */
  public void endPiece(Optional<String> text, Optional<String> writer) throws BadFileException {
    addPiece(takeStrokes(), text, writer);
  }

  /**
   * Adds a piece; its times begin anew.
   *
   * @throws BadFileException if all pieces together have too many points: they can share ink
   */
  public void addPiece(List<Stroke> ink, Optional<String> text, Optional<String> writer)
      throws BadFileException {
    if (!ink.isEmpty()) {
      Handwriting piece = fromItsStart(new Handwriting(ink, text, writer));
      taken += piece.points();
      if (taken > MOST_POINTS) {
        throw source.error(
            "its pieces must have at most " + MOST_POINTS + " points but have more: split it");
      }
      pieces.add(piece);
    }
  }

  /**
   * The pieces that were read.
   *
   * @throws BadFileException if there are none
   */
  public List<Handwriting> pieces() throws BadFileException {
    if (pieces.isEmpty()) {
      throw source.error("must have ink but has no stroke with a point");
    }
    return List.copyOf(pieces);
  }

  private static Handwriting fromItsStart(Handwriting piece) {
    double start =
        piece.strokes().stream()
            .flatMap(stroke -> stroke.points().stream())
            .mapToDouble(PenPoint::seconds)
            .filter(Double::isFinite)
            .findFirst()
            .orElse(0);
    return start == 0
        ? piece
        : piece.map(
            point -> new PenPoint(point.x(), point.y(), point.seconds() - start, point.pressure()));
  }
}
