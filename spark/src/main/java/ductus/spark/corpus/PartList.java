package ductus.spark.corpus;

import ductus.cluster.ClusterException;
import ductus.spark.corpus.FolderWalk.Found;
import ductus.spark.corpus.SourceFolder.Entry;
import ductus.corpus.PieceKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes the list of a folder's files, part by part; of it no more than a part is held. */
final class PartList implements Found {
  /** Names what could not be opened while the folder was listed. */
  static final int OF_FOLDERS = -1;

  /** Files of a part at most, which one task reads. */
  static final int FILES = 1024;

  /** With the file that reaches them a part ends. */
  private static final long BYTES = 4 << 20;

  private final StagedCorpusFolder space;
  private final Listener listener;
  private final List<Notice> part = new ArrayList<>();
  private final List<Notice> unreadable = new ArrayList<>();
  private long files;
  private long bytes;
  private int parts;

  private PartList(StagedCorpusFolder space, Listener listener) {
    this.space = space;
    this.listener = listener;
  }

  /**
   * What was listed.
   *
   * @param parts of the list
   */
  record Listed(long files, int parts) {
    /** Files for which there is a shard more. */
    private static final int FILES_PER_SHARD = 4096;

    private static final int MOST_SHARDS = 4096;

    /** Shards to be made; the same however many machines there are. */
    int shards() {
      long wanted = (files + FILES_PER_SHARD - 1) / FILES_PER_SHARD;
      return (int) Math.max(1, Math.min(MOST_SHARDS, wanted));
    }
  }

  /** Hears of parts that can be read. */
  @FunctionalInterface
  interface Listener {
    /**
     * One more part is there.
     *
     * @param parts that are there now
     */
    void listed(int parts) throws IOException;
  }

  /**
   * Lists a folder.
   *
   * @param listener hears of each part, between two files
   * @throws ClusterException if there is nothing of the kind in it
   * @throws FolderWalk.StoppedException if it was asked to stop
   */
  static Listed write(
      SourceFolder source,
      PieceKind<?> kind,
      StagedCorpusFolder space,
      Listener listener,
      BooleanSupplier stop)
      throws ClusterException, IOException {
    PartList list = new PartList(space, listener);
    FolderWalk walk = new FolderWalk(source, kind::matches, list, stop);
    walk.run();
    if (list.files == 0) {
      throw new ClusterException(source.name() + ": " + walk.nothingFound(kind));
    }
    list.endPart();
    list.writeUnreadable();
    return new Listed(list.files, list.parts);
  }

  /** The files of a part. */
  static List<String> read(StagedCorpusFolder space, int part) throws IOException {
    try (BufferedReader listed = space.reader(StagedCorpusFolder.listed(part))) {
      return Notice.read(listed).stream().map(Notice::path).toList();
    }
  }

  @Override
  public void file(Entry file) throws IOException {
    files++;
    part.add(new Notice(file.path(), ""));
    bytes += file.bytes();
    if (part.size() == FILES || bytes >= BYTES) {
      endPart();
    }
  }

  @Override
  public void unreadable(Notice folder) {
    unreadable.add(folder);
  }

  private void endPart() throws IOException {
    if (!part.isEmpty()) {
      write(StagedCorpusFolder.listed(parts++), part);
      part.clear();
      bytes = 0;
      listener.listed(parts);
    }
  }

  private void writeUnreadable() throws IOException {
    if (!unreadable.isEmpty()) {
      write(StagedCorpusFolder.refused(OF_FOLDERS), unreadable);
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
}
