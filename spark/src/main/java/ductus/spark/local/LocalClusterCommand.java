package ductus.spark.local;

import ductus.cluster.ClusterException;
import ductus.file.Home;
import ductus.file.Reasons;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** {@code ./ductus spark cluster start|stop}, as the launcher calls it. */
public final class LocalClusterCommand {
  /** Spark's own choice for masters. */
  private static final int PORT = 7077;

  private static final int WORKERS = 2;

  /** Of this machine's memory, each worker gets this part, but not more than that. */
  private static final int PART = 4;

  private static final long MOST_MEGABYTES = 16 << 10;
  private static final long LEAST_MEGABYTES = 1 << 10;

  private LocalClusterCommand() {}

  /** Starts or stops the cluster and ends the process. */
  public static void main(String[] arguments) {
    int status = 0;
    try {
      System.out.println(arguments[0].equals("start") ? start() : stop());
    } catch (IOException e) {
      System.err.println("ductus: " + complaint(e));
      status = 1;
    }
    System.exit(status);
  }

  private static String complaint(IOException failure) {
    return failure instanceof FileSystemException file
        ? file.getFile() + ": " + Reasons.of(file)
        : Reasons.of(failure);
  }

  private static String start() throws ClusterException, IOException {
    Path folder = LocalCluster.folder(Home.folder());
    if (LocalCluster.isRunning(folder)) {
      return "A cluster is running already; './ductus spark cluster stop' ends it";
    }
    Path sparkHome = Home.folder().resolve("target").resolve("spark");
    int megabytes = megabytes();
    String master = LocalCluster.start(sparkHome, folder, PORT, WORKERS, megabytes).master();
    return String.format(
        Locale.ROOT,
        "A master and %d workers with one core and %d MB each, on this machine only: --master %s",
        WORKERS,
        megabytes,
        master);
  }

  private static String stop() throws IOException {
    return LocalCluster.stop(LocalCluster.folder(Home.folder()))
        ? "The cluster is stopped"
        : "No cluster is running";
  }

  private static int megabytes() {
    long all =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() >> 20
            : 0;
    return (int) Math.min(MOST_MEGABYTES, Math.max(LEAST_MEGABYTES, all / PART));
  }
}
