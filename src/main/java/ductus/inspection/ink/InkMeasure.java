package ductus.inspection.ink;

import ductus.inspection.ink.InkFigures.Line;
import ductus.inspection.ink.InkFigures.Piece;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What of pieces has a median: of so many values, in their order, the one at half their number. A
 * piece that is no line of writing has no x-height, slant or baseline.
 */
public enum InkMeasure {
  WIDTH {
    @Override
    public OptionalDouble of(Piece piece) {
      return OptionalDouble.of(piece.width());
    }
  },
  HEIGHT {
    @Override
    public OptionalDouble of(Piece piece) {
      return OptionalDouble.of(piece.height());
    }
  },
  X_HEIGHT {
    @Override
    public OptionalDouble of(Piece piece) {
      return ofLine(piece, Line::xHeight);
    }
  },
  SLANT {
    @Override
    public OptionalDouble of(Piece piece) {
      return ofLine(piece, Line::slant);
    }
  },
  BASELINE_ANGLE {
    @Override
    public OptionalDouble of(Piece piece) {
      return ofLine(piece, Line::baselineAngle);
    }
  };

  /** This of a piece; empty where it has none. */
  public abstract OptionalDouble of(Piece piece);

  private static OptionalDouble ofLine(Piece piece, ToDoubleFunction<Line> measure) {
    Line line = piece.line();
    return line == null ? OptionalDouble.empty() : OptionalDouble.of(measure.applyAsDouble(line));
  }

  /** The medians of what some pieces have. */
  static Map<InkMeasure, Double> medians(Collection<Piece> pieces) {
    Map<InkMeasure, Double> medians = new EnumMap<>(InkMeasure.class);
    for (InkMeasure measure : values()) {
      double[] sorted =
          pieces.stream()
              .map(measure::of)
              .flatMapToDouble(OptionalDouble::stream)
              .sorted()
              .toArray();
      if (sorted.length > 0) {
        medians.put(measure, sorted[sorted.length / 2]);
      }
    }
    return medians;
  }
}
