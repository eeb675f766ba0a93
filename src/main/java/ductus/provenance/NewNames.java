package ductus.provenance;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names for new files, numbered, each taken as soon as it is chosen: whoever writes to the same
 * folder at that moment gets others. What was taken and not written is given back at the end.
 */
public final class NewNames implements AutoCloseable {
  private final List<Path> given;
  private final Path folder;
  private final String name;
  private final List<Path> chosen = new ArrayList<>();

  /** Folders that were missing, the innermost first. */
  private final List<Path> made = new ArrayList<>();

  private int last;

  private NewNames(List<Path> given, Path folder, String name) {
    this.given = List.copyOf(given);
    this.folder = folder;
    this.name = name;
  }

  /**
   * Names for what comes with a sidecar, or alone.
   *
   * @param out the name of a file, or a folder, which is made when a name is taken; null for {@code
   *     generated/}
   * @param name that the names begin with
   * @param endings that make {@code out} the name of a file
   * @throws FileAlreadyExistsException if {@code out} names a file, and its sidecar is there
   * @throws IllegalArgumentException if {@code out} ends as another file does
   */
  public static NewNames of(@Nullable Path out, String name, List<String> endings)
      throws IOException {
    return of(
        List.of(OutputNames.stem(out, name, endings)), OutputNames.isFile(out, endings), name);
  }

  /**
   * Names for some tunes.
   *
   * @param out as above
   * @throws FileAlreadyExistsException if {@code out} names a tune that is there
   * @throws IllegalArgumentException if {@code out} names one tune and there are to be several, or
   *     ends as no tune does
   */
  public static NewNames ofTunes(@Nullable Path out, String name, int count) throws IOException {
    List<Path> free = OutputNames.stems(out, name, count);
    return of(free, out != null && OutputNames.isTune(out), name);
  }

  private static NewNames of(List<Path> free, boolean given, String name) {
    return new NewNames(given ? free : List.of(), free.get(0).resolveSibling(""), name);
  }

  /** Names that somebody has decided, paths without endings: they are not taken here. */
  public static NewNames given(List<Path> stems) {
    return new NewNames(stems, Path.of(""), "");
  }

  /** The next name, a path without an ending. */
  public Path next() throws IOException {
    Path stem = given.isEmpty() ? taken() : given.get(chosen.size());
    chosen.add(stem);
    return stem;
  }

  private Path taken() throws IOException {
    if (made.isEmpty()) {
      noteMissing();
    }
    last = Math.max(last, OutputNames.lastNumber(folder, name));
    while (true) {
      last++;
      Path stem = OutputNames.numbered(folder, name, last, 1).get(0);
      try {
        OutputFiles.hold(stem);
      } catch (FileAlreadyExistsException taken) {
        continue;
      }
      // Somebody may have written it, and given it back, since the folder was looked at.
      if (OutputNames.isAlone(stem, last, name)) {
        return stem;
      }
      OutputFiles.giveBack(stem);
    }
  }

  private void noteMissing() {
    @Nullable Path each = folder.toAbsolutePath().normalize();
    while (each != null && !Files.exists(each)) {
      made.add(each);
      each = each.getParent();
    }
  }

  /** All names so far. */
  public List<Path> chosen() {
    return List.copyOf(chosen);
  }

  @Override
  public void close() throws IOException {
    for (Path stem : chosen) {
      OutputFiles.giveBack(stem);
    }
    try {
      for (Path each : made) {
        Files.deleteIfExists(each);
      }
    } catch (DirectoryNotEmptyException used) {
      // So are all around it.
    }
  }
}
