package ductus.corpus;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.run.RunFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a kind in a folder and all folders in it. Folders of training runs are passed over:
 * what a model made is nothing to learn from.
 *
 * @param files sorted by name
 * @param unreadable folders that could not be opened
 */
public record FolderFiles(List<Path> files, List<LeftOut> unreadable) {
  private static final Comparator<Path> LETTERS =
      Comparator.comparing((Path path) -> path.toString().replace('\\', '/'))
          .thenComparing(Comparator.naturalOrder());

  /** The order of names as letters, the same on every system. */
  public static final Comparator<Path> BY_NAME =
      (one, other) -> one.equals(other) ? 0 : LETTERS.compare(one, other);

  /**
   * Looks through a folder. A file instead of a folder is taken whatever its ending.
   *
   * @throws BadFileException if there is nothing to read
   */
  public static FolderFiles find(Path path, PieceKind<?> kind) throws BadFileException {
    return find(path, kind, ReadingListener.NONE);
  }

  /**
   * Looks through a folder as {@link #find(Path, PieceKind)} does.
   *
   * @param listener told what is found
   */
  public static FolderFiles find(Path path, PieceKind<?> kind, ReadingListener listener)
      throws BadFileException {
    Search search = new Search(kind, listener);
    FolderFiles found = search.in(path);
    if (found.files.isEmpty()) {
      throw new BadFileException(path, search.nothingFound(path));
    }
    return found;
  }

  /**
   * Looks through a folder that may have nothing to read. A file instead of a folder is taken if it
   * looks like one of the kind.
   *
   * @throws BadFileException if there is no such folder
   */
  static FolderFiles search(Path path, PieceKind<?> kind, ReadingListener listener)
      throws BadFileException {
    if (Files.isRegularFile(path) && !kind.matches(path)) {
      return new FolderFiles(List.of(), List.of());
    }
    return new Search(kind, listener).in(path);
  }

  /**
   * What to say of a folder without pieces.
   *
   * @param others files in it that are none
   */
  public static String nothingFound(PieceKind<?> kind, long others) {
    if (others == 0) {
      return "the folder has no files";
    }
    return "the folder must have "
        + kind.name()
        + " files ("
        + String.join(", ", kind.endings())
        + ") but "
        + (others == 1 ? "its one file is none" : "none of its " + others + " files is one");
  }

  /** Real folders come first and links to folders after them, so that the real name wins. */
  private static final class Search {
    private final PieceKind<?> kind;
    private final ReadingListener listener;
    private final List<Path> files = new ArrayList<>();
    private final List<LeftOut> unreadable = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Deque<Path> folders = new ArrayDeque<>();
    private final Deque<Path> links = new ArrayDeque<>();
    private int others;

    Search(PieceKind<?> kind, ReadingListener listener) {
      this.kind = kind;
      this.listener = listener;
    }

    FolderFiles in(Path path) throws BadFileException {
      if (!Files.exists(path)) {
        throw new BadFileException(path, "no such file or folder");
      }
      if (!Files.isDirectory(path)) {
        return new FolderFiles(kind.choice().of(List.of(path), listener), List.of());
      }
      run(path);
      files.sort(BY_NAME);
      return new FolderFiles(kind.choice().of(files, listener), unreadable);
    }

    private void run(Path start) {
      folders.add(start);
      while (!folders.isEmpty() || !links.isEmpty()) {
        Path folder = folders.isEmpty() ? links.remove() : folders.remove();
        try {
          if (seen.add(folder.toRealPath())) {
            sortedEntries(folder).forEach(this::place);
          }
        } catch (IOException e) {
          unreadable.add(new LeftOut(folder, Reasons.of(e)));
        }
      }
    }

    private static List<Path> sortedEntries(Path folder) throws IOException {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      entries.sort(BY_NAME);
      return entries;
    }

    private void place(Path entry) {
      if (entry.getFileName().toString().startsWith(".")) {
        return;
      }
      if (RunFolder.isOne(entry)) {
        return;
      }
      if (Files.isDirectory(entry)) {
        (Files.isSymbolicLink(entry) ? links : folders).add(entry);
      } else if (kind.matches(entry)) {
        files.add(entry);
        listener.found(files.size());
      } else {
        others++;
      }
    }

    private String nothingFound(Path start) {
      if (!unreadable.isEmpty() && unreadable.get(0).path().equals(start)) {
        return "the folder cannot be opened: " + unreadable.get(0).reason();
      }
      return FolderFiles.nothingFound(kind, others);
    }
  }
}
