package ductus.cli.option;

import ductus.cli.setting.NarrowOptions;
import ductus.ink.plotter.PlotterMachine;
import ductus.ink.plotter.PlotterMachine.Bed;
import ductus.ink.plotter.PlotterProfile;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.plotter.PlotterSettings;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.ink.render.Ink;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ink, nib, picture and plotter; to be included with {@code @Mixin}. */
public final class LookOptions {
  /** What HPGL says in its own way, and cannot say otherwise. */
  private static final List<String> NOT_OF_HPGL = List.of("--pen-up", "--pen-down", "--origin");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

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
  private @Nullable Double dpi;

  @Option(
      names = "--pen-speed",
      paramLabel = "MM/S",
      description = "Mean speed on paper in an animated SVG; that of people.")
  private @Nullable Double penSpeed;

  @Option(
      names = "--plotter",
      paramLabel = "NAME",
      description =
          "z-axis, grbl, marlin, axidraw or hpgl: what the options below are if they are not"
              + " given; what --to makes likely: z-axis, hpgl or axidraw.")
  private @Nullable String plotter;

  @Option(
      names = "--pen-up",
      paramLabel = "GCODE",
      description = "Lifts the plotter's pen; \"G0 Z3\". Several commands with \\n between them.")
  private @Nullable String penUp;

  @Option(
      names = "--pen-down",
      paramLabel = "GCODE",
      description = "Lowers the plotter's pen; \"G1 Z0 F600\".")
  private @Nullable String penDown;

  @Option(
      names = "--feed",
      paramLabel = "MM/MIN",
      description = "The plotter's speed with the pen down; 2000, of an AxiDraw 3300.")
  private @Nullable Double feed;

  @Option(
      names = "--travel",
      paramLabel = "MM/MIN",
      description = "The plotter's speed with the pen up; 5000, of an AxiDraw 9900.")
  private @Nullable Double travel;

  @Option(
      names = "--acceleration",
      paramLabel = "MM/S2",
      description = "The plotter's; z-axis 250, grbl 500, marlin 1000, axidraw 760.")
  private @Nullable Double acceleration;

  @Option(
      names = "--bed",
      paramLabel = "WxH",
      description =
          "How far the plotter reaches, in mm; axidraw 300x218. Pages that fit only so are turned,"
              + " others refused.")
  private @Nullable String bed;

  @Option(
      names = "--origin",
      paramLabel = "CORNER",
      description =
          "The plotter's X 0 Y 0: ${COMPLETION-CANDIDATES}; bottom_left, of an AxiDraw top_left.")
  private @Nullable Origin origin;

  @Option(
      names = "--plot-ruling",
      description =
          "The plotter draws the ruling, too: first, with a pen of its own; then it waits for the"
              + " other pen.")
  private boolean plotRuling;

  /**
   * The settings of how pages are drawn.
   *
   * @param formats that are wanted
   * @throws IllegalArgumentException if a value is out of its range
   * @throws ParameterException if an option is of no use for any of the formats
   */
  public RenderSettings settings(List<PageFormat> formats) {
    return settings(Ink.BLUE.nibWidth(), formats);
  }

  /**
   * The settings of how pages are drawn, with another nib where none is given.
   *
   * @param usualNib in mm
   * @param formats that are wanted
   */
  public RenderSettings settings(double usualNib, List<PageFormat> formats) {
    refuseUnless(formats.contains(PageFormat.PNG), NarrowOptions.OF_PNG, "png");
    refuseUnless(
        formats.contains(PageFormat.ANIMATED_SVG), NarrowOptions.OF_ANIMATION, "animated-svg");
    return new RenderSettings(
        Ink.BLUE.withColor(ink).withPressure(pressure).withNibWidth(nib == null ? usualNib : nib),
        dpi == null ? RenderSettings.DEFAULT.dpi() : dpi,
        penSpeed,
        plotter(formats));
  }

  private PlotterSettings plotter(List<PageFormat> formats) {
    List<Language> languages = languages(formats);
    refuseUnless(
        !languages.isEmpty(),
        NarrowOptions.OF_PLOTTERS,
        "gcode, hpgl or ebb, the formats that plotters are told in");
    refuseUnless(
        !languages.equals(List.of(Language.HPGL)),
        NOT_OF_HPGL,
        "gcode or ebb: hpgl has a way of its own");
    PlotterProfile profile = profile(formats);
    PlotterSettings usual = profile.usual();
    return new PlotterSettings(
        penUp == null ? usual.penUp() : lines(penUp),
        penDown == null ? usual.penDown() : lines(penDown),
        feed == null ? usual.feed() : feed,
        travel == null ? usual.travel() : travel,
        origin == null ? usual.origin() : origin,
        machine(profile, usual),
        plotRuling ? true : null);
  }

  /** The plotter that is named, or the one that the formats are for if they are for one. */
  private PlotterProfile profile(List<PageFormat> formats) {
    if (plotter != null) {
      return PlotterProfile.parse(plotter);
    }
    List<Language> languages = languages(formats);
    return languages.size() == 1 ? languages.get(0).usual() : PlotterProfile.Z_AXIS;
  }

  private static List<Language> languages(List<PageFormat> formats) {
    return formats.stream().flatMap(format -> format.language().stream()).distinct().toList();
  }

  /** Complains of options that would change nothing, unless they are of use. */
  private void refuseUnless(boolean useful, List<String> options, String with) {
    if (useful) {
      return;
    }
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    for (String option : options) {
      if (command.getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(command, option + " goes with " + with);
      }
    }
  }

  private @Nullable PlotterMachine machine(PlotterProfile profile, PlotterSettings usual) {
    if (plotter == null && acceleration == null && bed == null) {
      return usual.machine();
    }
    PlotterMachine machine = profile.machine();
    if (acceleration != null) {
      machine = machine.withAcceleration(acceleration);
    }
    return bed == null ? machine : machine.withBed(Bed.parse(bed));
  }

  private static String lines(String commands) {
    return commands.replace("\\n", "\n");
  }
}
