package ductus.cli.option;

import ductus.ink.plotter.PlotterSettings;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.ink.render.Ink;
import ductus.ink.render.RenderSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Ink, nib, picture and plotter; to be included with {@code @Mixin}. */
public final class LookOptions {
  @Option(
      names = "--ink",
      paramLabel = "COLOR",
      description =
          "blue, black, royal, sepia, green, red, violet, gray, or such as #1f2f6b; blue.")
  private String ink = "blue";

  @Option(names = "--nib", paramLabel = "MM", description = "Width of a stroke; 0.45.")
  private @Nullable Double nib;

  @Option(names = "--pressure", description = "Strokes are thicker where a hand presses.")
  private boolean pressure;

  @Option(names = "--dpi", paramLabel = "N", description = "Pixels per inch of a PNG; 200.")
  private double dpi = RenderSettings.DEFAULT.dpi();

  @Option(
      names = "--pen-speed",
      paramLabel = "MM/S",
      description = "Mean speed on paper in an animated SVG; that of people.")
  private @Nullable Double penSpeed;

  @Option(
      names = "--pen-up",
      paramLabel = "GCODE",
      description = "Lifts the plotter's pen; \"G0 Z3\". Several commands with \\n between them.")
  private String penUp = PlotterSettings.Z_AXIS.penUp();

  @Option(
      names = "--pen-down",
      paramLabel = "GCODE",
      description = "Lowers the plotter's pen; \"G1 Z0 F600\".")
  private String penDown = PlotterSettings.Z_AXIS.penDown();

  @Option(
      names = "--feed",
      paramLabel = "MM/MIN",
      description = "The plotter's speed with the pen down; 2000.")
  private double feed = PlotterSettings.Z_AXIS.feed();

  @Option(
      names = "--travel",
      paramLabel = "MM/MIN",
      description = "The plotter's speed with the pen up; 5000.")
  private double travel = PlotterSettings.Z_AXIS.travel();

  @Option(
      names = "--origin",
      paramLabel = "CORNER",
      description = "The plotter's X 0 Y 0: ${COMPLETION-CANDIDATES}; bottom_left.")
  private Origin origin = Origin.BOTTOM_LEFT;

  /**
   * The settings of how pages are drawn.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public RenderSettings settings() {
    return settings(Ink.BLUE.nibWidth());
  }

  /**
   * The settings of how pages are drawn, with another nib where none is given.
   *
   * @param usualNib in mm
   */
  public RenderSettings settings(double usualNib) {
    return new RenderSettings(
        Ink.BLUE.withColor(ink).withPressure(pressure).withNibWidth(nib == null ? usualNib : nib),
        dpi,
        penSpeed,
        new PlotterSettings(lines(penUp), lines(penDown), feed, travel, origin));
  }

  private static String lines(String commands) {
    return commands.replace("\\n", "\n");
  }
}
