package ductus.spark.corpus;

import ductus.cluster.ClusterException;
import ductus.spark.corpus.FolderWalk.Found;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.PieceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes the list of a folder's files, part by part; of it no more than a part is held. */
final class PartList implements Found {
  /** Names what could not be opened while the folder was listed. */
  static final int OF_FOLDERS = -1;

  private final CorpusSpace space;
  private final BooleanSupplier stop;
  private final List<Notice> part = new ArrayList<>();
  private final List<Notice> unreadable = new ArrayList<>();
  private long files;
  private int parts;

  private PartList(CorpusSpace space, BooleanSupplier stop) {
    this.space = space;
    this.stop = stop;
  }

  /**
   * What was listed.
   *
   * @param parts of the list
   */
  record Listed(long files, int parts) {}

  /**
   * Lists a folder.
   *
   * @throws ClusterException if there is nothing of the kind in it
   * @throws StoppedException if it was asked to stop
   */
  static Listed write(
      SourceFolder source, PieceKind<?> kind, CorpusSpace space, BooleanSupplier stop)
      throws ClusterException, IOException {
    PartList list = new PartList(space, stop);
    FolderWalk walk = new FolderWalk(source, kind, list);
    walk.run();
    if (list.files == 0) {
      throw new ClusterException(source.name() + ": " + list.nothingFound(kind, walk.others()));
    }
    list.endPart();
    list.writeUnreadable();
    return new Listed(list.files, list.parts);
  }

  private String nothingFound(PieceKind<?> kind, long others) {
    return !unreadable.isEmpty() && unreadable.get(0).path().equals(SourceFolder.TOP)
        ? "the folder cannot be opened: " + unreadable.get(0).text()
        : FolderFiles.nothingFound(kind, others);
  }

  /** The files of a part. */
  static List<String> read(CorpusSpace space, int part) throws IOException {
    return Notice.read(space.reader(CorpusSpace.listed(part))).stream().map(Notice::path).toList();
  }

  @Override
  public void file(String path) throws IOException {
    if (stop.getAsBoolean()) {
      throw new StoppedException();
    }
    files++;
    part.add(new Notice(path, ""));
    if (part.size() == JobState.FILES_PER_PART) {
      endPart();
    }
  }

  @Override
  public void unreadable(Notice folder) {
    unreadable.add(folder);
  }

  private void endPart() throws IOException {
    if (!part.isEmpty()) {
      write(CorpusSpace.listed(parts++), part);
      part.clear();
    }
  }

  private void writeUnreadable() throws IOException {
    if (!unreadable.isEmpty()) {
      write(CorpusSpace.refused(OF_FOLDERS), unreadable);
    }
  }

  private void write(String name, List<Notice> notices) throws IOException {
    space.write(
        name,
        to -> {
          for (Notice notice : notices) {
            notice.write(to);
          }
        });
  }

  /** The listing was asked to stop. */
  static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
