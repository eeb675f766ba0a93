package ductus.ink.plotter;

import ductus.ink.plotter.PlotterSettings.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of plotters that are known by name, each with the settings that it usually has. */
public enum PlotterProfile {
  /** G-code, the pen on the Z axis. */
  Z_AXIS(Language.GCODE),

  /** Grbl 1.1 and its kin, the pen lifted by a servo that the spindle's output drives. */
  GRBL(Language.GCODE),

  /**
   * Marlin, the pen lifted by servo 0. It waits for the way before, since Marlin moves a servo at
   * once, and takes the time of G4 P in ms where Grbl takes seconds.
   */
  MARLIN(Language.GCODE),

  /** AxiDraw V3 and SE/A4, with the standard servo. */
  AXIDRAW(Language.EBB),

  /** A plotter that knows HPGL and moves as it likes; its pace is that of an HP 7475A. */
  HPGL(Language.HPGL);

  /** What a plotter is told in. */
  public enum Language {
    GCODE("gcode"),
    HPGL("hpgl"),
    EBB("ebb");

    private final String format;

    Language(String format) {
      this.format = format;
    }

    /** The name of the format of its programs. */
    String format() {
      return format;
    }

    /** The profile of a plotter of which nothing is said but its language. */
    public PlotterProfile usual() {
      return switch (this) {
        case GCODE -> Z_AXIS;
        case HPGL -> PlotterProfile.HPGL;
        case EBB -> AXIDRAW;
      };
    }
  }

  private final Language language;

  PlotterProfile(Language language) {
    this.language = language;
  }

  /** The name by which users call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is told in. */
  public Language language() {
    return language;
  }

  /**
   * Returns the profile that has a name, whatever its case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PlotterProfile parse(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.label().equals(name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "plotter must be one of "
                        + Arrays.stream(values())
                            .map(PlotterProfile::label)
                            .collect(Collectors.joining(", "))
                        + " but was "
                        + name));
  }

  /** The settings that such a plotter usually has. */
  public PlotterSettings usual() {
    return switch (this) {
      case Z_AXIS -> PlotterSettings.Z_AXIS;
      case GRBL -> settings("M5\nG4 P0.2", "M3 S90\nG4 P0.2", 2000, 5000, Origin.BOTTOM_LEFT);
      case MARLIN ->
          settings(
              "M400\nM280 P0 S60\nG4 P200",
              "M400\nM280 P0 S90\nG4 P200",
              2000,
              5000,
              Origin.BOTTOM_LEFT);
      // The speeds of a quarter and of three quarters of 8.7 inches a second.
      case AXIDRAW -> settings("SP,1,130", "SP,0,146", 3300, 9900, Origin.TOP_LEFT);
      case HPGL -> settings("PU", "PD", 22860, 22860, Origin.BOTTOM_LEFT);
    };
  }

  private PlotterSettings settings(
      String penUp, String penDown, double feed, double travel, Origin origin) {
    return new PlotterSettings(penUp, penDown, feed, travel, origin, machine(), null);
  }

  /** The machine that such a plotter usually is. */
  public PlotterMachine machine() {
    return switch (this) {
      case Z_AXIS -> new PlotterMachine(this, 250, 0.25, null);
      case GRBL -> new PlotterMachine(this, 500, 0.2, null);
      case MARLIN -> new PlotterMachine(this, 1000, 0.2, null);
      case AXIDRAW -> new PlotterMachine(this, 760, 0.14, new PlotterMachine.Bed(300, 218));
      case HPGL -> new PlotterMachine(this, 19_600, 0.1, null);
    };
  }

  /**
   * How often a shorter way is looked for where small changes find none. Plotters that were known
   * before there was this search do without: their files stay the same, byte for byte.
   */
  int tries() {
    return switch (this) {
      case Z_AXIS, HPGL -> 0;
      case GRBL, MARLIN, AXIDRAW -> 3000;
    };
  }

  /** The commands of a pause in which another pen is put in. */
  List<String> pause(String message) {
    return switch (this) {
      case Z_AXIS, GRBL -> List.of("(MSG, " + message + ")", "M0");
      case MARLIN -> List.of("M0 " + message);
      case AXIDRAW -> List.of(Ebb.PAUSE + message);
      case HPGL -> List.of();
    };
  }

  /** The commands behind a program, the pen being in its corner. */
  List<String> end() {
    return switch (this) {
      case Z_AXIS, GRBL -> List.of("M2");
      case MARLIN -> List.of("M400");
      case AXIDRAW -> List.of("EM,0,0");
      case HPGL -> List.of();
    };
  }
}
