package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.spark.SparkCluster;
import ductus.spark.SparkProvider;
import ductus.spark.TestCluster;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.class)
class CorpusOnClusterTest {
  private static final int FILES = 2_500;
  private static final int MANY_FILES = 20_000;

  /** Executors, and this program. */
  private static final int MEMBERS = 3;

  @TempDir private Path folder;

  private static CorpusOutcome make(SparkCluster cluster, String tunes, String out)
      throws ClusterException {
    return cluster
        .corpus(new CorpusRequest(tunes, "melody", out, "test"), ReadingListener.NONE, () -> false)
        .orElseThrow();
  }

  private CorpusManifest make(LocalCluster local, Path tunes, String out, Map<String, String> with)
      throws ClusterException {
    with.forEach(System::setProperty);
    try (SparkCluster cluster = connect(local)) {
      return make(cluster, tunes.toString(), folder.resolve(out).toString()).manifest();
    } finally {
      with.keySet().forEach(System::clearProperty);
    }
  }

  private static SparkCluster connect(LocalCluster local) throws ClusterException {
    return (SparkCluster) new SparkProvider().connect(local.master());
  }

  @Test
  void twoExecutorsMakeTheSameRowsAsOne(LocalCluster local) throws Exception {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, FILES);
    CorpusManifest ofOne = make(local, tunes, "ofOne", Map.of("spark.cores.max", "1"));
    CorpusManifest ofTwo = make(local, tunes, "ofTwo", Map.of("spark.cores.max", "2"));
    assertEquals(ofOne, ofTwo);
    for (String name : List.of(CorpusManifest.LEFT_OUT, CorpusManifest.DUPLICATES)) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("ofOne/" + name), folder.resolve("ofTwo/" + name)));
    }
  }

  @Test
  void knowsDuplicatesAndBrokenOnesAmongThousands(LocalCluster local) throws Exception {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, MANY_FILES);
    CorpusManifest manifest = make(local, tunes, "corpus", Map.of());
    CorpusManifest.Counts counts = manifest.counts();
    assertEquals(MANY_FILES, counts.files());
    assertEquals(GeneratedTunes.pieces(MANY_FILES), counts.pieces());
    assertEquals(GeneratedTunes.duplicates(MANY_FILES), counts.duplicates());
    assertEquals(GeneratedTunes.broken(MANY_FILES), counts.leftOut());
    assertTrue(manifest.shards().size() > 1);
  }

  /** What a program sees of itself, others do not. */
  private static String ownViewOf(Path path) {
    Path own = Path.of("/proc/self/task/" + ProcessHandle.current().pid() + "/root");
    assumeTrue(Files.isDirectory(own), "this system does not show programs themselves in /proc");
    return own + path.toString();
  }

  @Test
  void namesAFolderThatExecutorsDoNotSee(LocalCluster local) throws Exception {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, 10);
    String out = folder.resolve("corpus").toString();
    try (SparkCluster cluster = connect(local)) {
      String unseen = ownViewOf(tunes);
      ClusterException ofTunes =
          assertThrows(ClusterException.class, () -> make(cluster, unseen, out));
      assertTrue(
          String.valueOf(ofTunes.getMessage())
              .startsWith(unseen + ": executors on 127.0.0.1 cannot see it"),
          ofTunes.getMessage());
      assertFalse(Files.exists(Path.of(out)));
      ClusterException ofOut =
          assertThrows(
              ClusterException.class,
              () -> make(cluster, tunes.toString(), ownViewOf(Path.of(out))));
      assertTrue(
          String.valueOf(ofOut.getMessage())
              .contains("corpus: executors on 127.0.0.1 cannot see it"),
          ofOut.getMessage());
      assertFalse(Files.exists(Path.of(out)));
    }
  }

  /** Executors copy what is in a store to their own disks, of which one is full. */
  @Test
  void aFullDiskOfOneWorkerIsLeftToTheOther(LocalCluster local) throws Exception {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, 5 * PartList.FILES);
    Path disks = folder.resolve("disks");
    Path full = Files.createDirectories(disks.resolve("0"));
    Files.createDirectories(disks.resolve("1"));
    assumeTrue(mountFull(full), "a small disk can be mounted by root only");
    System.setProperty("spark.hadoop.fs.viewfs.mounttable.default.link./tunes", "file://" + tunes);
    System.setProperty(
        "spark.executor.extraJavaOptions", "-Djava.io.tmpdir=" + disks + "/{{EXECUTOR_ID}}");
    try (SparkCluster cluster = connect(local)) {
      AtomicInteger failures = countFailures(cluster, "No space left on device");
      while (cluster.context().sc().statusTracker().getExecutorInfos().length < MEMBERS) {
        Thread.sleep(50);
      }
      Path out = folder.resolve("corpus");
      CorpusManifest.Counts counts =
          make(cluster, "viewfs:///tunes", out.toString()).manifest().counts();
      assertTrue(failures.get() > 0, "no task met the full disk");
      assertEquals(5L * PartList.FILES, counts.files());
      assertEquals(GeneratedTunes.broken(5 * PartList.FILES), counts.leftOut());
    } finally {
      System.clearProperty("spark.hadoop.fs.viewfs.mounttable.default.link./tunes");
      System.clearProperty("spark.executor.extraJavaOptions");
      assertEquals(0, run("umount", full.toString()));
    }
  }

  private static AtomicInteger countFailures(SparkCluster cluster, String reason) {
    AtomicInteger failures = new AtomicInteger();
    cluster
        .context()
        .sc()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.reason() instanceof TaskFailedReason failed
                    && failed.toErrorString().contains(reason)) {
                  failures.incrementAndGet();
                }
              }
            });
    return failures;
  }

  /** A disk with room for no file. */
  private static boolean mountFull(Path place) throws IOException, InterruptedException {
    if (run("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", place.toString()) != 0) {
      return false;
    }
    Files.write(place.resolve("all"), new byte[4096]);
    return true;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
