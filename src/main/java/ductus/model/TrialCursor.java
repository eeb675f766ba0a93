package ductus.model;

/** A cursor that can look ahead, as merged tokens need it. */
public interface TrialCursor extends Encoding.Cursor {
  /** Whether the grammar lets these tokens come next, one after the other. */
  boolean allowsAll(int[] tokens);
}
