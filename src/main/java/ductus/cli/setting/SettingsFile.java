package ductus.cli.setting;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.UserFolders;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of settings: a line {@code KEY = VALUE} each. Lines that begin with {@code #}, and empty
 * ones, are the user's, and stay as they are.
 */
public record SettingsFile(Path path) {
  private static final String COMMENT = "#";

  /** The file of the user who runs this program; empty where there is no place for it. */
  public static Optional<SettingsFile> here() {
    return Optional.ofNullable(UserFolders.here().settings()).map(SettingsFile::new);
  }

  /**
   * The file of the user who runs this program.
   *
   * @throws IOException if there is no place for it
   */
  public static SettingsFile required() throws IOException {
    return here()
        .orElseThrow(
            () ->
                new IOException(
                    "there is no home to keep settings in: name a file with "
                        + UserFolders.SETTINGS));
  }

  /**
   * The settings, in the order of the file; none if there is no file.
   *
   * @throws BadFileException if a line is no setting, or a key is there twice
   */
  public List<UserSetting> read() throws BadFileException, IOException {
    List<UserSetting> settings = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith(COMMENT)) {
        continue;
      }
      String key = key(line);
      if (key == null) {
        throw new BadFileException(
            path, "line %d: must be KEY = VALUE but was %s".formatted(i + 1, line));
      }
      if (!keys.add(key)) {
        throw new BadFileException(path, "line %d: %s is there twice".formatted(i + 1, key));
      }
      settings.add(
          new UserSetting(
              key,
              line.substring(line.indexOf('=') + 1).strip(),
              String.format(Locale.ROOT, "%s: line %d: %s", path, i + 1, key)));
    }
    return settings;
  }

  /** The key of a line; null if it has none. */
  private static @Nullable String key(String line) {
    int equals = line.indexOf('=');
    String key = equals < 0 ? "" : line.substring(0, equals).strip();
    return key.isEmpty() || key.startsWith(COMMENT) || key.contains(" ") ? null : key;
  }

  /** Puts a setting in the place of the one with its key, or else at the end. */
  public void set(String key, String value) throws BadFileException, IOException {
    if (value.lines().count() > 1) {
      throw new IllegalArgumentException(key + " must have a value of one line");
    }
    List<String> lines = new ArrayList<>(lines());
    String line = key + " = " + value;
    int place = place(lines, key);
    if (place < 0) {
      lines.add(line);
    } else {
      lines.set(place, line);
    }
    write(lines);
  }

  /**
   * Takes a setting out.
   *
   * @return false if there is none
   */
  public boolean unset(String key) throws BadFileException, IOException {
    List<String> lines = new ArrayList<>(lines());
    int place = place(lines, key);
    if (place < 0) {
      return false;
    }
    lines.remove(place);
    write(lines);
    return true;
  }

  private static int place(List<String> lines, String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (key.equals(key(lines.get(i).strip()))) {
        return i;
      }
    }
    return -1;
  }

  private List<String> lines() throws BadFileException, IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a file of settings but is a folder");
    }
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException e) {
      throw new BadFileException(path, "must be text in UTF-8 but is not");
    }
  }

  private void write(List<String> lines) throws IOException {
    AtomicFile.makeFolderOf(path);
    // Where the file is a link into somebody's collection of settings, the link stays.
    Path target = Files.exists(path) ? path.toRealPath() : path;
    AtomicFile.write(target, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}
