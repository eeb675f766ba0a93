package ductus.task.music.piece;

import ductus.file.BadFileException;
import ductus.file.DeflatedNumbers;
import ductus.file.TensorFile;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes of a model's training pieces, in a file beside it. */
public final class TrainingNotes {
  /** No index is made of more notes: its making would take more than a gigabyte of memory. */
  public static final int MOST_INDEXED = 1 << 24;

  /** The notes of more are not written, only the index of their runs. */
  private static final int MOST_NOTES = 1 << 23;

  private static final String PACKED = "notes.deflated";

  /** The notes in files of old, a number each. */
  private static final String LINES = "notes";

  private final List<NoteLine> lines;

  /** Runs of the notes; null until they are needed, where the notes are known. */
  private @Nullable RunIndex index;

  private TrainingNotes(List<NoteLine> lines, @Nullable RunIndex index) {
    this.lines = List.copyOf(lines);
    this.index = index;
  }

  /** The notes of some training pieces. */
  public static TrainingNotes of(List<NoteLine> lines) {
    long notes = lines.stream().mapToLong(NoteLine::length).sum();
    return notes > MOST_NOTES
        ? new TrainingNotes(List.of(), RunIndex.build(lines))
        : new TrainingNotes(lines, null);
  }

  /** The index of the usual runs. */
  public RunIndex index() {
    if (index == null) {
      index = RunIndex.build(lines);
    }
    return index;
  }

  /**
   * The lines of the pieces, by which runs of any length are known; empty in files of old, and
   * where there are too many notes.
   */
  public List<NoteLine> lines() {
    return lines;
  }

  /** Writes the file. */
  public void write(Path path) throws IOException {
    TensorFile file = new TensorFile();
    if (index == null || !lines.isEmpty()) {
      file.integers().put(PACKED, DeflatedNumbers.pack(NoteLine.pack(lines)));
    } else {
      for (int length : RunIndex.LENGTHS) {
        file.integers().put(name(length), index().runs(length));
      }
    }
    file.write(path);
  }

  /** Reads the file's bytes. */
  public static TrainingNotes parse(Path path, byte[] bytes) throws BadFileException {
    TensorFile file = TensorFile.parse(path, bytes);
    try {
      long[] packed = file.integers().get(PACKED);
      if (packed != null) {
        return new TrainingNotes(NoteLine.unpack(DeflatedNumbers.unpack(packed)), null);
      }
      long[] lines = file.integers().get(LINES);
      return new TrainingNotes(
          lines == null ? List.of() : NoteLine.unpack(lines),
          RunIndex.of(runs(path, file, 4), runs(path, file, 8), runs(path, file, 12)));
    } catch (IllegalArgumentException broken) {
      throw new BadFileException(path, "not a run index: " + broken.getMessage());
    }
  }

  private static long[] runs(Path path, TensorFile file, int length) throws BadFileException {
    long[] runs = file.integers().get(name(length));
    if (runs == null) {
      throw new BadFileException(path, "not a run index: it lacks " + name(length));
    }
    return runs;
  }

  private static String name(int length) {
    return "runs." + length;
  }
}
