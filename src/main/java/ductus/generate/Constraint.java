package ductus.generate;

/** Narrows the choices for the next token, beyond the encoding's own grammar. */
@FunctionalInterface
public interface Constraint {
  /**
   * Forbids tokens. A constraint that would forbid all that the grammar allows is ignored at that
   * step.
   *
   * @param tokens what was drawn so far, from the start token on; only the first {@code length}
   *     entries count; not modified
   * @param length number of tokens so far
   * @param allowed [V], entries may be set to false, never to true
   */
  void restrict(int[] tokens, int length, boolean[] allowed);
}
