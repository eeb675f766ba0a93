package ductus.ink.plotter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plotter is and can.
 *
 * @param profile its kind
 * @param acceleration with which it comes to its speed, in mm/s²
 * @param penSeconds that a lift takes, and as many that a lowering takes
 * @param bed how far it reaches; null if that is not known
 */
public record PlotterMachine(
    PlotterProfile profile, double acceleration, double penSeconds, @Nullable Bed bed) {
  private static final double MOST_ACCELERATION = 100_000;
  private static final double LONGEST_LIFT = 60;

  /**
   * How far a plotter reaches, from the corner where X and Y are 0.
   *
   * @param width to the right, in mm
   * @param height upwards or downwards, in mm
   */
  public record Bed(double width, double height) {
    private static final Pattern SIZE =
        Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s*[x×]\\s*(\\d{1,5}(?:\\.\\d{1,3})?)");

    public Bed {
      if (!(width > 0) || !(height > 0)) {
        throw new IllegalArgumentException(
            "a plotter must reach further than 0 mm but reached %s by %s".formatted(width, height));
      }
    }

    /**
     * Reads a size such as {@code 430x297}, in mm.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Bed parse(String text) {
      Matcher size = SIZE.matcher(text.strip());
      if (!size.matches()) {
        throw new IllegalArgumentException(
            "the plotter's reach must be WIDTHxHEIGHT in mm such as 300x218 but was " + text);
      }
      return new Bed(Double.parseDouble(size.group(1)), Double.parseDouble(size.group(2)));
    }
  }

  public PlotterMachine {
    if (!(acceleration >= 1) || !(acceleration <= MOST_ACCELERATION)) {
      throw new IllegalArgumentException(
          "acceleration must be 1 to %.0f mm/s² but was %s"
              .formatted(MOST_ACCELERATION, acceleration));
    }
    if (!(penSeconds >= 0) || !(penSeconds <= LONGEST_LIFT)) {
      throw new IllegalArgumentException(
          "a lift of the pen must take 0 to %.0f s but took %s"
              .formatted(LONGEST_LIFT, penSeconds));
    }
  }

  /** Returns this machine with another acceleration. */
  public PlotterMachine withAcceleration(double other) {
    return new PlotterMachine(profile, other, penSeconds, bed);
  }

  /** Returns this machine with another reach. */
  public PlotterMachine withBed(Bed other) {
    return new PlotterMachine(profile, acceleration, penSeconds, other);
  }
}
