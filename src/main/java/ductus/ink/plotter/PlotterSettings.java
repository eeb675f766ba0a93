package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterProfile.Language;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which a plotter is driven. Commands may be several, one a line.
 *
 * @param penUp lifts the pen
 * @param penDown lowers it
 * @param feed speed with the pen down, in mm a minute
 * @param travel speed with the pen up, in mm a minute
 * @param origin the corner of the paper where X and Y are 0
 * @param machine what the plotter is; null for the one that its language makes likely
 * @param ruling whether the page's ruling is drawn too, first and with a pen of its own; null if
 *     not
 */
public record PlotterSettings(
    String penUp,
    String penDown,
    double feed,
    double travel,
    Origin origin,
    @Nullable PlotterMachine machine,
    @Nullable Boolean ruling) {
  /** The corner of the paper from which a plotter counts. */
  public enum Origin {
    /** The lower left corner: X to the right, Y up, as most machines count. */
    BOTTOM_LEFT,
    /** The upper left corner: X to the right, Y down, as pictures count. */
    TOP_LEFT;

    /** The corner on some paper, in mm from its lower left one. */
    PenPoint on(Paper paper) {
      return PenPoint.at(0, this == TOP_LEFT ? paper.height() : 0);
    }
  }

  private static final Pattern COMMANDS = Pattern.compile("[ -~]{1,80}(\n[ -~]{1,80}){0,9}");

  /** Settings of a pen on the Z axis: 0 touches the paper, 3 mm is well above it. */
  public static final PlotterSettings Z_AXIS =
      new PlotterSettings("G0 Z3", "G1 Z0 F600", 2000, 5000, Origin.BOTTOM_LEFT);

  private static final double FASTEST = 100_000;

  public PlotterSettings {
    requireCommands("pen-up", penUp);
    requireCommands("pen-down", penDown);
    requireSpeed("feed", feed);
    requireSpeed("travel", travel);
  }

  /** The settings of a plotter that draws the ink alone, and of which nothing else is known. */
  public PlotterSettings(String penUp, String penDown, double feed, double travel, Origin origin) {
    this(penUp, penDown, feed, travel, origin, null, null);
  }

  /** Whether the page's ruling is drawn, too. */
  public boolean drawsRuling() {
    return Boolean.TRUE.equals(ruling);
  }

  /** Returns these settings with the ruling drawn. */
  public PlotterSettings withRuling() {
    return new PlotterSettings(penUp, penDown, feed, travel, origin, machine, true);
  }

  /**
   * The settings for a program in some language: these, or, where they name no machine and are of
   * another language, those that a plotter of this language usually has.
   *
   * @throws IllegalArgumentException if the machine is not driven in this language
   */
  public PlotterSettings in(Language language) {
    PlotterProfile profile = profile();
    if (profile.language() == language) {
      return this;
    }
    if (machine == null) {
      PlotterSettings usual = language.usual().usual();
      return drawsRuling() ? usual.withRuling() : usual;
    }
    throw new IllegalArgumentException(
        "the plotter %s takes no %s: take --to %s, or another --plotter"
            .formatted(profile.label(), language.format(), profile.language().format()));
  }

  /** The kind of the plotter. */
  PlotterProfile profile() {
    return driven().profile();
  }

  /** The machine that these settings drive. */
  PlotterMachine driven() {
    return machine == null ? PlotterProfile.Z_AXIS.machine() : machine;
  }

  private static void requireCommands(String what, String commands) {
    if (!COMMANDS.matcher(commands).matches()) {
      throw new IllegalArgumentException(
          "the %s command must be 1 to 10 lines of up to 80 ASCII characters but was \"%s\""
              .formatted(what, commands));
    }
  }

  private static void requireSpeed(String what, double speed) {
    if (!(speed >= 1) || !(speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "%s must be 1 to %.0f mm a minute but was %s".formatted(what, FASTEST, speed));
    }
  }
}
