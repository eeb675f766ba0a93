package ductus.spark.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A standalone master and workers of one core each, as processes of this machine. */
public final class LocalCluster {
  private LocalCluster() {}

  /** The settings that a program needs to reach the cluster of a home folder; null without one. */
  public static @Nullable Path settings(Path home) {
    Path file = home.resolve("target/spark/cluster/spark-defaults.conf");
    return Files.isRegularFile(file) ? file : null;
  }
}
