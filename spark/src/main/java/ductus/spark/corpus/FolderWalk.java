package ductus.spark.corpus;

import ductus.file.Reasons;
import ductus.spark.corpus.SourceFolder.Entry;
import ductus.run.RunFolder;
import ductus.corpus.FolderFiles;
import ductus.corpus.PieceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a folder and those in it, and finds the files that {@link
 * ductus.corpus.FolderFiles} finds, without holding them. Links to folders come last, so
 * that the real name wins; each folder is gone through once.
 */
public final class FolderWalk {
  private final SourceFolder source;
  private final Predicate<Path> wanted;
  private final Found found;
  private final BooleanSupplier stop;
  private final List<String> links = new ArrayList<>();

  /** What real folders were begun with: the top, and where links led. */
  private final List<Root> begun = new ArrayList<>();

  private long others;

  /** Why the folder itself cannot be opened; null where it can. */
  private @Nullable String closed;

  /**
   * What a walk begins with.
   *
   * @param path by which it is reached
   */
  private record Root(String path, String identity) {}

  /** Hears of what is found. */
  public interface Found {
    /** A file that is wanted. */
    void file(Entry file) throws IOException;

    /** A folder that cannot be opened. */
    void unreadable(Notice folder) throws IOException;
  }

  /**
   * A walk through a folder in search of some files.
   *
   * @param wanted whether a file of such a name is one
   * @param stop asked at each file and folder, wanted or not
   */
  public FolderWalk(
      SourceFolder source, Predicate<Path> wanted, Found found, BooleanSupplier stop) {
    this.source = source;
    this.wanted = wanted;
    this.found = found;
    this.stop = stop;
  }

  /**
   * Goes through all of it.
   *
   * @throws StoppedException if it was asked to stop
   */
  public void run() throws IOException {
    begin(SourceFolder.TOP);
    while (!links.isEmpty()) {
      List<String> next = new ArrayList<>(links);
      links.clear();
      next.sort(
          Comparator.comparingInt(FolderWalk::depth).thenComparing(Comparator.naturalOrder()));
      for (String link : next) {
        begin(link);
      }
    }
  }

  /** Why there is no file of a kind in the folder, where none was found. */
  public String nothingFound(PieceKind<?> kind) {
    return closed == null
        ? FolderFiles.nothingFound(kind, others)
        : "the folder cannot be opened: " + closed;
  }

  /** Files that are not wanted. */
  public long others() {
    return others;
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  private void begin(String folder) throws IOException {
    String identity;
    try {
      identity = source.identity(folder);
      if (isCovered(identity, begun)) {
        return;
      }
    } catch (IOException unreadable) {
      refuse(folder, unreadable);
      return;
    }
    List<Root> before = List.copyOf(begun);
    begun.add(new Root(folder, identity));
    walk(folder, before);
  }

  private void walk(String folder, List<Root> before) throws IOException {
    List<String> inside = new ArrayList<>();
    try {
      boolean isTop = folder.equals(SourceFolder.TOP);
      if (!isTop && (isRun(folder) || isCovered(source.identity(folder), before))) {
        return;
      }
      source.visit(folder, entry -> place(entry, inside));
    } catch (StoppedListing stopped) {
      throw stopped.reason;
    } catch (IOException unreadable) {
      refuse(folder, unreadable);
    }
    for (String each : inside) {
      walk(each, before);
    }
  }

  private void refuse(String folder, IOException unreadable) throws IOException {
    String reason = Reasons.of(unreadable);
    if (folder.equals(SourceFolder.TOP)) {
      closed = reason;
    }
    found.unreadable(new Notice(folder, reason));
  }

  private void place(Entry entry, List<String> inside) throws StoppedListing {
    try {
      if (stop.getAsBoolean()) {
        throw new StoppedException();
      }
      if (isHidden(entry)) {
        return;
      }
      if (entry.isFolder()) {
        (entry.isLink() ? links : inside).add(entry.path());
      } else if (wanted.test(Path.of(entry.name()))) {
        found.file(entry);
      } else {
        others++;
      }
    } catch (IOException unwritten) {
      throw new StoppedListing(unwritten);
    }
  }

  private static boolean isHidden(Entry entry) {
    return entry.name().startsWith(".");
  }

  /** As {@link ductus.run.RunFolder#isOne} knows them. */
  private boolean isRun(String folder) throws IOException {
    return source.has(folder + "/" + RunFolder.CONFIG) && source.has(folder + "/checkpoint");
  }

  /** Whether a folder was gone through already, from one that a walk began with. */
  private boolean isCovered(String identity, List<Root> roots) throws IOException {
    for (Root root : roots) {
      if (identity.equals(root.identity())
          || (identity.startsWith(root.identity() + "/")
              && isWalked(root, identity.substring(root.identity().length() + 1)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a walk from a root comes to a folder below it: not through a hidden one, or a run.
   *
   * @param below path from the root on
   */
  private boolean isWalked(Root root, String below) throws IOException {
    String path = root.path();
    for (String name : below.split("/", -1)) {
      path = path.equals(SourceFolder.TOP) ? name : path + "/" + name;
      if (name.startsWith(".") || isRun(path)) {
        return false;
      }
    }
    return true;
  }

  /** The walk was asked to stop. */
  public static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The list cannot be written, or is not to be: no fault of the folder that is listed. */
  private static final class StoppedListing extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient IOException reason;

    StoppedListing(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
