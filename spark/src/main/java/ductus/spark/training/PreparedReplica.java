package ductus.spark.training;

import ductus.cluster.SharedTraining;
import ductus.cluster.SharedTraining.Replica;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A replica that is ready, or why there is none. */
final class PreparedReplica {
  private final @Nullable Replica replica;
  private final @Nullable String obstacle;

  private PreparedReplica(@Nullable Replica replica, @Nullable String obstacle) {
    this.replica = replica;
    this.obstacle = obstacle;
  }

  static PreparedReplica of(SharedTraining training) {
    try {
      return new PreparedReplica(training.prepare(), null);
    } catch (BadFileException | IOException | IllegalArgumentException wrong) {
      return new PreparedReplica(null, String.valueOf(wrong.getMessage()));
    }
  }

  Readiness readiness(String address) {
    return new Readiness(address, KernelChoice.best().name(), obstacle);
  }

  /** The replica, where {@link #readiness} names no obstacle. */
  Replica replica() {
    if (replica == null) {
      throw new IllegalStateException("there is no replica: " + obstacle);
    }
    return replica;
  }
}
