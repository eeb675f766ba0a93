package ductus.spark.survey;

import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SourceFolder;
import ductus.inspection.Tally;
import java.util.List;
import java.util.Objects;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * A look through a folder: what executors find in its files, sent to where what is the same meets.
 * What was sent is kept by Spark, so that files are read once, whatever is asked of it.
 *
 * @param <P> what of a piece goes into the figures
 * @param <T> what counts them
 */
final class FolderScan<P, T extends Tally<P, T>> {
  /** Tasks for each core, so that one that takes longer does not hold up the others. */
  private static final int TASKS_PER_CORE = 8;

  private static final int MOST_TASKS = 4096;

  private final SurveySubject<P, T> subject;
  private final JavaRDD<DeduplicatedFinding<P>> seen;

  /** Files of a look: those that the folder has, once it is listed, and those that are read. */
  record Count(LongAccumulator files, LongAccumulator read) {
    static Count in(JavaSparkContext context) {
      return new Count(context.sc().longAccumulator(), context.sc().longAccumulator());
    }
  }

  FolderScan(JavaSparkContext context, SourceFolder folder, SurveySubject<P, T> subject, Count count) {
    this.subject = subject;
    LongAccumulator files = count.files();
    LongAccumulator read = count.read();
    int tasks = Math.min(MOST_TASKS, TASKS_PER_CORE * context.defaultParallelism());
    // By their names, so that they are the same in each part also where a machine lists them again.
    JavaRDD<Notice> listed =
        context
            .parallelize(List.of(folder), 1)
            .flatMap(each -> Listing.of(each, subject::mayBe, files))
            .mapToPair(notice -> new Tuple2<>(notice.path(), notice))
            .partitionBy(new HashPartitioner(tasks))
            .values();
    seen =
        listed
            .mapPartitions(part -> new FindingReader<>(folder, subject, part, read))
            .mapToPair(finding -> new Tuple2<>(finding.place(), finding))
            .repartitionAndSortWithinPartitions(new ContentPartitioner(tasks))
            .mapPartitions(DeduplicatedFinding::of);
  }

  /**
   * Counts what is there.
   *
   * @param named most files to name of each kind
   */
  Survey<P, T> survey(int named) {
    SurveySubject<P, T> counted = subject;
    return seen.mapPartitions(part -> List.of(Survey.of(part, counted.tally(), named)).iterator())
        .treeReduce(Survey::and);
  }

  /** The pieces, each once, in no order. */
  JavaRDD<P> pieces() {
    return seen.filter(DeduplicatedFinding::isNew)
        .map(sighting -> Objects.requireNonNull(sighting.finding().piece()));
  }
}
