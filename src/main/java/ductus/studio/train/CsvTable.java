package ductus.studio.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers that a run writes, read as far as it is written. Each look reads only what is
 * new; where the file was written anew, all of it, and {@link #generation} rises.
 */
final class CsvTable {
  /** More than a run writes in weeks; what lies behind is not read. */
  private static final long MOST_BYTES = 16L << 20;

  private final Path file;
  private List<String> columns = List.of();
  private final List<double[]> rows = new ArrayList<>();
  private @Nullable Object key;
  private long read;
  private int generation;

  CsvTable(Path file) {
    this.file = file;
  }

  /** Takes in what is new. Returns whether there was anything. */
  boolean look() throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException none) {
      return read > 0 && forget(null);
    }
    boolean other = !Objects.equals(key, identity(attributes)) || attributes.size() < read;
    boolean changed = other && forget(identity(attributes));
    long end = Math.min(attributes.size(), MOST_BYTES);
    return (end > read && take(end)) || changed;
  }

  /** A file that takes the place of another has a key of its own, where the system has keys. */
  private static Object identity(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? attributes.creationTime() : key;
  }

  private boolean forget(@Nullable Object newKey) {
    boolean had = read > 0;
    key = newKey;
    read = 0;
    rows.clear();
    columns = List.of();
    generation++;
    return had;
  }

  private boolean take(long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (end - read));
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(read);
      int got = 0;
      while (got >= 0 && bytes.hasRemaining()) {
        got = channel.read(bytes);
      }
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    // A row without an end is still being written.
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    read += whole.length();
    whole.lines().forEach(this::add);
    return !whole.isEmpty();
  }

  private void add(String line) {
    String[] parts = line.split(",", -1);
    if (columns.isEmpty()) {
      columns = List.of(parts);
      return;
    }
    double[] row = new double[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = i < parts.length ? number(parts[i]) : Double.NaN;
    }
    rows.add(row);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** Names of the columns; none before the header was read. */
  List<String> columns() {
    return columns;
  }

  int size() {
    return rows.size();
  }

  /** A value of a row; negative rows count from the end. NaN where there is no such thing. */
  double value(int row, String column) {
    int index = row < 0 ? rows.size() + row : row;
    int at = columns.indexOf(column);
    return at < 0 || index < 0 || index >= rows.size() ? Double.NaN : rows.get(index)[at];
  }

  /** The rows from a number on, as JSON has them: what is no number is null. */
  List<List<@Nullable Double>> rows(int from) {
    return rows.subList(Math.min(from, rows.size()), rows.size()).stream()
        .map(CsvTable::finite)
        .toList();
  }

  /** The first row and the last, where there are two or more. */
  List<List<@Nullable Double>> ends() {
    return rows.size() <= 1
        ? rows(0)
        : List.of(finite(rows.get(0)), finite(rows.get(rows.size() - 1)));
  }

  private static List<@Nullable Double> finite(double[] row) {
    List<@Nullable Double> values = new ArrayList<>();
    for (double value : row) {
      values.add(Double.isFinite(value) ? value : null);
    }
    return values;
  }

  /** Rises whenever rows that were read are no longer those of the file. */
  int generation() {
    return generation;
  }
}
