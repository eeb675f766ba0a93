package ductus.ink.plotter.board;

import ductus.file.BadFileException;
import ductus.ink.plotter.Ebb;
import ductus.ink.plotter.PlotterMachine.Bed;
import ductus.ink.plotter.PlotterProfile.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a plotter's commands.
 *
 * @param file where it is from
 * @param language of the commands, EBB or G-code
 * @param lines of the file, stripped
 */
public record PlotJob(Path file, Language language, List<String> lines) {
  private static final long LARGEST = 256L << 20;

  /** The boards themselves take a quarter of it at most. */
  private static final int LONGEST_LINE = 1024;

  private static final List<String> GCODE = List.of(".gcode", ".nc", ".ngc", ".gco");
  private static final Pattern WORD = Pattern.compile("([XY])\\s*(-?[0-9]*\\.?[0-9]+)");

  private static final Pattern STOP = Pattern.compile("M0*[01]\\b\\s*(.*)");
  private static final Pattern MESSAGE = Pattern.compile("\\(MSG,\\s*(.*)\\)");
  private static final Pattern REMARK = Pattern.compile("\\s*;.*");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

  /** A millimeter beyond its corner may be a user's own; more is a mistake. */
  private static final double TOLERANCE = 1;

  /**
   * What a job asks of a plotter.
   *
   * @param commands how many
   * @param lifts of the pen; of EBB commands only
   * @param pauses to change pens
   * @param seconds that it takes but for pauses; 0 of G-code, which leaves that to the machine
   * @param least lowest X and Y, or right and down, in mm
   * @param most highest
   */
  public record Extent(
      int commands, int lifts, int pauses, double seconds, Corner least, Corner most) {
    /** Both coordinates of a place, in mm. */
    public record Corner(double x, double y) {
      private Corner least(double otherX, double otherY) {
        return new Corner(Math.min(x, otherX), Math.min(y, otherY));
      }

      private Corner most(double otherX, double otherY) {
        return new Corner(Math.max(x, otherX), Math.max(y, otherY));
      }
    }
  }

  public PlotJob {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @throws BadFileException if it holds no commands
   * @throws IllegalArgumentException if its ending is not one of files that can be sent
   */
  public static PlotJob read(Path file) throws BadFileException, IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.equals("-")) {
      throw new IllegalArgumentException(
          "plot takes no commands from standard input, where Enter lets the plotter wait: name a"
              + " file that ends in .ebb or .gcode");
    }
    boolean ebb = name.endsWith(".ebb");
    if (!ebb && GCODE.stream().noneMatch(name::endsWith)) {
      throw new IllegalArgumentException(
          "FILE must end in .ebb (AxiDraw) or .gcode but was "
              + file
              + (name.endsWith(".json") ? ": first ductus export " + file + " --to ebb" : ""));
    }
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(
          file, Files.exists(file) ? "is a folder where a file must be" : "no such file");
    }
    if (Files.size(file) > LARGEST) {
      throw new BadFileException(file, "is larger than 256 MB");
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (text.chars().anyMatch(c -> c > 0x7e || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'))) {
      throw new BadFileException(file, "is no text of commands");
    }
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > LONGEST_LINE) {
        throw new BadFileException(
            file,
            "line %d: must have at most %,d characters but has %,d"
                .formatted(i + 1, LONGEST_LINE, lines.get(i).length()));
      }
    }
    PlotJob job = new PlotJob(file, ebb ? Language.EBB : Language.GCODE, lines);
    if (job.extent().commands() == 0) {
      throw new BadFileException(file, "has no command");
    }
    return job;
  }

  /** What a line asks the operator to do, if it asks something. */
  Optional<String> pause(int line) {
    String text = lines.get(line);
    if (language == Language.EBB) {
      return text.startsWith(Ebb.PAUSE.strip())
          ? Optional.of(text.substring(Ebb.PAUSE.strip().length()).strip())
          : Optional.empty();
    }
    Matcher stop = STOP.matcher(command(line));
    if (!stop.matches()) {
      return Optional.empty();
    }
    String before = line == 0 ? "" : lines.get(line - 1);
    Matcher message = MESSAGE.matcher(before);
    return Optional.of(
        !stop.group(1).isEmpty()
            ? stop.group(1)
            : message.matches() ? message.group(1) : "The file asks for a pause");
  }

  /** The command of a line, empty where it is for people only. */
  String command(int line) {
    String text = REMARK.matcher(lines.get(line)).replaceFirst("");
    return language == Language.EBB ? text : BRACKETS.matcher(text).replaceAll("").strip();
  }

  /** What it asks of the plotter. */
  public Extent extent() {
    Extent.Corner least = new Extent.Corner(0, 0);
    Extent.Corner most = least;
    double x = 0;
    double y = 0;
    long right = 0;
    long down = 0;
    int commands = 0;
    int lifts = 0;
    int pauses = 0;
    long milliseconds = 0;
    for (int line = 0; line < lines.size(); line++) {
      pauses += pause(line).isPresent() ? 1 : 0;
      String command = command(line);
      commands += command.isEmpty() ? 0 : 1;
      if (language == Language.EBB) {
        EbbMove move = EbbMove.of(command);
        milliseconds += move.milliseconds();
        right += move.right();
        down += move.down();
        x = (double) right / Ebb.STEPS_PER_MILLIMETER;
        y = (double) down / Ebb.STEPS_PER_MILLIMETER;
        lifts += command.startsWith("SP,0") ? 1 : 0;
      } else if (command.startsWith("G0") || command.startsWith("G1")) {
        for (Matcher word = WORD.matcher(command); word.find(); ) {
          double value = Double.parseDouble(word.group(2));
          x = word.group(1).equals("X") ? value : x;
          y = word.group(1).equals("Y") ? value : y;
        }
      }
      least = least.least(x, y);
      most = most.most(x, y);
    }
    return new Extent(commands, lifts, pauses, milliseconds / 1000.0, least, most);
  }

  /**
   * Refuses a job that leaves the plotter.
   *
   * @throws IllegalArgumentException if it goes further than the plotter reaches
   */
  public void requireWithin(Bed bed) {
    Extent extent = extent();
    if (extent.least().x() < -TOLERANCE
        || extent.least().y() < -TOLERANCE
        || extent.most().x() > bed.width() + TOLERANCE
        || extent.most().y() > bed.height() + TOLERANCE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s goes from %.1f, %.1f to %.1f, %.1f mm but the plotter reaches from 0, 0 to %.1f,"
                  + " %.1f: take smaller paper, or say with --bed how far yours reaches",
              file,
              extent.least().x(),
              extent.least().y(),
              extent.most().x(),
              extent.most().y(),
              bed.width(),
              bed.height()));
    }
  }
}
