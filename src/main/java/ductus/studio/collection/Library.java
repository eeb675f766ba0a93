package ductus.studio.collection;

import ductus.file.AtomicFile;
import ductus.provenance.FileNames;
import ductus.provenance.OutputNames;
import ductus.run.RunFolder;
import ductus.studio.bin.Bin;
import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Everything in the workspace that has a sidecar. */
public final class Library {
  private static final int DEEPEST = 3;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,79}");

  private final Workspace workspace;

  /** The library of a workspace. */
  public Library(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A part of the library, newest first.
   *
   * @param all how many there are
   * @param items those of this part
   */
  record LibraryPage(int all, List<LibraryItem> items) {}

  /** The part from a number on, from 0. */
  LibraryPage shelf(int first, int most) throws IOException {
    List<Path> sidecars = sidecars();
    List<LibraryItem> items = new ArrayList<>();
    int number = 0;
    for (Path sidecar : sidecars) {
      Creation creation = Creation.at(sidecar).orElse(null);
      if (creation == null) {
        continue;
      }
      if (number >= first && items.size() < most) {
        items.add(LibraryItem.of(workspace, creation));
      }
      number++;
    }
    return new LibraryPage(number, items);
  }

  /** The sidecars that there are, newest first; some may be those of others. */
  public List<Path> sidecars() throws IOException {
    Map<Path, Long> times = new TreeMap<>();
    Files.walkFileTree(
        workspace.root(),
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean own = String.valueOf(folder.getFileName()).startsWith(".");
            return !folder.equals(workspace.root()) && (own || RunFolder.isOne(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith(Creation.SIDECAR)) {
              times.put(file, attributes.lastModifiedTime().toMillis());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return times.entrySet().stream()
        .sorted(
            Map.Entry.<Path, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What the page names by its stem. */
  public Creation creation(String stem) throws IOException {
    return Creation.read(workspace.file(stem + Creation.SIDECAR))
        .orElseThrow(() -> new RequestException(404, stem + " has no provenance"));
  }

  /** An item by its stem. */
  public LibraryItem item(String stem) throws IOException {
    return LibraryItem.of(workspace, creation(stem));
  }

  /** Gives another name, in the same folder. */
  public synchronized LibraryItem rename(String stem, String name) throws IOException {
    if (!NAME.matcher(name).matches() || name.endsWith(" ") || name.endsWith(".")) {
      throw new IllegalArgumentException(
          "a name must have letters, digits, spaces, points, hyphens and underscores, at most 80");
    }
    FileNames.requirePortable(name);
    Creation creation = creation(stem);
    return move(creation, creation.stem().resolveSibling(name));
  }

  /** Takes a draft over, under the next free name. */
  public synchronized LibraryItem keep(String stem) throws IOException {
    Creation creation = creation(stem);
    if (!creation.sidecar().startsWith(workspace.drafts())) {
      return LibraryItem.of(workspace, creation);
    }
    String base = String.valueOf(creation.stem().getFileName()).replaceAll("-\\d+$", "");
    return move(creation, OutputNames.stems(workspace.root(), base, 1).get(0));
  }

  /** Moves to the bin; the answer can be restored. */
  public synchronized LibraryItem delete(String stem) throws IOException {
    Creation creation = creation(stem);
    Bin bin = workspace.bin();
    BinEntry thrown = bin.throwAway(BinKind.PIECE, creation.stem(), creation.endings());
    return item(workspace.name(bin.stem(thrown)));
  }

  /**
   * Moves out of the bin, to where it was or beside it.
   *
   * @param stem as it is called in the bin
   */
  public synchronized LibraryItem restore(String stem) throws IOException {
    Creation creation = creation(stem);
    Bin bin = workspace.bin();
    BinEntry entry =
        bin.newest(each -> bin.stem(each).equals(creation.stem()))
            .orElseThrow(() -> new RequestException(422, stem + " is not in the bin"));
    return item(workspace.name(bin.restore(entry.number())));
  }

  /** Moves all files. */
  private LibraryItem move(Creation creation, Path stem) throws IOException {
    if (!stem.equals(creation.stem())) {
      List<String> endings = creation.endings();
      for (String ending : endings) {
        if (Files.exists(beside(stem, ending))) {
          throw new RequestException(
              409, "there is a " + workspace.name(stem) + ending + " already");
        }
      }
      AtomicFile.makeFolderOf(stem);
      workspace.moves().move(creation.stem(), stem, endings);
    }
    return item(workspace.name(stem));
  }

  private static Path beside(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
