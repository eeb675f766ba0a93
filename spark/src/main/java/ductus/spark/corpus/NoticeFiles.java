package ductus.spark.corpus;

import ductus.corpus.shard.CorpusManifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Gathers the notices of many small files into the two that a corpus has, sorted by path; executors
 * do it.
 */
final class NoticeFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEFT_OUT = 0;
  private static final int DUPLICATES = 1;

  private final StagedCorpusFolder space;
  private final String folder;

  /**
   * Of a corpus.
   *
   * @param folder that was read, for whole paths
   */
  NoticeFiles(StagedCorpusFolder space, String folder) {
    this.space = space;
    this.folder = folder;
  }

  /** A notice of one of the files. */
  private record Line(int file, Notice notice) implements Comparable<Line>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Line other) {
      return file == other.file
          ? notice.compareTo(other.notice)
          : Integer.compare(file, other.file);
    }
  }

  /**
   * Writes {@value CorpusManifest#LEFT_OUT} and {@value CorpusManifest#DUPLICATES}.
   *
   * @param parts of the list
   * @return how many inputs were left out
   */
  long write(JavaSparkContext context, int parts, int shards) {
    List<Integer> numbers = IntStream.range(PartList.OF_FOLDERS, parts + shards).boxed().toList();
    return context
        .parallelize(numbers, Math.min(numbers.size(), context.defaultParallelism()))
        .flatMapToPair(
            number ->
                number < parts
                    ? lines(LEFT_OUT, StagedCorpusFolder.refused(number))
                    : lines(DUPLICATES, StagedCorpusFolder.repeated(number - parts)))
        .repartitionAndSortWithinPartitions(new ByFile())
        .mapPartitionsWithIndex((file, lines) -> List.of(write(file, lines)).iterator(), false)
        .collect()
        .get(LEFT_OUT);
  }

  private Iterator<Tuple2<Line, Boolean>> lines(int file, String name) throws IOException {
    return notices(name).stream()
        .map(notice -> new Tuple2<>(new Line(file, notice), true))
        .iterator();
  }

  /** None where there is no such file. */
  private List<Notice> notices(String name) throws IOException {
    if (!space.has(name)) {
      return List.of();
    }
    try (BufferedReader notices = space.reader(name)) {
      return Notice.read(notices);
    }
  }

  private long write(int file, Iterator<Tuple2<Line, Boolean>> sorted) throws IOException {
    long[] count = {0};
    space.write(
        file == LEFT_OUT ? CorpusManifest.LEFT_OUT : CorpusManifest.DUPLICATES,
        to -> {
          while (sorted.hasNext()) {
            Notice notice = sorted.next()._1().notice();
            if (file == LEFT_OUT) {
              notice.write(to, folder, "reason");
            } else {
              new Notice(notice.path(), Notice.whole(folder, notice.text()))
                  .write(to, folder, "original");
            }
            count[0]++;
          }
        });
    return count[0];
  }

  private static final class ByFile extends Partitioner {
    private static final long serialVersionUID = 1L;

    @Override
    public int numPartitions() {
      return 2;
    }

    @Override
    public int getPartition(Object line) {
      return ((Line) line).file();
    }
  }
}
