package ductus.ink.hand;

/** To which neighbors a drawn character may be joined without lifting the pen. */
public enum Joins {
  NONE(false, false),
  /** Its first stroke begins where a join from the character before can arrive. */
  LEFT(true, false),
  /** Its first stroke ends where a join to the next character can leave. */
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
}
