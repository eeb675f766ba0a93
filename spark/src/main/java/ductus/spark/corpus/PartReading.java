package ductus.spark.corpus;

import ductus.spark.corpus.FileReading.Listener;
import ductus.spark.shard.ShardWriter;
import ductus.corpus.shard.ShardRow;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files of a part of the list on an executor: what was read becomes a file of rows, in
 * the order of the list, and what was left out a file of reasons.
 */
final class PartReading implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SourceFolder source;
  private final StagedCorpusFolder space;
  private final String encoding;

  PartReading(SourceFolder source, StagedCorpusFolder space, String encoding) {
    this.source = source;
    this.space = space;
    this.encoding = encoding;
  }

  /**
   * Reads a part unless that is done.
   *
   * @throws IOException by the fault of this machine or the storage; of a file's it is left out
   */
  void run(int part) throws IOException {
    requireSeen();
    if (space.has(StagedCorpusFolder.read(part))) {
      return;
    }
    String aside = space.aside();
    List<Notice> refused = new ArrayList<>();
    RowKind kind = RowKind.of(encoding);
    try (ShardWriter rows = new ShardWriter(space.output(aside), kind.columns());
        FileReading<ShardRow> files = new FileReading<>(source, kind.files())) {
      Listener<ShardRow> hearer = hearer(rows, refused);
      for (String path : PartList.read(space, part)) {
        files.read(path, hearer);
      }
    } catch (IOException | RuntimeException failed) {
      space.remove(aside);
      throw failed;
    }
    if (!refused.isEmpty()) {
      space.write(
          StagedCorpusFolder.refused(part),
          to -> {
            for (Notice notice : refused) {
              notice.write(to);
            }
          });
    }
    // Last, as it says that the part is done.
    space.place(aside, StagedCorpusFolder.read(part));
  }

  private void requireSeen() throws IOException {
    String unseen = unseen();
    if (!unseen.isEmpty()) {
      throw new IOException(unseen);
    }
  }

  /** What to say where this machine does not see the folder or the corpus; else nothing. */
  String unseen() throws IOException {
    return !source.isThere()
        ? SharedPathCheck.none(source.name())
        : space.has(StagedCorpusFolder.STATE) ? "" : SharedPathCheck.none(space.name());
  }

  private static Listener<ShardRow> hearer(ShardWriter rows, List<Notice> refused) {
    return new Listener<>() {
      @Override
      public void piece(String path, ShardRow piece) throws IOException {
        rows.write(piece.at(path));
      }

      @Override
      public void refused(Notice file) {
        refused.add(file);
      }
    };
  }
}
