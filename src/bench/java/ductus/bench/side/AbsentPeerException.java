package ductus.bench.side;

/** A peer that cannot be had here; the message says why, after its name. */
public final class AbsentPeerException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean expected;

  private AbsentPeerException(String message, boolean expected) {
    super(message);
    this.expected = expected;
  }

  /** There is no such peer for this machine. */
  static AbsentPeerException notForThisMachine(String message) {
    return new AbsentPeerException(message, true);
  }

  /** The peer is there for machines of this kind, but something went wrong. */
  static AbsentPeerException broken(String message) {
    return new AbsentPeerException(message, false);
  }

  /** Whether nothing went wrong. */
  public boolean isExpected() {
    return expected;
  }
}
