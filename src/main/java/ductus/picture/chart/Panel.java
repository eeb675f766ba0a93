package ductus.picture.chart;

import java.util.List;

/**
 * A chart among several in a picture: lines, or bars, over a common axis.
 *
 * @param title what sets it apart from the others
 * @param x name of the horizontal axis
 * @param y name of the vertical axis
 * @param scale of the vertical axis
 * @param mark how values are drawn
 * @param range that no value can leave; bands are cut off at its ends
 * @param lines each in a color of its own
 */
public record Panel(
    String title, String x, String y, Scale scale, Mark mark, Range range, List<Series> lines) {
  /**
   * The values that there can be.
   *
   * @param least may be negative infinity
   * @param most may be infinity
   */
  public record Range(double least, double most) {
    /** Any number. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Losses, counts, speeds: 0 or more. */
    public static final Range FROM_ZERO = new Range(0, Double.POSITIVE_INFINITY);

    /** Shares and probabilities. */
    public static final Range SHARE = new Range(0, 1);

    /** The nearest value in this range. */
    double nearest(double value) {
      return Math.max(least, Math.min(most, value));
    }
  }

  /** The way in which values are drawn. */
  public enum Mark {
    /** Values are dots on a line, their spread is a band. */
    LINE,

    /**
     * Values are bars from 0, those of the same place side by side, their spread is a stroke;
     * places are whole numbers, and an axis without a name has no marks. On an even scale only.
     */
    BAR
  }

  /** The way in which values become heights. */
  public enum Scale {
    /** Heights grow evenly with the values. */
    LINEAR {
      @Override
      double height(double value) {
        return value;
      }

      @Override
      Axis axis(double low, double high) {
        return Axis.over(low, high, 5, false);
      }

      @Override
      String label(Axis axis, double mark) {
        return axis.label(mark);
      }
    },

    /** Heights go by powers of ten; values of 0 or less leave a gap. */
    LOGARITHMIC {
      @Override
      double height(double value) {
        return value > 0 ? Math.max(LEAST_POWER, StrictMath.log10(value)) : Double.NaN;
      }

      @Override
      Axis axis(double low, double high) {
        return Axis.over(Math.floor(low), high, 6, true);
      }

      @Override
      String label(Axis axis, double mark) {
        int power = (int) Math.round(mark);
        return power < -3 || power > 4
            ? "1e" + power
            : Axis.plain(StrictMath.pow(10, power), Math.max(0, -power));
      }
    };

    /** Least power of ten that is drawn; smaller values say no more than that they are nearly 0. */
    private static final int LEAST_POWER = -12;

    /** The height of a value; not finite where it cannot be drawn. */
    abstract double height(double value);

    /** An axis of heights. */
    abstract Axis axis(double low, double high);

    /** The label of a height on the axis. */
    abstract String label(Axis axis, double mark);
  }

  public Panel {
    lines = List.copyOf(lines);
    if (mark == Mark.BAR && scale != Scale.LINEAR) {
      throw new IllegalArgumentException("bars must be on an even scale but were on " + scale);
    }
  }

  /** Creates a panel of lines, of any values. */
  public Panel(String title, String x, String y, Scale scale, List<Series> lines) {
    this(title, x, y, scale, Mark.LINE, Range.ANY, lines);
  }

  /** Creates a panel of bars, of any values. */
  public static Panel ofBars(String title, String x, String y, List<Series> bars) {
    return new Panel(title, x, y, Scale.LINEAR, Mark.BAR, Range.ANY, bars);
  }

  /** Returns this panel for values of a range. */
  public Panel within(Range other) {
    return new Panel(title, x, y, scale, mark, other, lines);
  }

  /** Names of the lines. */
  List<String> names() {
    return lines.stream().map(Series::name).toList();
  }
}
