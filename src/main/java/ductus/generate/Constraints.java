package ductus.generate;

import java.util.List;

/**
 * Constraints that hold together.
 *
 * @param all in the order in which they narrow the choice
 */
public record Constraints(List<Constraint> all) {
  public Constraints {
    all = List.copyOf(all);
  }

  /**
   * Forbids the tokens that any constraint forbids; one that leaves nothing of what those before it
   * allowed is passed over.
   */
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (Constraint constraint : all) {
      boolean[] before = allowed.clone();
      constraint.restrict(tokens, length, allowed);
      if (isNone(allowed)) {
        System.arraycopy(before, 0, allowed, 0, before.length);
      }
    }
  }

  private static boolean isNone(boolean[] allowed) {
    for (boolean one : allowed) {
      if (one) {
        return false;
      }
    }
    return true;
  }

  /** Whether all constraints accept the last token. */
  public boolean accept(int[] tokens, int length) {
    for (Constraint constraint : all) {
      if (!constraint.accepts(tokens, length)) {
        return false;
      }
    }
    return true;
  }
}
