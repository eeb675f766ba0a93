package ductus.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table as spreadsheets save it, read row by row: any number of them takes the memory of one.
 * Values stand between commas, semicolons or tabs, whichever the header has most of, or what a
 * first line such as {@code sep=;} says. A value in quotes may have these, line breaks, and quotes
 * that are doubled. The text is UTF-8, or UTF-16 with its mark; lines end as they like. Rows
 * without any value do not count.
 */
public final class CsvRows implements AutoCloseable {
  private static final String SEPARATOR_LINE = "sep=";
  private static final int LONGEST_VALUE = 1_000_000;
  private static final int MOST_COLUMNS = 10_000;
  private static final int END = -1;

  private final Path path;
  private final BufferedReader reader;
  private final List<String> header;
  private char separator;
  private int line = 1;

  /**
   * A row.
   *
   * @param line of the file that it begins in, from 1
   * @param values as they stand, as many as the row has
   */
  public record Row(int line, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  private CsvRows(Path path, BufferedReader reader) throws BadFileException, IOException {
    this.path = path;
    this.reader = reader;
    separator = separator();
    Row first =
        row().orElseThrow(() -> new BadFileException(path, "is empty: it must have a header"));
    header = first.values().stream().map(String::strip).toList();
  }

  /**
   * Opens a table and reads its header.
   *
   * @throws BadFileException if there is none
   */
  public static CsvRows open(Path path) throws BadFileException, IOException {
    if (!Files.exists(path)) {
      throw new BadFileException(path, "no such file");
    }
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a file of CSV but is a folder");
    }
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(path), 3);
    try {
      return new CsvRows(
          path, new BufferedReader(new InputStreamReader(in, charset(in).newDecoder()), 1 << 16));
    } catch (BadFileException | IOException | RuntimeException broken) {
      in.close();
      throw broken;
    }
  }

  /**
   * Reads the header of a table that is no file.
   *
   * @param name of it, for complaints
   * @param table with or without the mark of its charset
   * @throws BadFileException if there is none
   */
  public static CsvRows of(String name, String table) throws BadFileException, IOException {
    String text = table.startsWith("\uFEFF") ? table.substring(1) : table;
    return new CsvRows(Path.of(name), new BufferedReader(new StringReader(text)));
  }

  /** The charset that the mark at the beginning says, which is passed over. */
  private static Charset charset(PushbackInputStream in) throws IOException {
    byte[] mark = in.readNBytes(3);
    if (mark.length == 3
        && mark[0] == (byte) 0xEF
        && mark[1] == (byte) 0xBB
        && mark[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    boolean little = mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE;
    boolean big = mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF;
    int passed = little || big ? 2 : 0;
    in.unread(mark, passed, mark.length - passed);
    return little
        ? StandardCharsets.UTF_16LE
        : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /**
   * The next row; empty at the end.
   *
   * @throws BadFileException if it cannot be told where its values end
   */
  public Optional<Row> next() throws BadFileException, IOException {
    return row();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The separator that the first line says, or has most of outside of quotes; not read yet. */
  private char separator() throws BadFileException, IOException {
    reader.mark(LONGEST_VALUE);
    StringBuilder first = new StringBuilder();
    boolean quoted = false;
    boolean blank = true;
    int c = read();
    for (; c != END && first.length() < LONGEST_VALUE - 1; c = read()) {
      if (!quoted && (c == '\n' || c == '\r') && !blank) {
        break;
      }
      blank &= Character.isWhitespace(c);
      quoted ^= c == '"';
      first.append((char) c);
    }
    if (first.length() == SEPARATOR_LINE.length() + 1
        && first.toString().startsWith(SEPARATOR_LINE)) {
      lineEnd(c);
      return first.charAt(SEPARATOR_LINE.length());
    }
    reader.reset();
    return CsvSeparator.of(first);
  }

  private Optional<Row> row() throws BadFileException, IOException {
    while (true) {
      int begin = line;
      List<String> values = new ArrayList<>();
      int end;
      do {
        end = value(values);
        if (values.size() > MOST_COLUMNS) {
          throw wrong(begin, "must have at most %,d values", MOST_COLUMNS);
        }
      } while (end == separator);
      if (values.stream().anyMatch(value -> !value.isBlank())) {
        return Optional.of(new Row(begin, values));
      }
      if (end == END) {
        return Optional.empty();
      }
    }
  }

  /**
   * Reads a value.
   *
   * @return what ends it: the separator, a line feed or {@link #END}
   */
  private int value(List<String> values) throws BadFileException, IOException {
    StringBuilder value = new StringBuilder();
    int begin = line;
    int c = read();
    if (c == '"') {
      c = quoted(value, begin);
    }
    while (c != separator && c != '\n' && c != '\r' && c != END) {
      append(value, c, begin);
      c = read();
    }
    values.add(value.toString());
    return c == '\r' || c == '\n' ? lineEnd(c) : c;
  }

  /** Reads to the quote that closes a value, and what stands behind it. */
  private int quoted(StringBuilder value, int begin) throws BadFileException, IOException {
    while (true) {
      int c = read();
      if (c == END) {
        throw wrong(begin, "a quote is opened that is not closed");
      }
      if (c == '"') {
        c = read();
        if (c != '"') {
          if (c != separator && c != '\n' && c != '\r' && c != END) {
            throw wrong(
                line,
                "behind a closed quote must be the end of the value: double the quotes within it");
          }
          return c;
        }
      } else if (c == '\r' || c == '\n') {
        c = lineEnd(c);
      }
      append(value, c, begin);
    }
  }

  private void append(StringBuilder value, int c, int begin) throws BadFileException {
    if (value.length() == LONGEST_VALUE) {
      throw wrong(
          begin, "a value must have at most %,d characters; is a quote not closed?", LONGEST_VALUE);
    }
    value.append((char) c);
  }

  /** Passes over the rest of a line's end: a line feed for any. */
  private int lineEnd(int c) throws BadFileException, IOException {
    if (c == '\r') {
      reader.mark(1);
      if (read() != '\n') {
        reader.reset();
      }
    }
    line++;
    return '\n';
  }

  private int read() throws BadFileException, IOException {
    try {
      return reader.read();
    } catch (CharacterCodingException notText) {
      throw new BadFileException(
          path, "must be text in UTF-8 but is not: save it as \"CSV UTF-8\"");
    }
  }

  private BadFileException wrong(int at, String reason, Object... values) {
    return new BadFileException(
        path, "line " + at + ": " + String.format(Locale.ROOT, reason, values));
  }
}
