package ductus.ink.read.unipen;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads UNIPEN files: a piece for each segment of the finest level in the hierarchy; strokes that
 * are in none of them are passed over; without segments the file is one piece. y is taken as up.
 * Times come from a column T, in ms, or from the points a second. Files that it includes are read
 * in the place of the statement.
 *
 * <p>The Pendigits name their writers in a comment after each segment, {@code .COMMENT digit writer
 * number}; that is understood too.
 */
public final class UnipenReader {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WRITER_COMMENT = Pattern.compile("(\\S+)\\s+(\\d+)\\s+\\d+");

  private static final double MM_PER_INCH = 25.4;

  /** Most characters of a line that a message quotes. */
  private static final int QUOTED = 60;

  private final InkSource source;
  private final InkDraft draft;
  private final UnipenIncludes includes;

  /** The files that are being read: this one, what it includes, what that includes. */
  private final Deque<Reading> readings = new ArrayDeque<>();

  private final List<List<Stroke>> components = new ArrayList<>();
  private final List<UnipenSegment> segments = new ArrayList<>();
  private List<String> columns = List.of("X", "Y");
  private List<String> hierarchy = List.of();
  private Optional<String> writer = Optional.empty();
  private double pointSeconds = Double.NaN;
  private double clock;
  private Pen pen = Pen.NONE;
  private boolean hasPoints;
  private double pointsPerX = Double.NaN;
  private double pointsPerY = Double.NaN;
  private long included;

  /** Complaint about a file that is included but not there. */
  private @Nullable BadFileException missing;

  /** Whether the file itself has ink. */
  private boolean hasInk;

  /** Whether the file itself says what its columns are. */
  private boolean hasColumns;

  /** Whether each line of numbers is one point of two. */
  private boolean isPlain = true;

  /** Whether the pen pressed anywhere: some tablets have no pressure, and say 0. */
  private boolean presses;

  /** The meaning of the numbers on a line. */
  private enum Pen {
    DOWN,
    UP,
    NONE
  }

  /** A file while it is read. */
  private static final class Reading {
    final Path file;
    final String name;
    int line;

    Reading(Path file, String name) {
      this.file = file;
      this.name = name;
    }

    String place() {
      return name.isEmpty()
          ? "line " + line
          : String.format(Locale.ROOT, "line %d of '%s'", line, name);
    }
  }

  private UnipenReader(InkSource source) {
    this.source = source;
    draft = new InkDraft(source, this::place);
    includes = new UnipenIncludes(source.path());
  }

  /**
   * Reads the pieces of a file.
   *
   * @throws BadFileException if it, or a file that it includes, cannot be used as it stands
   */
  public static List<Handwriting> read(InkSource source) throws BadFileException, IOException {
    UnipenReader reader = new UnipenReader(source);
    try {
      reader.read(source, "");
      if (reader.hasInk && (reader.hasColumns || reader.isPlain)) {
        reader.missing = null;
      }
      reader.gather();
    } catch (BadFileException follows) {
      // What is wrong may be so because something is missing.
      throw reader.missing == null ? follows : reader.missing;
    }
    if (reader.missing != null) {
      throw reader.missing;
    }
    return reader.draft.pieces();
  }

  private void read(InkSource text, String name) throws BadFileException, IOException {
    Reading reading = new Reading(text.path().toAbsolutePath().normalize(), name);
    readings.push(reading);
    for (String line : (Iterable<String>) text.text().lines()::iterator) {
      reading.line++;
      line(line);
    }
    endComponent();
    readings.pop();
  }

  private void include(String name) throws BadFileException, IOException {
    if (readings.size() > UnipenIncludes.DEEPEST) {
      throw error(
          ".INCLUDE must go at most %d files deep but goes deeper"
              .formatted(UnipenIncludes.DEEPEST));
    }
    Optional<InkSource> found = includes.open(name, source, place());
    if (found.isEmpty()) {
      if (missing == null) {
        missing =
            error(
                String.format(
                    Locale.ROOT,
                    "includes '%s', which is neither beside it nor below a folder 'include' beside"
                        + " 'data'",
                    name));
      }
      return;
    }
    InkSource text = found.get();
    Path file = text.path().toAbsolutePath().normalize();
    if (readings.stream().anyMatch(reading -> reading.file.equals(file))) {
      throw error("includes '%s', which includes it: a circle".formatted(name));
    }
    included += text.size();
    if (included > InkSource.MOST_BYTES) {
      throw error(
          "a file and all that it includes must have at most %d MB but have more: split it"
              .formatted(InkSource.MOST_BYTES >> 20));
    }
    read(text, name);
  }

  private String place() {
    Reading reading = readings.peek();
    return reading == null ? "its end" : reading.place();
  }

  /** Reads a line; a statement begins in its first column. */
  private void line(String text) throws BadFileException, IOException {
    if (!text.startsWith(".")) {
      if (pen != Pen.NONE && !text.isBlank()) {
        point(text.strip());
      }
      return;
    }
    endComponent();
    String[] words = SPACE.split(text.strip(), 2);
    keyword(words[0].toUpperCase(Locale.ROOT), words.length < 2 ? "" : words[1]);
  }

