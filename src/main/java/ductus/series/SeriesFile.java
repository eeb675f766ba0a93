package ductus.series;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Series in files of CSV: a header, then a row a time step. The first column may be a time, a date
 * or a number; all others are numbers. An empty cell, {@code NaN} or {@code NA} is a missing value.
 * Cells are parted by commas, semicolons or tabs; where it is not commas, {@code 3,14} is a number,
 * too.
 */
public final class SeriesFile {
  private static final int MOST_BYTES = 200 << 20;
  private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "-");
  private static final MathContext DIGITS = new MathContext(9);

  private final Path path;
  private final SeparatedText text;

  private SeriesFile(Path path, SeparatedText text) {
    this.path = path;
    this.text = text;
  }

  /**
   * Reads a series from a file.
   *
   * @throws BadFileException naming line and column of what is wrong
   */
  public static TimeSeries read(Path path) throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(
          path, Files.exists(path) ? "must be a file of CSV but is a folder" : "no such file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadFileException(path, "must be at most 200 MB");
    }
    return new SeriesFile(path, SeparatedText.of(text(path, bytes))).series();
  }

  private static String text(Path path, byte[] bytes) throws BadFileException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notText) {
      throw new BadFileException(path, "must be text in UTF-8 but is not");
    }
  }

  private TimeSeries series() throws BadFileException {
    if (text.lines().isEmpty()) {
      throw new BadFileException(path, "is empty");
    }
    List<String> header = header();
    int rows = text.lines().size() - 1;
    if (rows == 0) {
      throw new BadFileException(path, "must have rows below its header but has none");
    }
    for (SeparatedText.Line line : text.lines()) {
      if (line.cells().size() != header.size()) {
        throw new BadFileException(
            path,
            "line %d: must have %d cells, as many as the header, but has %d"
                .formatted(line.number(), header.size(), line.cells().size()));
      }
    }
    Optional<TimeAxis> times = times(header.get(0));
    int first = times.isPresent() ? 1 : 0;
    List<String> columns = header.subList(first, header.size());
    if (columns.isEmpty()) {
      throw new BadFileException(
          path, "must have a column of values beside the times in \"%s\"".formatted(header.get(0)));
    }
    double[] values = new double[rows * columns.size()];
    for (int t = 0; t < rows; t++) {
      for (int c = 0; c < columns.size(); c++) {
        values[t * columns.size() + c] = value(t, first + c);
      }
    }
    return new TimeSeries(times.orElseGet(() -> TimeAxis.rows(rows)), columns, values);
  }

  private List<String> header() throws BadFileException {
    SeparatedText.Line line = text.lines().get(0);
    List<String> names = line.cells();
    if (names.stream().allMatch(name -> isMissing(name) || isNumber(name))) {
      throw new BadFileException(
          path,
          "line %d: must be a header that names the columns but is %s"
              .formatted(line.number(), names.size() == 1 ? "a number" : "all numbers"));
    }
    for (int i = 0; i < names.size(); i++) {
      if (i > 0 && names.get(i).isEmpty()) {
        throw new BadFileException(
            path, "line %d, column %d: has no name".formatted(line.number(), i + 1));
      }
      if (names.indexOf(names.get(i)) != i) {
        throw new BadFileException(
            path,
            "line %d, column %d: the name \"%s\" is taken by column %d"
                .formatted(line.number(), i + 1, names.get(i), names.indexOf(names.get(i)) + 1));
      }
    }
    return names;
  }

  private boolean isNumber(String cell) {
    return !Double.isNaN(number(cell));
  }

  private Optional<TimeAxis> times(String name) throws BadFileException {
    List<String> cells = new ArrayList<>();
    for (SeparatedText.Line line : text.lines().subList(1, text.lines().size())) {
      cells.add(line.cells().get(0));
    }
    Optional<DateTimes.Form> form = DateTimes.form(cells.get(0));
    if (form.isPresent()) {
      try {
        return Optional.of(DateTimes.read(name, form.get(), cells));
      } catch (LineException wrong) {
        throw wrong(wrong.row(), 0, wrong.reason());
      }
    }
    if (!isMissing(cells.get(0)) && !isNumber(cells.get(0))) {
      throw wrong(
          0,
          0,
          "must be a number, or a date such as %s, but was \"%s\""
              .formatted(DateTimes.EXAMPLE, shortened(cells.get(0))));
    }
    return NumberTimes.read(name, cells);
  }

  private double value(int row, int column) throws BadFileException {
    String cell = text.lines().get(row + 1).cells().get(column);
    if (isMissing(cell)) {
      return Double.NaN;
    }
    double number = number(cell);
    if (Double.isNaN(number)) {
      throw wrong(row, column, "must be a number but was \"%s\"".formatted(shortened(cell)));
    }
    return number;
  }

  private static boolean isMissing(String cell) {
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The number in a cell; NaN where it is none that is finite. */
  private double number(String cell) {
    String plain = text.separator() == ',' ? cell : cell.replace(',', '.');
    if (!plain.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      return Double.NaN;
    }
    double number = Double.parseDouble(plain);
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  private static String shortened(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 40) + "...";
  }

  private BadFileException wrong(int row, int column, String reason) {
    return new BadFileException(
        path,
        "line %d, column %d (%s): %s"
            .formatted(
                text.lines().get(row + 1).number(),
                column + 1,
                text.lines().get(0).cells().get(column),
                reason));
  }

  /** Writes a series; numbers to nine digits, nothing where one is missing. */
  public static void write(Path path, TimeSeries series) throws IOException {
    StringBuilder lines = new StringBuilder(quoted(series.times().name()));
    series.columns().forEach(column -> lines.append(',').append(quoted(column)));
    lines.append('\n');
    for (int t = 0; t < series.length(); t++) {
      lines.append(series.times().label(t));
      for (int c = 0; c < series.columns().size(); c++) {
        lines.append(',').append(cell(series.value(t, c)));
      }
      lines.append('\n');
    }
    AtomicFile.write(path, lines.toString());
  }

  /** A name written as a cell. */
  public static String quoted(String name) {
    return name.matches("[^,;\\t\"]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A number written as a cell; empty where it is missing. */
  public static String cell(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = rounded.stripTrailingZeros();
    return Math.abs(stripped.scale()) > 12 ? stripped.toString() : stripped.toPlainString();
  }
}
