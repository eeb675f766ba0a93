package ductus.task.music.piece;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The notes of a model's training pieces, in a file beside it.
 *
 * @param index of the usual runs
 * @param lines of the pieces, by which runs of any length are known; empty in files of old, and
 *     where there are more than {@link #MOST_NOTES} notes
 */
public record TrainingNotes(RunIndex index, List<NoteLine> lines) {
  /** No index is made of more notes: its making would take more than a gigabyte of memory. */
  public static final int MOST_INDEXED = 1 << 24;

  /** A file of more notes would be larger than most models: 64 MB. */
  private static final int MOST_NOTES = 1 << 23;

  private static final String LINES = "notes";

  public TrainingNotes {
    lines = List.copyOf(lines);
  }

  /** The notes of some training pieces. */
  public static TrainingNotes of(List<NoteLine> lines) {
    long notes = lines.stream().mapToLong(NoteLine::length).sum();
    return new TrainingNotes(RunIndex.build(lines), notes > MOST_NOTES ? List.of() : lines);
  }

  /** Writes the file. */
  public void write(Path path) throws IOException {
    TensorFile file = new TensorFile();
    for (int length : RunIndex.LENGTHS) {
      file.integers().put(name(length), index.runs(length));
    }
    if (!lines.isEmpty()) {
      file.integers().put(LINES, NoteLine.pack(lines));
    }
    file.write(path);
  }

  /** Reads the file's bytes. */
  public static TrainingNotes parse(Path path, byte[] bytes) throws BadFileException {
    TensorFile file = TensorFile.parse(path, bytes);
    try {
      long[] lines = file.integers().get(LINES);
      return new TrainingNotes(
          RunIndex.of(runs(path, file, 4), runs(path, file, 8), runs(path, file, 12)),
          lines == null ? List.of() : NoteLine.unpack(lines));
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
