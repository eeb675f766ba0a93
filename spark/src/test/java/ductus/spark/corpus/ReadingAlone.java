package ductus.spark.corpus;

import ductus.file.BadFileException;
import ductus.spark.shard.RowColumns;
import ductus.spark.shard.ShardWriter;
import ductus.corpus.PieceKind;
import ductus.corpus.shard.ShardRow;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.piece.ShardedPieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Measures what a task does, without Spark: reads the files of a folder, encodes them and writes
 * their rows, in one thread. Several at a time show what a machine's cores can give. Its arguments
 * are a folder of tunes, an empty folder and a number of rounds.
 */
public final class ReadingAlone {
  private static final String ENCODING = "melody";

  private ReadingAlone() {}

  /** Measures, and prints a line for each round. */
  public static void main(String[] arguments) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
      long begin = System.nanoTime();
      for (int from = 0; from < files.size(); from += PartList.FILES) {
        int to = Math.min(from + PartList.FILES, files.size());
        read(files.subList(from, to), Path.of(arguments[1], from + ".parquet"));
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(Locale.ROOT, "%.0f files/s%n", files.size() / seconds);
    }
  }

  private static void read(List<Path> files, Path out) throws IOException {
    PieceKind<ShardRow> kind = ShardedPieces.rows(MusicKinds.named(ENCODING));
    try (ShardWriter rows = new ShardWriter(new LocalOutputFile(out), RowColumns.of(ENCODING))) {
      for (Path file : files) {
        try {
          rows.write(kind.reader().read(file));
        } catch (BadFileException broken) {
          // Some are; to find that out is part of the work.
        }
      }
    }
  }
}
