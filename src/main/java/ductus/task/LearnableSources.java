package ductus.task;

import ductus.corpus.FolderFiles;
import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds what tasks can learn from in a folder, with the number of its files or pieces. */
public final class LearnableSources {
  /** How deep below a folder files are looked for that each are a source. */
  private static final int DEPTH = 2;

  /** A file that is looked into is at most so long. */
  private static final long MOST_BYTES = 8 << 20;

  private LearnableSources() {}

  /** Counts the pieces of a file. */
  @FunctionalInterface
  public interface Counting {
    /**
     * Counts them.
     *
     * @throws BadFileException if the file is none of the kind
     */
    int count(Path file) throws BadFileException, IOException;
  }

  /** The folder itself, if it has files of a kind. */
  public static Map<Path, Integer> folder(Path folder, PieceKind<?> kind) {
    try {
      return Map.of(folder, FolderFiles.find(folder, kind).files().size());
    } catch (BadFileException nothing) {
      return Map.of();
    }
  }

  /**
   * Files in a folder, and in the folders in it, that each can be learned from.
   *
   * @param endings that they may have, in lower case
   */
  public static SortedMap<Path, Integer> files(Path folder, List<String> endings, Counting counting)
      throws IOException {
    SortedMap<Path, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (endings.stream().anyMatch(name::endsWith) && Files.size(file) <= MOST_BYTES) {
          int pieces = pieces(file, counting);
          if (pieces > 0) {
            found.put(file, pieces);
          }
        }
      }
    }
    return found;
  }

  /** The pieces of a file; 0 where it is none of the kind. */
  private static int pieces(Path file, Counting counting) throws IOException {
    try {
      return counting.count(file);
    } catch (BadFileException | IllegalArgumentException other) {
      return 0;
    }
  }
}
