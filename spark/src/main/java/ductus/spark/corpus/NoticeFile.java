package ductus.spark.corpus;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import scala.Tuple2;

/** Gathers the notices of many small files into one, sorted by path; an executor does it. */
final class NoticeFile implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CorpusSpace space;
  private final String folder;

  NoticeFile(CorpusSpace space, String folder) {
    this.space = space;
    this.folder = folder;
  }

  /** The name of a small file by its number. */
  @FunctionalInterface
  interface Names extends IntFunction<String>, Serializable {}

  /**
   * Gathers them.
   *
   * @param name of the file that they become
   * @param textName what the text of a notice is
   * @param first number of the small files; those that are missing have no notices
   * @param end number behind the last one
   * @param text of a notice, for people
   * @return how many notices there are
   */
  long write(
      JavaSparkContext context,
      String name,
      String textName,
      int first,
      int end,
      Names names,
      Function<String, String> text) {
    List<Integer> numbers = IntStream.range(first, end).boxed().toList();
    return context
        .parallelize(numbers, Math.min(numbers.size(), 2 * context.defaultParallelism()))
        .flatMap(number -> read(names.apply(number)))
        .mapToPair(notice -> new Tuple2<>(notice, true))
        .repartitionAndSortWithinPartitions(new HashPartitioner(1))
        .mapPartitions(sorted -> List.of(write(name, textName, sorted, text)).iterator())
        .collect()
        .get(0);
  }

  private Iterator<Notice> read(String name) throws IOException {
    return space.has(name)
        ? Notice.read(space.reader(name)).iterator()
        : List.<Notice>of().iterator();
  }

  private long write(
      String name,
      String textName,
      Iterator<Tuple2<Notice, Boolean>> sorted,
      Function<String, String> text)
      throws IOException {
    long[] count = {0};
    space.write(
        name,
        to -> {
          while (sorted.hasNext()) {
            Notice notice = sorted.next()._1();
            try {
              new Notice(notice.path(), text.call(notice.text())).write(to, folder, textName);
            } catch (IOException | RuntimeException failed) {
              throw failed;
            } catch (Exception undeclared) {
              throw new IllegalStateException(undeclared);
            }
            count[0]++;
          }
        });
    return count[0];
  }
}
