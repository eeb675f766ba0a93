package ductus.spark.local;

import ductus.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;

/**
 * A standalone master and workers of one core each, as processes of this machine, reached by its
 * loopback address only, with authentication and encryption. They go on when the program that
 * started them ends, until they are {@link #stop stopped}.
 *
 * <p>Its folder holds the settings that a program needs to reach it ({@code spark-defaults.conf},
 * with the secret, so for its owner's eyes only), the logs, the processes, and the executors'
 * folders.
 */
public final class LocalCluster {
  /** Processes that do nothing but keep the books need little. */
  private static final String DAEMON_MEMORY = "-Xmx512m";

  private final Path folder;
  private final String master;
  private final List<Daemon> workers;

  private LocalCluster(Path folder, String master, List<Daemon> workers) {
    this.folder = folder;
    this.master = master;
    this.workers = List.copyOf(workers);
  }

  /** Where the cluster of a project's folder is. */
  public static Path folder(Path home) {
    return home.resolve("target").resolve("spark").resolve("cluster");
  }

  /** The settings to reach the cluster of a project's folder; null where none was started. */
  public static @Nullable Path settings(Path home) {
    Path file = settingsIn(folder(home));
    return Files.isRegularFile(file) ? file : null;
  }

  /**
   * Starts a cluster, in place of one that was started in the same folder.
   *
   * @param sparkHome the folder above Spark's {@code jars}
   * @param folder what is in it is deleted first
   * @param port of the master; 0 for any that is free
   * @param workers 1 or more
   * @param megabytes memory of each worker, which is that of its executor
   * @throws ClusterException if a process does not come up; then none is left
   */
  public static LocalCluster start(
      Path sparkHome, Path folder, int port, int workers, int megabytes)
      throws IOException, ClusterException {
    stop(folder);
    if (Files.exists(folder)) {
      PathUtils.deleteDirectory(folder);
    }
    Files.createDirectories(folder);
    Path settings = settingsIn(folder);
    LocalSettings.write(settings, megabytes);
    DaemonStart daemons = new DaemonStart(sparkHome, folder, DAEMON_MEMORY);
    try {
      Daemon first =
          daemons.start(
              "master",
              "org.apache.spark.deploy.master.Master",
              List.of("--port", String.valueOf(port), "--webui-port", "0"));
      String master = first.await("Starting Spark master at (spark://\\S+)");
      first.await("(I have been elected leader)");
      LocalSettings.add(settings, "spark.master", master);
      List<Daemon> others = new ArrayList<>();
      for (int worker = 1; worker <= workers; worker++) {
        others.add(
            daemons.start(
                "worker-" + worker,
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                    "--port",
                    "0",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    megabytes + "m",
                    "--work-dir",
                    folder.resolve("work").toString(),
                    master)));
      }
      for (Daemon worker : others) {
        worker.await("(Successfully registered with master)");
      }
      return new LocalCluster(folder, master, others);
    } catch (IOException | RuntimeException e) {
      stop(folder);
      throw e;
    }
  }

  /**
   * Ends the processes of the cluster in this folder, and their executors.
   *
   * @return whether there were any
   */
  public static boolean stop(Path folder) throws IOException {
    Files.deleteIfExists(settingsIn(folder));
    return ProcessList.in(folder).end();
  }

  /** Whether a cluster that was started in this folder is still there. */
  public static boolean isRunning(Path folder) throws IOException {
    return Files.isRegularFile(settingsIn(folder)) && ProcessList.in(folder).isAnyAlive();
  }

  /** The master's address. */
  public String master() {
    return master;
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The executors that are at work, in no order. */
  public Stream<ProcessHandle> executors() {
    return workers.stream().flatMap(worker -> worker.process().children());
  }

  static Path settingsIn(Path folder) {
    return folder.resolve("spark-defaults.conf");
  }
}
