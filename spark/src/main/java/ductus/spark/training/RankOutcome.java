package ductus.spark.training;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a rank came to.
 *
 * @param progress of the run as JSON; null where it failed
 * @param failure why it failed, in a line; null where it did not
 * @param isOwn whether the failure is its own, not that of a peer who left
 */
record RankOutcome(@Nullable String progress, @Nullable String failure, boolean isOwn)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
