package ductus.spark.survey;

import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.ReadingListener;
import ductus.inspection.FolderTally;
import ductus.inspection.PieceSummary;
import ductus.inspection.Tally;
import ductus.inspection.ink.InkFigures;
import ductus.inspection.ink.InkReport;
import ductus.inspection.ink.InkSurvey;
import ductus.inspection.ink.InkTally;
import ductus.spark.JobWatch;
import ductus.spark.TaskFailure;
import ductus.spark.corpus.FolderWalk;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SharedPathCheck;
import ductus.spark.corpus.SourceFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** A folder of music or ink, looked through by executors: what the driver does of it. */
public final class SurveyJob {
  private final JavaSparkContext context;
  private final SurveyRequest request;
  private final ReadingListener listener;
  private final BooleanSupplier stop;
  private final SourceFolder source;

  /** Of the look that is taken now; shown by another thread. */
  private volatile FolderScan.Count count;

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
    count = FolderScan.Count.in(context);
  }

  /**
   * Looks through the folder.
   *
   * @return empty if it was stopped
   */
  public Optional<SurveyOutcome> run() throws ClusterException {
    JobWatch watch = new JobWatch(context, "a survey", this::show, stop);
    try (watch) {
      if (!source.isThere()) {
        throw new ClusterException(request.name() + ": no such folder");
      }
      SourceFolder seen = source;
      SharedPathCheck.require(
          context, () -> seen.isThere() ? "" : SharedPathCheck.none(seen.name()));
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      Optional<SurveyOutcome> outcome = music().or(this::ink);
      if (outcome.isEmpty()) {
        throw nothing();
      }
      return outcome;
    } catch (FolderWalk.StoppedException stopped) {
      return Optional.empty();
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
    FolderScan.Count shown = count;
    int all = shown.files().value().intValue();
    int done = Math.min(all, shown.read().value().intValue());
    if (done > 0) {
      listener.progress(done, all);
    }
  }

  private <P, T extends Tally<P, T>> FolderScan<P, T> look(SurveySubject<P, T> subject) {
    count = FolderScan.Count.in(context);
    return new FolderScan<>(context, source, subject, count);
  }

  /** Nothing where there is no file of music. */
  private Optional<SurveyOutcome> music() {
    Survey<PieceSummary, FolderTally> survey =
        look(new MusicSurveySubject()).survey(request.named());
    String folder = request.name();
    return survey.hasFiles()
        ? Optional.of(
            new SurveyOutcome.Music(
                survey.tally().report(folder, survey.same(folder), survey.unread(folder))))
        : Optional.empty();
  }

  /** Nothing where there is no file of ink. */
  private Optional<SurveyOutcome> ink() {
    FolderScan<InkFigures, InkTally> look = look(new InkSurveySubject());
    Survey<InkFigures, InkTally> survey = look.survey(request.named());
    if (!survey.hasFiles()) {
      return Optional.empty();
    }
    String folder = request.name();
    InkTally tally = survey.tally();
    InkReport report =
        tally.report(folder, InkMedians.of(look.pieces(), tally), survey.unread(folder));
    List<Path> first =
        tally.first().stream().map(path -> Path.of(Notice.whole(folder, path))).toList();
    return Optional.of(new SurveyOutcome.Ink(new InkSurvey(report, first)));
  }

  /** Why there is neither; goes through the folder once more. */
  private ClusterException nothing() throws IOException {
    FolderWalk.Found nobody =
        new FolderWalk.Found() {
          @Override
          public void file(SourceFolder.Entry file) {}

          @Override
          public void unreadable(Notice folder) {}
        };
    FolderWalk walk = new FolderWalk(source, PieceSummary.KIND::matches, nobody, stop);
    walk.run();
    return new ClusterException(
        request.name()
            + ": "
            + walk.nothingFound(PieceSummary.KIND)
            + (walk.others() > 0 ? "; nor is there ink in it" : ""));
  }
}
