package ductus.corpus.shard;

import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a sharded corpus. Groups that were read last are held, up to a bound; others are read
 * again when they are needed. Threads may share it.
 */
public final class ShardStore {
  /** A sixteenth of the heap holds rows. */
  private static final int SHARE_OF_HEAP = 16;

  private final List<Group> groups;
  private final long most;
  private final Map<Integer, List<ShardRow>> held = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Group(Path file, ShardFile shard, int number) {}

  /** Hears of each row and its place, in the order of the shards. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Sees a row.
     *
     * @param group of the corpus, from 0
     * @param index in the group, from 0
     */
    void see(int group, int index, ShardRow row);
  }

  /**
   * A store.
   *
   * @param most bytes of rows that are held; the group that was read last is held whatever its size
   */
  ShardStore(Path folder, CorpusManifest manifest, ShardFormat format, long most)
      throws BadFileException, IOException {
    this.most = most;
    groups = new ArrayList<>();
    for (CorpusManifest.Shard shard : manifest.shards()) {
      Path file = folder.resolve(CorpusManifest.SHARDS).resolve(shard.name());
      if (!Files.isRegularFile(file)) {
        throw new BadFileException(file, "the corpus' manifest names it, but it is not there");
      }
      if (Files.size(file) != shard.bytes()) {
        throw new BadFileException(
            file,
            "must have %d bytes, as the corpus' manifest says, but has %d"
                .formatted(shard.bytes(), Files.size(file)));
      }
      ShardFile opened = format.open(file);
      for (int i = 0; i < opened.groups(); i++) {
        groups.add(new Group(file, opened, i));
      }
    }
  }

  /** Opens a corpus' shards. */
  public static ShardStore open(Path folder, CorpusManifest manifest)
      throws BadFileException, IOException {
    return new ShardStore(
        folder,
        manifest,
        ShardFormat.find(folder),
        Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /**
   * Goes through all rows once.
   *
   * @throws BadFileException if a shard is broken
   */
  public void visit(Visitor visitor) throws BadFileException {
    for (int group = 0; group < groups.size(); group++) {
      List<ShardRow> rows;
      try {
        rows = rows(group);
      } catch (IOException broken) {
        throw new BadFileException(groups.get(group).file(), Reasons.of(broken));
      }
      for (int i = 0; i < rows.size(); i++) {
        visitor.see(group, i, rows.get(i));
      }
    }
  }

  /**
   * A row.
   *
   * @throws UncheckedIOException if its shard can no longer be read
   */
  public ShardRow row(int group, int index) {
    try {
      return rows(group).get(index);
    } catch (IOException broken) {
      throw new UncheckedIOException(
          new IOException(groups.get(group).file() + ": " + Reasons.of(broken), broken));
    }
  }

  private synchronized List<ShardRow> rows(int number) throws IOException {
    List<ShardRow> rows = held.get(number);
    if (rows == null) {
      Group group = groups.get(number);
      rows = group.shard().group(group.number());
      held.put(number, rows);
      bytes += size(rows);
      makeRoom(number);
    }
    return rows;
  }

  private void makeRoom(int kept) {
    Iterator<Map.Entry<Integer, List<ShardRow>>> oldest = held.entrySet().iterator();
    while (bytes > most && oldest.hasNext()) {
      Map.Entry<Integer, List<ShardRow>> entry = oldest.next();
      if (entry.getKey() != kept) {
        bytes -= size(entry.getValue());
        oldest.remove();
      }
    }
  }

  /** Bytes of the rows that are held. */
  synchronized long heldBytes() {
    return bytes;
  }

  private static long size(List<ShardRow> rows) {
    return rows.stream().mapToLong(ShardRow::memory).sum();
  }
}
