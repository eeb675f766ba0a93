package ductus.spark.training;

import java.io.IOException;

/** A peer cannot go on, for a reason that trying again would not change. */
final class PeerLeftException extends IOException {
  private static final long serialVersionUID = 1L;

  PeerLeftException(String reason) {
    super(reason);
  }
}
