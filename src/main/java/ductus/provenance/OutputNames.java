package ductus.provenance;

import ductus.file.PartFile;
import ductus.file.UserFolders;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names for new files: they sort in the order in which they were made, and none is taken. */
public final class OutputNames {
  private static final Path GENERATED = Path.of("generated");

  /** Ending of the provenance sidecar. */
  public static final String SIDECAR = ".json";

  /** All that a tune's files may end in. */
  public static final List<String> TUNE_ENDINGS =
      List.of(".mid", ".jfugue", ".svg", ".wav", SIDECAR);

  private static final List<String> ENDINGS =
      Stream.concat(TUNE_ENDINGS.stream(), Stream.of(".midi")).toList();

  private OutputNames() {}

  /**
   * Where output goes if the user names no place: {@code generated} in the current folder, or among
   * the user's data where nothing can be written there.
   */
  public static Path defaultFolder() {
    return defaultFolder(Path.of(""), UserFolders.here());
  }

  static Path defaultFolder(Path current, UserFolders user) {
    Path generated = current.resolve(GENERATED);
    Path written = Files.exists(generated) ? generated : current.toAbsolutePath();
    Path data = user.data();
    return data == null || Files.isWritable(written) ? generated : data.resolve(GENERATED);
  }

  /**
   * Stems, without an ending, for some new tunes. Makes no folder.
   *
   * @param out a folder, or the name of one tune's file, whichever; null for {@code generated/}
   * @param name that the stems begin with, such as the model's
   * @throws FileAlreadyExistsException if the one tune's files would take the place of others
   * @throws IllegalArgumentException if {@code out} ends as a file does that no tune has
   */
  public static List<Path> stems(@Nullable Path out, String name, int count) throws IOException {
    Path given = out == null ? defaultFolder() : out;
    Optional<Path> file = withoutEnding(given, ENDINGS);
    if (file.isEmpty()) {
      FolderNames.require(given, ENDINGS);
    }
    clear(given, file);
    if (file.isEmpty()) {
      return numbered(given, name, count);
    }
    if (count > 1) {
      throw new IllegalArgumentException(
          "--out must name a folder for " + count + " tunes but was " + given);
    }
    requireFree(file.get(), TUNE_ENDINGS);
    return List.of(file.get());
  }

  /**
   * A stem for what comes with a sidecar. Makes no folder.
   *
   * @param out as above
   * @param endings that make {@code out} the name of a file
   * @throws FileAlreadyExistsException if there is a sidecar of that name
   * @throws IllegalArgumentException if {@code out} ends as another file does
   */
  public static Path stem(@Nullable Path out, String name, List<String> endings)
      throws IOException {
    Path given = out == null ? defaultFolder() : out;
    Optional<Path> file = withoutEnding(given, endings);
    if (file.isEmpty()) {
      FolderNames.require(given, endings);
    }
    clear(given, file);
    if (file.isEmpty()) {
      return numbered(given, name, 1).get(0);
    }
    requireFree(file.get(), List.of(SIDECAR));
    return file.get();
  }

  /** Whether a path ends as the file of a tune does. */
  public static boolean isTune(Path path) {
    return withoutEnding(path, ENDINGS).isPresent();
  }

  /** Clears the folder that is written to of what killed processes have left. */
  private static void clear(Path folder, Optional<Path> stem) throws IOException {
    PartFile.clear(stem.map(each -> each.resolveSibling("")).orElse(folder), SIDECAR);
  }

  private static Optional<Path> withoutEnding(Path path, List<String> endings) {
    String file = String.valueOf(path.getFileName());
    return endings.stream()
        .filter(ending -> file.toLowerCase(Locale.ROOT).endsWith(ending))
        .max(Comparator.comparingInt(String::length))
        .map(ending -> path.resolveSibling(file.substring(0, file.length() - ending.length())));
  }

  private static List<Path> numbered(Path folder, String name, int count) throws IOException {
    return numbered(folder, name, lastNumber(folder, name) + 1, count);
  }

  /**
   * Stems with these numbers, taken or not.
   *
   * @param next number of the first
   */
  public static List<Path> numbered(Path folder, String name, int next, int count) {
    return Stream.iterate(next, n -> n + 1)
        .limit(count)
        .map(n -> folder.resolve(String.format(Locale.ROOT, "%s-%04d", name, n)))
        .toList();
  }

  /** The path of a stem with an ending. */
  public static Path path(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }

  private static void requireFree(Path stem, List<String> endings) throws IOException {
    for (String ending : endings) {
      Path path = path(stem, ending);
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
    }
  }

  /** A new folder under {@code generated/}, such as {@code generated/demo-0001}; not yet made. */
  public static Path newFolder(String name) throws IOException {
    Path folder = defaultFolder();
    return numbered(folder, name, lastNumber(folder, name) + 1, 1).get(0);
  }

  /**
   * Makes a new folder under {@code generated/}, which nobody else gets, however many begin at the
   * same moment.
   */
  public static Path makeFolder(String name) throws IOException {
    return makeFolder(defaultFolder(), name);
  }

  static Path makeFolder(Path parent, String name) throws IOException {
    Files.createDirectories(parent.toAbsolutePath());
    for (int number = lastNumber(parent, name) + 1; ; number++) {
      try {
        return Files.createDirectory(numbered(parent, name, number, 1).get(0));
      } catch (FileAlreadyExistsException taken) {
        // Somebody else was faster, or has a name that does not count here: the next one.
      }
    }
  }

  /** Whether a path names a file with one of some endings, and so no folder. */
  static boolean isFile(@Nullable Path out, List<String> endings) {
    return out != null && withoutEnding(out, endings).isPresent();
  }

  /** Whether a numbered stem has no file but its sidecar. */
  static boolean isAlone(Path stem, int number, String name) throws IOException {
    Path sidecar = path(stem, SIDECAR);
    try (Stream<Path> files = Files.list(stem.toAbsolutePath().resolveSibling(""))) {
      return files
          .filter(file -> !file.getFileName().equals(sidecar.getFileName()))
          .noneMatch(file -> number(file, numbered(name)) == number);
    }
  }

  private static Pattern numbered(String name) {
    return Pattern.compile(Pattern.quote(name) + "-(\\d{4,9})(\\..*)?");
  }

  /** The number of a file; 0 for one that has none. */
  private static int number(Path file, Pattern numbered) {
    Matcher matcher = numbered.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  static int lastNumber(Path folder, String name) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    Pattern numbered = numbered(name);
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToInt(file -> number(file, numbered)).max().orElse(0);
    }
  }
}
