package ductus.series;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Series in files of CSV: a header, then a row a time step. The first column may be a time, a date
 * or a number; all others are numbers. An empty cell, {@code NaN} or {@code NA} is a missing value.
 * Cells are parted by commas, semicolons or tabs; where it is not commas, {@code 3,14} is a number,
 * too.
 */
public final class SeriesFile {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final long MOST_BYTES = 200L << 20;
  private static final int MOST_ROWS = 5_000_000;
  private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "-");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final MathContext DIGITS = new MathContext(9);

  private final Path path;
  private final SeparatedLines lines;
  private List<String> header = List.of();

  /** Cells of the first column, which may be times. */
  private final List<String> first = new ArrayList<>();

  /** Numbers of the lines of the rows. */
  private int[] numbers = new int[1 << 10];

  /** Values of the other columns, row by row. */
  private double[] values = new double[1 << 10];

  private SeriesFile(Path path, SeparatedLines lines) {
    this.path = path;
    this.lines = lines;
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
    if (Files.size(path) > MOST_BYTES) {
      throw new BadFileException(
          path,
          "must be at most %d MB but has %d; keep fewer rows, such as the mean of every ten"
              .formatted(MOST_BYTES >> 20, Files.size(path) >> 20));
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()))) {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return new SeriesFile(path, new SeparatedLines(reader)).series();
    } catch (CharacterCodingException notText) {
      throw new BadFileException(path, "must be text in UTF-8 but is not");
    }
  }

  /**
   * Whether the first row below the header of a file has numbers, behind a first cell of any kind.
   */
  public static boolean looksLikeOne(Path path) {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      SeriesFile file = new SeriesFile(path, new SeparatedLines(reader));
      Optional<SeparatedLines.Line> head = file.lines.next();
      Optional<SeparatedLines.Line> row = file.lines.next();
      if (head.isEmpty() || row.isEmpty()) {
        return false;
      }
      List<String> cells = row.get().cells();
      String first = cells.get(0);
      return cells.size() == head.get().cells().size()
          && (file.isNumber(first) || isMissing(first) || DateTimes.form(first).isPresent())
          && cells.stream().skip(1).allMatch(cell -> isMissing(cell) || file.isNumber(cell));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private TimeSeries series() throws BadFileException, IOException {
    header = header(lines.next().orElseThrow(() -> new BadFileException(path, "is empty")));
    for (Optional<SeparatedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      take(line.get());
    }
    if (first.isEmpty()) {
      throw new BadFileException(path, "must have rows below its header but has none");
    }
    Optional<TimeAxis> times = times(header.get(0));
    if (times.isPresent() && header.size() == 1) {
      throw new BadFileException(
          path, "must have a column of values beside the times in \"%s\"".formatted(header.get(0)));
    }
    return times.isPresent()
        ? new TimeSeries(times.get(), header.subList(1, header.size()), rows())
        : new TimeSeries(TimeAxis.rows(first.size()), header, withFirstColumn());
  }

  /** Takes in a row, but for what its first cell means. */
  private void take(SeparatedLines.Line line) throws BadFileException {
    List<String> cells = line.cells();
    if (cells.size() != header.size()) {
      throw new BadFileException(
          path,
          "line %d: must have %d cells, as many as the header, but has %d"
              .formatted(line.number(), header.size(), cells.size()));
    }
    int row = first.size();
    if (row == MOST_ROWS) {
      throw new BadFileException(
          path,
          "must have at most %,d rows but has more; keep fewer, such as the mean of every ten"
              .formatted(MOST_ROWS));
    }
    first.add(cells.get(0));
    numbers = row < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * row);
    numbers[row] = line.number();
    if (row == 0) {
      requireTimeOrNumber(cells.get(0));
    }
    int others = header.size() - 1;
    if ((row + 1) * others > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, (row + 1) * others));
    }
    for (int c = 0; c < others; c++) {
      values[row * others + c] = value(cells.get(c + 1), row, c + 1);
    }
  }

  private double[] rows() {
    return Arrays.copyOf(values, first.size() * (header.size() - 1));
  }

  /** All columns: the first one holds values, too. */
  private double[] withFirstColumn() throws BadFileException {
    int columns = header.size();
    double[] all = new double[first.size() * columns];
    for (int t = 0; t < first.size(); t++) {
      all[t * columns] = value(first.get(t), t, 0);
      System.arraycopy(values, t * (columns - 1), all, t * columns + 1, columns - 1);
    }
    return all;
  }

  private List<String> header(SeparatedLines.Line line) throws BadFileException {
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

  private void requireTimeOrNumber(String cell) throws BadFileException {
    if (DateTimes.form(cell).isEmpty() && !isMissing(cell) && !isNumber(cell)) {
      throw wrong(
          0,
          0,
          "must be a number, or a date such as %s, but was \"%s\""
              .formatted(DateTimes.EXAMPLE, shortened(cell)));
    }
  }

  private Optional<TimeAxis> times(String name) throws BadFileException {
    Optional<DateTimes.Form> form = DateTimes.form(first.get(0));
    if (form.isEmpty()) {
      return NumberTimes.read(name, first);
    }
    try {
      return Optional.of(DateTimes.read(name, form.get(), first));
    } catch (LineException wrong) {
      throw wrong(wrong.row(), 0, wrong.reason());
    }
  }

  private double value(String cell, int row, int column) throws BadFileException {
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
    String plain = lines.separator() == ',' ? cell : cell.replace(',', '.');
    if (!NUMBER.matcher(plain).matches()) {
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
            .formatted(numbers[row], column + 1, header.get(column), reason));
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
