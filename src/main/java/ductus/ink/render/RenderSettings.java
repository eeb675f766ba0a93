package ductus.ink.render;

import ductus.ink.motion.PageTiming;
import ductus.ink.motion.PenMotion;
import ductus.ink.page.Page;
import ductus.ink.plotter.PlotterSettings;
import ductus.picture.PngPicture;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which pages are drawn; each format takes what concerns it.
 *
 * @param ink color and nib, for pictures
 * @param dpi pixels per inch of a PNG
 * @param penSpeed mean speed on paper in an animated SVG, mm a second; null for that of people
 * @param plotter for G-code, HPGL and EBB
 * @param layers whether the groups of an SVG are layers as Inkscape knows them, one a pen; null if
 *     not, as in pages of before there were layers
 */
public record RenderSettings(
    Ink ink,
    double dpi,
    @Nullable Double penSpeed,
    PlotterSettings plotter,
    @Nullable Boolean layers) {
  /**
   * The usual settings: dark blue, 200 dpi, a person's pace, a plotter with its pen on the Z axis,
   * layers.
   */
  public static final RenderSettings DEFAULT =
      new RenderSettings(Ink.BLUE, 200, null, PlotterSettings.Z_AXIS, true);

  private static final double FASTEST = 10_000;

  public RenderSettings {
    PngPicture.requireDpi(dpi);
    if (penSpeed != null && !(penSpeed >= 1 && penSpeed <= FASTEST)) {
      throw new IllegalArgumentException(
          "the pen's speed must be 1 to %.0f mm a second but was %s".formatted(FASTEST, penSpeed));
    }
  }

  /** The settings of new pages, which have layers. */
  public RenderSettings(Ink ink, double dpi, @Nullable Double penSpeed, PlotterSettings plotter) {
    this(ink, dpi, penSpeed, plotter, true);
  }

  /** Whether an SVG has layers. */
  boolean hasLayers() {
    return Boolean.TRUE.equals(layers);
  }

  /** Returns these settings with another ink. */
  public RenderSettings withInk(Ink other) {
    return new RenderSettings(other, dpi, penSpeed, plotter, layers);
  }

  /** When the pen of an animated SVG is where. */
  PageTiming timing(Page page) {
    PageTiming usual = PageTiming.of(page, PenMotion.USUAL);
    return penSpeed == null ? usual : usual.withSpeed(penSpeed);
  }
}
