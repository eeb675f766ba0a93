package ductus.cluster;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A cluster that cannot be reached or did not do its work; the message is one line for people. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates a complaint that says what is wrong, where, and what to do. */
  public ClusterException(String message) {
    super(message);
  }

  /** Creates a complaint that says what is wrong, and what it came from. */
  public ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
