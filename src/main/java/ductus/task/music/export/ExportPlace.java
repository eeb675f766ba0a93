package ductus.task.music.export;

import ductus.provenance.FolderNames;
import ductus.provenance.OutputNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where exported files go: to a file or a folder that the user named, where they replace files of
 * the same name, or else under new names to {@code generated/}. No two inputs of one export get the
 * same name.
 */
final class ExportPlace {
  private final ExportFormat format;
  private final Optional<Path> file;
  private final Path folder;
  private final boolean replaces;
  private final Set<Path> taken = new HashSet<>();

  /**
   * A place.
   *
   * @param out a file if it has an ending that is known, else a folder; empty for the default
   * @param inputs how many there are
   * @throws IllegalArgumentException if {@code out} does not go with the format, or is one file for
   *     several inputs
   */
  ExportPlace(ExportFormat format, Optional<Path> out, int inputs) {
    this.format = format;
    this.file =
        out.filter(path -> ExportFormat.ofEnding(path).isPresent() && !Files.isDirectory(path));
    this.folder = out.orElseGet(OutputNames::defaultFolder);
    this.replaces = out.isPresent();
    if (file.isEmpty()) {
      out.ifPresent(path -> FolderNames.require(path, List.of(format.ending())));
    }
    if (file.isPresent() && !ExportFormat.ofEnding(file.get()).equals(Optional.of(format))) {
      throw new IllegalArgumentException(
          "--out must end in "
              + format.ending()
              + " for "
              + format.label()
              + " but was "
              + file.get());
    }
    if (file.isPresent() && inputs > 1) {
      throw new IllegalArgumentException(
          "--out must name a folder for " + inputs + " files but was " + file.get());
    }
  }

  /** Whether the user named the one file to write. */
  boolean isOneFile() {
    return file.isPresent();
  }

  /** The path of the next output. */
  Path next(Path input) {
    if (file.isPresent()) {
      return file.get();
    }
    String base = String.valueOf(input.getFileName()).replaceAll("(?<=.)\\.[^.]*$", "");
    for (int number = 1; ; number++) {
      String name = base + (number == 1 ? "" : "-" + number) + format.ending();
      Path path = folder.resolve(name);
      if (!taken.contains(path) && (replaces || !Files.exists(path))) {
        taken.add(path);
        return path;
      }
    }
  }
}
