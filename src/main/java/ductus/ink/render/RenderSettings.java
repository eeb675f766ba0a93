package ductus.ink.render;

import ductus.ink.plotter.PlotterSettings;
import ductus.picture.PngPicture;

/**
 * The settings by which pages are drawn; each format takes what concerns it.
 *
 * @param ink color and nib, for pictures
 * @param dpi pixels per inch of a PNG
 * @param penSpeed of an animated SVG, in mm a second
 * @param plotter for G-code
 */
public record RenderSettings(Ink ink, double dpi, double penSpeed, PlotterSettings plotter) {
  /** The usual settings: dark blue, 200 dpi, a quick pen, a plotter with its pen on the Z axis. */
  public static final RenderSettings DEFAULT =
      new RenderSettings(Ink.BLUE, 200, 120, PlotterSettings.Z_AXIS);

  private static final double FASTEST = 10_000;

  public RenderSettings {
    PngPicture.requireDpi(dpi);
    if (!(penSpeed >= 1) || !(penSpeed <= FASTEST)) {
      throw new IllegalArgumentException(
          "the pen's speed must be 1 to %.0f mm a second but was %s".formatted(FASTEST, penSpeed));
    }
  }
}
