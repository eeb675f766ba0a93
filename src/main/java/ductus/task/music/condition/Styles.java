package ductus.task.music.condition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The style of each file: what a table {@code info.csv} says, in the file's folder or up to three
 * above it, with the columns {@code file} (or {@code midi_filename}) and {@code style}, as the
 * Groove set has it; else the name of the file's folder. Of a style such as {@code jazz/funk} the
 * first word counts. Immutable.
 */
public final class Styles {
  private static final String TABLE = "info.csv";
  private static final List<String> FILE_COLUMNS = List.of("file", "midi_filename");
  private static final String STYLE_COLUMN = "style";
  private static final int FOLDERS_ABOVE = 3;

  private final Map<Path, String> byFile;

  private Styles(Map<Path, String> byFile) {
    this.byFile = Map.copyOf(byFile);
  }

  /**
   * Reads the tables of some files.
   *
   * @throws UncheckedIOException if a table that is there cannot be read
   */
  public static Styles of(List<Path> files) {
    Map<Path, String> byFile = new HashMap<>();
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      Path folder = whole(file).getParent();
      for (int i = 0; i <= FOLDERS_ABOVE && folder != null; i++) {
        if (seen.add(folder) && Files.isRegularFile(folder.resolve(TABLE))) {
          read(folder, byFile);
        }
        folder = folder.getParent();
      }
    }
    return new Styles(byFile);
  }

  /** The style of a file; empty where it has none. */
  public String of(Path file) {
    String listed = byFile.get(whole(file));
    if (listed != null) {
      return listed;
    }
    Path folder = file.getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static void read(Path folder, Map<Path, String> byFile) {
    List<String> lines;
    try {
      lines = Files.readString(folder.resolve(TABLE), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          new IOException(folder.resolve(TABLE) + ": cannot be read as UTF-8 text", unreadable));
    }
    List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
    int file = FILE_COLUMNS.stream().mapToInt(columns::indexOf).max().orElse(-1);
    int style = columns.indexOf(STYLE_COLUMN);
    if (file < 0 || style < 0) {
      // A table about something else.
      return;
    }
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() > Math.max(file, style)) {
        Path named = inside(folder, cells.get(file));
        if (named != null) {
          byFile.putIfAbsent(named, cells.get(style).split("/", -1)[0].strip());
        }
      }
    }
  }

  private static @Nullable Path inside(Path folder, String name) {
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException notOnThisSystem) {
      return null;
    }
  }

  /** The cells of a line; those in quotes may hold commas, and quotes that are doubled. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
