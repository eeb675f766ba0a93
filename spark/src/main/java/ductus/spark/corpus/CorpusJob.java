package ductus.spark.corpus;

import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.Sha256;
import ductus.inspection.FolderReport;
import ductus.spark.JobWatch;
import ductus.spark.TaskFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** A folder of pieces to a sharded corpus: what the driver does of it. */
public final class CorpusJob {
  private static final int TASKS_PER_CORE = 4;

  private final JavaSparkContext context;
  private final CorpusRequest request;
  private final ReadingListener listener;
  private final BooleanSupplier stop;
  private final SourceFolder source;
  private final StagedCorpusFolder space;

  /**
   * A job.
   *
   * @param listener hears of the tasks that read the folder
   * @param stop asked several times a second
   */
  public CorpusJob(
      JavaSparkContext context,
      CorpusRequest request,
      ReadingListener listener,
      BooleanSupplier stop) {
    this.context = context;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    source = SourceFolder.of(request.folder(), conf);
    space = new StagedCorpusFolder(request.out(), conf);
  }

  /**
   * Makes the corpus, or goes on with it.
   *
   * @return empty if it was stopped
   */
  public Optional<CorpusOutcome> run() throws ClusterException {
    PartReading reading = new PartReading(source, space, request.encoding());
    PartWaves waves = new PartWaves(context, reading);
    JobWatch watch = new JobWatch(context, "a corpus", () -> waves.show(listener), stop);
    try (watch;
        waves) {
      requirePlace();
      JobState state = begin();
      SharedPathCheck.require(context, reading::unseen);
      CorpusOutcome outcome = run(state, waves);
      space.removeWork();
      return Optional.of(outcome);
    } catch (FolderWalk.StoppedException stopped) {
      tidy();
      return Optional.empty();
    } catch (ClusterException bad) {
      tidy();
      throw bad;
    } catch (Exception failed) { // Scala declares none of its own
      tidy();
      if (watch.hasStopped()) {
        return Optional.empty();
      }
      throw new ClusterException(
          "the corpus was not finished: %s; what is done stays in %s, and the same command goes on"
              .formatted(TaskFailure.of(failed), space.name()),
          failed);
    }
  }

  private void requirePlace() throws ClusterException, IOException {
    if (!source.isThere()) {
      throw new ClusterException(source.name() + ": no such folder");
    }
    if (space.has(CorpusManifest.FILE)) {
      throw new ClusterException(space.name() + ": holds a corpus already; choose another --out");
    }
    if (!space.has(StagedCorpusFolder.WORK) && !space.isEmpty()) {
      throw new ClusterException(
          space.name()
              + ": must be a new or empty folder but has other files; choose another --out");
    }
  }

  /** What was begun, unless it was stopped before all was listed; else it begins now. */
  private JobState begin() throws ClusterException, IOException {
    JobState state = new JobState(request, RowKind.of(request.encoding()).version());
    if (space.has(StagedCorpusFolder.STATE)) {
      JobState begun = space.readJson(StagedCorpusFolder.STATE, JobState.class);
      if (!begun.equals(state)) {
        throw new ClusterException(
            "%s: holds an unfinished corpus of %s, encoding %s, by version %s of Ductus; choose another --out, or delete it"
                .formatted(
                    space.name(),
                    begun.request().folder(),
                    begun.request().encoding(),
                    begun.request().program()));
      }
      if (space.has(StagedCorpusFolder.LISTED)) {
        return begun;
      }
    }
    space.removeWork();
    space.writeJson(StagedCorpusFolder.STATE, state);
    return state;
  }

  /** The list of the folder, whose first parts are read while others are still listed. */
  private PartList.Listed list(PartWaves waves) throws ClusterException, IOException {
    if (space.has(StagedCorpusFolder.LISTED)) {
      return space.readJson(StagedCorpusFolder.LISTED, PartList.Listed.class);
    }
    PieceKind<?> files = RowKind.of(request.encoding()).files();
    PartList.Listed listed = PartList.write(source, files, space, waves::listed, stop);
    space.writeJson(StagedCorpusFolder.LISTED, listed);
    return listed;
  }

  private CorpusOutcome run(JobState state, PartWaves waves) throws ClusterException, IOException {
    PartList.Listed listed = list(waves);
    waves.finish(listed.parts());
    List<ShardMaking.Done> shards = shards(listed);
    long leftOut =
        new NoticeFiles(space, source.name()).write(context, listed.parts(), listed.shards());
    CorpusManifest manifest = manifest(state, shards, leftOut);
    space.writeJson(CorpusManifest.FILE, manifest);
    return new CorpusOutcome(manifest, firstLeftOut());
  }

  private List<ShardMaking.Done> shards(PartList.Listed listed) throws IOException {
    int count = listed.shards();
    BitSet done = new BitSet(count);
    for (int i = 0; i < count; i++) {
      done.set(i, space.has(StagedCorpusFolder.done(i)));
    }
    ShardMaking making = new ShardMaking(space, request.encoding(), count, done);
    // A task has a file for each shard; what was read of a part is read again in no time.
    int tasks = TASKS_PER_CORE * context.defaultParallelism();
    return JavaPairRDD.fromJavaRDD(
            PartWaves.parts(context, 0, listed.parts(), tasks).flatMap(making::rows))
        .repartitionAndSortWithinPartitions(new ShardMaking.ToShard(count))
        .mapPartitionsWithIndex(
            (number, rows) -> List.of(making.make(number, rows)).iterator(), false)
        .collect();
  }

  private CorpusManifest manifest(JobState state, List<ShardMaking.Done> shards, long leftOut) {
    long duplicates = shards.stream().mapToLong(ShardMaking.Done::duplicates).sum();
    long pieces = shards.stream().mapToLong(each -> each.shard().rows()).sum();
    long tokens = shards.stream().mapToLong(ShardMaking.Done::tokens).sum();
    String digests =
        shards.stream().map(each -> each.shard().sha256() + "\n").collect(Collectors.joining());
    return new CorpusManifest(
        CorpusManifest.FORMAT,
        request.encoding(),
        state.encodingVersion(),
        request.folder(),
        request.program(),
        new CorpusManifest.Counts(
            pieces + duplicates + leftOut, pieces, duplicates, leftOut, tokens),
        Sha256.hex(digests.getBytes(StandardCharsets.US_ASCII)),
        shards.stream().map(ShardMaking.Done::shard).toList());
  }

  private List<FolderReport.Unread> firstLeftOut() throws IOException {
    List<FolderReport.Unread> first = new ArrayList<>();
    try (BufferedReader lines = space.reader(CorpusManifest.LEFT_OUT)) {
      for (String line = lines.readLine();
          line != null && first.size() < CorpusOutcome.NAMED;
          line = lines.readLine()) {
        Map.Entry<String, String> read = Notice.readable(line, "reason");
        first.add(new FolderReport.Unread(read.getKey(), read.getValue()));
      }
    }
    return first;
  }

  /** Leaves nothing behind where nothing was read. */
  private void tidy() {
    try {
      if (space.has(StagedCorpusFolder.WORK) && !space.has(StagedCorpusFolder.READ)) {
        space.removeWork();
      }
      if (!space.has(StagedCorpusFolder.WORK)) {
        space.removeIfEmpty();
      }
    } catch (IOException unreachable) {
      // The first failure says more.
    }
  }
}
