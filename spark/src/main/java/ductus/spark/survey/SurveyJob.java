package ductus.spark.survey;

import ductus.cluster.ClusterException;
import ductus.cluster.SurveyRequest;
import ductus.spark.JobWatch;
import ductus.spark.TaskFailure;
import ductus.spark.corpus.FolderWalk;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.Sight;
import ductus.spark.corpus.SourceFolder;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.report.FolderReport;
import ductus.workbench.report.PieceSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** A folder of music, looked through by executors: what the driver does of it. */
public final class SurveyJob {
  /** Tasks for each core, so that one that takes longer does not hold up the others. */
  private static final int TASKS_PER_CORE = 8;

  private static final int MOST_TASKS = 4096;

  private final JavaSparkContext context;
  private final SurveyRequest request;
  private final ReadingListener listener;
  private final BooleanSupplier stop;
  private final SourceFolder source;

  /** Files that the folder has, once it is listed, and those that are read of them. */
  private final LongAccumulator files;

  private final LongAccumulator read;

  /**
   * A job.
   *
   * @param listener hears of files that are read
   * @param stop asked several times a second
   */
  public SurveyJob(
      JavaSparkContext context,
      SurveyRequest request,
      ReadingListener listener,
      BooleanSupplier stop) {
    this.context = context;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    source =
        SourceFolder.of(
            request.folder(),
            context.broadcast(new SerializableConfiguration(context.hadoopConfiguration())));
    files = context.sc().longAccumulator();
    read = context.sc().longAccumulator();
  }

  /**
   * Looks through the folder.
   *
   * @return empty if it was stopped
   */
  public Optional<FolderReport> run() throws ClusterException {
    JobWatch watch = new JobWatch(context, "a survey", this::show, stop);
    try (watch) {
      if (!source.isThere()) {
        throw new ClusterException(request.name() + ": no such folder");
      }
      SourceFolder seen = source;
      Sight.require(context, () -> seen.isThere() ? "" : Sight.none(seen.name()));
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      FolderReport report = survey().report(request);
      if (report.files().pieces() == 0) {
        requireFiles();
      }
      return Optional.of(report);
    } catch (ClusterException bad) {
      throw bad;
    } catch (Exception failed) { // Scala declares none of its own
      if (watch.hasStopped()) {
        return Optional.empty();
      }
      throw new ClusterException(
          "%s was not looked through: %s".formatted(request.name(), TaskFailure.of(failed)),
          failed);
    }
  }

  /** A part that is read twice, its machine being lost, counts twice here. */
  private void show() {
    int all = files.value().intValue();
    int done = Math.min(all, read.value().intValue());
    if (done > 0) {
      listener.progress(done, all);
    }
  }

  private Survey survey() {
    SourceFolder folder = source;
    LongAccumulator listing = files;
    LongAccumulator reading = read;
    int named = request.named();
    int tasks = Math.min(MOST_TASKS, TASKS_PER_CORE * context.defaultParallelism());
    // By their names, so that they are the same in each part also where a machine lists them again.
    JavaPairRDD<String, Notice> listed =
        context
            .parallelize(List.of(folder), 1)
            .flatMap(each -> Listing.of(each, listing))
            .mapToPair(notice -> new Tuple2<>(notice.path(), notice))
            .partitionBy(new HashPartitioner(tasks));
    return listed
        .values()
        .mapPartitions(part -> new FindingReader(folder, part, reading))
        .mapToPair(finding -> new Tuple2<>(finding.place(), finding))
        .repartitionAndSortWithinPartitions(new ByHash(tasks))
        .mapPartitions(sorted -> List.of(Survey.of(sorted, named)).iterator())
        .treeReduce(Survey::and);
  }

  /** Says why there is no music, where there is no file of it. */
  private void requireFiles() throws ClusterException, IOException {
    List<String> some = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    FolderWalk.Found found =
        new FolderWalk.Found() {
          @Override
          public void file(SourceFolder.Entry file) {
            if (some.isEmpty()) {
              some.add(file.path());
            }
          }

          @Override
          public void unreadable(Notice folder) {
            if (folder.path().equals(SourceFolder.TOP)) {
              closed.add(folder.text());
            }
          }
        };
    FolderWalk walk = new FolderWalk(source, PieceSummary.KIND, found);
    walk.run();
    if (some.isEmpty()) {
      String reason =
          closed.isEmpty()
              ? FolderFiles.nothingFound(PieceSummary.KIND, walk.others())
                  + "; a folder of ink is inspected without --master"
              : "the folder cannot be opened: " + closed.get(0);
      throw new ClusterException(request.name() + ": " + reason);
    }
  }
}
