package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads UNIPEN files: a piece for each segment of the finest level in the hierarchy; strokes that
 * are in none of them are passed over; without segments the file is one piece. y is taken as up.
 * Times come from a column T, in ms, or from the points a second. Included files are not looked at.
 *
 * <p>The Pendigits name their writers in a comment after each segment, {@code .COMMENT digit writer
 * number}; that is understood too.
 */
final class UnipenReader {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WRITER_COMMENT = Pattern.compile("(\\S+)\\s+(\\d+)\\s+\\d+");

  private final InkSource source;
  private final InkDraft draft;
  private final List<Optional<Stroke>> components = new ArrayList<>();
  private final List<UnipenSegment> segments = new ArrayList<>();
  private List<String> columns = List.of("X", "Y");
  private List<String> hierarchy = List.of();
  private Optional<String> writer = Optional.empty();
  private double pointSeconds = Double.NaN;
  private double clock;
  private Pen pen = Pen.NONE;
  private boolean movedAbove;
  private int line;

  /** The meaning of the numbers on a line. */
  private enum Pen {
    DOWN,
    UP,
    NONE
  }

  private UnipenReader(InkSource source) {
    this.source = source;
    this.draft = new InkDraft(source, () -> "line " + line);
  }

  static List<Handwriting> read(InkSource source) throws BadFileException {
    UnipenReader reader = new UnipenReader(source);
    for (String text : (Iterable<String>) source.text().lines()::iterator) {
      reader.line++;
      reader.line(text.strip());
    }
    reader.endComponent();
    reader.gather();
    return reader.draft.pieces();
  }

  private void line(String text) throws BadFileException {
    if (!text.startsWith(".")) {
      if (pen != Pen.NONE && !text.isEmpty()) {
        point(text);
      }
      return;
    }
    endComponent();
    String[] words = SPACE.split(text, 2);
    keyword(words[0].toUpperCase(Locale.ROOT), words.length < 2 ? "" : words[1]);
  }

  private void keyword(String keyword, String rest) throws BadFileException {
    switch (keyword) {
      case ".PEN_DOWN" -> pen = Pen.DOWN;
      case ".PEN_UP" -> pen = Pen.UP;
      case ".COORD" -> coordinates(rest);
      case ".HIERARCHY" -> hierarchy = List.of(rest.split("\\s+", -1));
      case ".POINTS_PER_SECOND" -> pointSeconds = 1 / positive(keyword, rest);
      case ".DT" -> clock += number(rest) / 1000;
      case ".WRITER_ID" -> writer = Optional.of(rest).filter(name -> !name.isEmpty());
      case ".SEGMENT" ->
          segments.add(UnipenSegment.of(rest, writer, components.size(), line, source));
      case ".COMMENT" -> comment(rest);
      default -> {
        // Says nothing of the strokes.
      }
    }
  }

  private void coordinates(String rest) throws BadFileException {
    columns = List.of(rest.toUpperCase(Locale.ROOT).split("\\s+", -1));
    if (!columns.contains("X") || !columns.contains("Y")) {
      throw error(".COORD must name X and Y but was '" + rest + "'");
    }
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
    while (tokens.hasMoreTokens()) {
      if (tokens.countTokens() < columns.size()) {
        throw error(
            "a point must have %d numbers (%s) but was '%s'"
                .formatted(columns.size(), String.join(" ", columns), text));
      }
      double[] values = new double[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = number(tokens.nextToken());
      }
      if (!Double.isNaN(pointSeconds)) {
        clock += pointSeconds;
      }
      if (pen == Pen.DOWN) {
        draft.add(
            values[columns.indexOf("X")],
            values[columns.indexOf("Y")],
            seconds(values),
            Double.NaN);
      } else {
        movedAbove = true;
      }
    }
  }

  private double seconds(double[] values) {
    int column = columns.indexOf("T");
    if (column >= 0) {
      return values[column] / 1000;
    }
    return Double.isNaN(pointSeconds) ? Double.NaN : clock;
  }

  /** Ends a component; a pen-up that has points is one too, which is counted but not drawn. */
  private void endComponent() {
    List<Stroke> strokes = draft.takeStrokes();
    if (pen == Pen.DOWN || movedAbove) {
      components.add(strokes.stream().findFirst());
    }
    pen = Pen.NONE;
    movedAbove = false;
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
      draft.addPiece(
          components.stream().flatMap(Optional::stream).toList(), Optional.empty(), writer);
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

  private double positive(String keyword, String text) throws BadFileException {
    double number = number(text);
    if (!(number > 0)) {
      throw error(keyword + " must be above 0 but was " + text);
    }
    return number;
  }

  private double number(String text) throws BadFileException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw error("must have a number but has '" + text + "'");
    }
  }

  private BadFileException error(String reason) {
    return source.error("line " + line, reason);
  }
}
