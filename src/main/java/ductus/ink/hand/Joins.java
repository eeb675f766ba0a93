package ductus.ink.hand;

/** The neighbors to which a drawn character may be joined without lifting the pen. */
public enum Joins {
  NONE(false, false),
  /** The first stroke begins where a join from the character before can arrive. */
  LEFT(true, false),
  /** The first stroke ends where a join to the next character can leave. */
  RIGHT(false, true),
  BOTH(true, true);

  private final boolean left;
  private final boolean right;

  Joins(boolean left, boolean right) {
    this.left = left;
    this.right = right;
  }

  public boolean left() {
    return left;
  }

  public boolean right() {
    return right;
  }

  /** The number that files hold: 1 for the left and 2 for the right, added up. */
  public int code() {
    return (left ? 1 : 0) + (right ? 2 : 0);
  }

  /**
   * Returns the joins of a {@link #code}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Joins ofCode(int code) {
    for (Joins joins : values()) {
      if (joins.code() == code) {
        return joins;
      }
    }
    throw new IllegalArgumentException("joins must be 0 to 3 but were " + code);
  }
}
