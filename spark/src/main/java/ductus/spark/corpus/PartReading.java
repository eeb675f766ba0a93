package ductus.spark.corpus;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.spark.corpus.SourceFolder.UnreadableInput;
import ductus.spark.shard.ShardWriter;
import ductus.workbench.corpus.PieceKind;
import ductus.workbench.corpus.ScoreFile;
import ductus.workbench.corpus.shard.ShardRow;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.piece.ShardedPieces;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkEnv;

/**
 * Reads the files of a part of the list on an executor: what was read becomes a file of rows, in
 * the order of the list, and what was left out a file of reasons.
 */
final class PartReading implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One at a time reads what needed more memory than there was beside others. */
  private static final Object ALONE = new Object();

  private final SourceFolder source;
  private final CorpusSpace space;
  private final String encoding;

  PartReading(SourceFolder source, CorpusSpace space, String encoding) {
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
    if (space.has(CorpusSpace.read(part))) {
      return;
    }
    Path copies = Files.createTempDirectory("ductus-corpus-");
    String aside = space.aside();
    List<Notice> refused = new ArrayList<>();
    try (ShardWriter rows = new ShardWriter(space.output(aside))) {
      PieceKind<ShardRow> kind = ShardedPieces.rows(MusicKinds.named(encoding));
      for (String path : PartList.read(space, part)) {
        read(path, kind, copies, rows, refused);
      }
    } catch (IOException | RuntimeException failed) {
      space.remove(aside);
      throw failed;
    } finally {
      Files.deleteIfExists(copies);
    }
    if (!refused.isEmpty()) {
      space.write(
          CorpusSpace.refused(part),
          to -> {
            for (Notice notice : refused) {
              notice.write(to);
            }
          });
    }
    // Last, as it says that the part is done.
    space.place(aside, CorpusSpace.read(part));
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
        ? unseen(source.name())
        : space.has(CorpusSpace.STATE) ? "" : unseen(space.name());
  }

  private static String unseen(String folder) {
    return "%s: executors on %s cannot see it; it must be on storage that all machines share"
        .formatted(folder, SparkEnv.get().blockManager().blockManagerId().host());
  }

  private void read(
      String path, PieceKind<ShardRow> kind, Path copies, ShardWriter rows, List<Notice> refused)
      throws IOException {
    if (standsBack(path)) {
      return;
    }
    Path local;
    try {
      local = source.fetch(path, copies);
    } catch (UnreadableInput unreadable) {
      refused.add(new Notice(path, Reasons.of(unreadable.reason())));
      return;
    }
    try {
      for (Path piece : kind.choice().apply(List.of(local))) {
        String place = sibling(path, String.valueOf(piece.getFileName()));
        try {
          rows.write(row(kind, piece).at(place));
        } catch (Refusal refusal) {
          refused.add(new Notice(place, String.valueOf(refusal.getMessage())));
        }
      }
    } finally {
      if (local.startsWith(copies)) {
        Files.deleteIfExists(local);
      }
    }
  }

  /** A tune in ABC notation that has a MIDI file of its name beside it. */
  private boolean standsBack(String path) throws IOException {
    if (!ScoreFile.ABC.matches(Path.of(path))) {
      return false;
    }
    String stem = path.replaceAll("\\.[^.]*$", "");
    for (String ending : PieceKind.MIDI.endings()) {
      if (source.has(stem + ending) || source.has(stem + ending.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String sibling(String path, String name) {
    return path.substring(0, path.lastIndexOf('/') + 1) + name;
  }

  private static ShardRow row(PieceKind<ShardRow> kind, Path file) throws Refusal {
    try {
      return soundRow(kind, file);
    } catch (OutOfMemoryError first) {
      synchronized (ALONE) {
        try {
          return soundRow(kind, file);
        } catch (OutOfMemoryError again) {
          throw new Refusal(again);
        }
      }
    }
  }

  private static ShardRow soundRow(PieceKind<ShardRow> kind, Path file) throws Refusal {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("is no file but a device or pipe");
      }
      return kind.reader().read(file);
    } catch (BadFileException | IOException | RuntimeException | StackOverflowError e) {
      throw new Refusal(e);
    }
  }

  /** A file is left out; the message says why. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(Throwable reason) {
      super(Reasons.of(reason), reason);
    }
  }
}