  private void keyword(String keyword, String rest) throws BadFileException, IOException {
    switch (keyword) {
      case ".INCLUDE" -> include(rest);
      case ".PEN_DOWN" -> pen = Pen.DOWN;
      case ".PEN_UP" -> pen = Pen.UP;
      case ".COORD" -> coordinates(rest);
      case ".HIERARCHY" -> hierarchy = List.of(rest.split("\\s+", -1));
      case ".POINTS_PER_SECOND" -> pointSeconds = 1 / positive(keyword, rest);
      case ".X_POINTS_PER_INCH" -> pointsPerX = positive(keyword, rest);
      case ".Y_POINTS_PER_INCH" -> pointsPerY = positive(keyword, rest);
      case ".X_POINTS_PER_MM" -> pointsPerX = MM_PER_INCH * positive(keyword, rest);
      case ".Y_POINTS_PER_MM" -> pointsPerY = MM_PER_INCH * positive(keyword, rest);
      case ".DT" -> clock += pause(rest);
      case ".WRITER_ID" -> writer = Optional.of(rest).filter(name -> !name.isEmpty());
      case ".SEGMENT" ->
          segments.add(UnipenSegment.of(rest, writer, components.size(), place(), source));
      case ".COMMENT" -> comment(rest);
      default -> {
        // Says nothing of the strokes.
      }
    }
  }

  /** The factor that brings y to the unit of x; 1 where one of them is not known. */
  private double stretch() {
    double stretch = pointsPerX / pointsPerY;
    return Double.isNaN(stretch) ? 1 : stretch;
  }

  private void coordinates(String rest) throws BadFileException {
    columns = List.of(rest.toUpperCase(Locale.ROOT).split("\\s+", -1));
    if (!columns.contains("X") || !columns.contains("Y")) {
      throw error(".COORD must name X and Y but was '" + rest + "'");
    }
    hasColumns |= readings.size() == 1;
  }

  private void comment(String rest) {
    Matcher matcher = WRITER_COMMENT.matcher(rest);
    if (segments.isEmpty() || !matcher.matches()) {
      return;
    }
    UnipenSegment last = segments.get(segments.size() - 1);
    if (last.label().equals(Optional.of(matcher.group(1)))) {
      segments.set(segments.size() - 1, last.writtenBy(matcher.group(2)));
    }
  }

  private void point(String text) throws BadFileException {
    StringTokenizer tokens = new StringTokenizer(text);
    int numbers = tokens.countTokens();
    if (numbers % columns.size() != 0) {
      throw error(
          "a point must have %d numbers (%s) but was '%s'"
              .formatted(columns.size(), String.join(" ", columns), quoted(text)));
    }
    isPlain &= numbers == 2;
    double[] values = new double[columns.size()];
    while (tokens.hasMoreTokens()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = number(tokens.nextToken());
      }
      if (!Double.isNaN(pointSeconds)) {
        clock += pointSeconds;
      }
      if (pen == Pen.DOWN && !isLifted(values)) {
        draft.add(
            values[columns.indexOf("X")],
            stretch() * values[columns.indexOf("Y")],
            seconds(values),
            Double.NaN);
      } else if (pen == Pen.DOWN) {
        draft.endStroke();
      }
      hasPoints = true;
    }
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + " ...";
  }

  /** Whether the pen did not press: some tablets record a whole text as one component. */
  private boolean isLifted(double[] values) {
    int column = columns.indexOf("P");
    presses |= column >= 0 && values[column] > 0;
    return presses && values[column] == 0;
  }

  private double seconds(double[] values) {
    int column = columns.indexOf("T");
    if (column >= 0) {
      return values[column] / 1000;
    }
    return Double.isNaN(pointSeconds) ? Double.NaN : clock;
  }

  /**
   * Ends a component: a pen-down or pen-up that has points, though those of a pen-up are not drawn.
   * One without points is not counted.
   */
  private void endComponent() {
    List<Stroke> strokes = draft.takeStrokes();
    hasInk |= !strokes.isEmpty() && readings.size() == 1;
    if (hasPoints) {
      components.add(strokes);
    }
    pen = Pen.NONE;
    hasPoints = false;
  }

  private void gather() throws BadFileException {
    Set<String> levels = new HashSet<>();
    segments.forEach(segment -> levels.add(segment.level()));
    List<String> ranked = hierarchy.stream().filter(levels::contains).toList();
    List<UnipenSegment> finest =
        ranked.isEmpty()
            ? segments
            : segments.stream()
                .filter(segment -> segment.level().equals(ranked.get(ranked.size() - 1)))
                .toList();
    if (finest.isEmpty()) {
      draft.addPiece(components.stream().flatMap(List::stream).toList(), Optional.empty(), writer);
    }
    for (int i = 0; i < finest.size(); i++) {
      UnipenSegment segment = finest.get(i);
      int next = i + 1 < finest.size() ? finest.get(i + 1).first() : components.size();
      draft.addPiece(
          segment.strokes(components, next, source),
          segment.label(),
          segment.writer().or(() -> writer));
    }
  }

  /** A pause in seconds; none where it is no number of milliseconds. */
  private double pause(String milliseconds) throws BadFileException {
    double pause = number(milliseconds) / 1000;
    return Double.isFinite(pause) ? pause : 0;
  }

  private double positive(String keyword, String text) throws BadFileException {
    double number = number(text);
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw error(keyword + " must be above 0 but was " + text);
    }
    return number;
  }

  private double number(String text) throws BadFileException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw error("must have a number but has '" + quoted(text) + "'");
    }
  }

  private BadFileException error(String reason) {
    return source.error(place(), reason);
  }
}
