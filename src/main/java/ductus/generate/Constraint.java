package ductus.generate;

import java.util.function.IntPredicate;

/**
 * Narrows the choices for the next token, beyond the encoding's own grammar. One that remembers
 * what it saw must cope with several sequences that are drawn side by side.
 */
@FunctionalInterface
public interface Constraint {
  /**
   * Forbids tokens that may not come next. A constraint that would forbid all that the grammar
   * allows is ignored at that step.
   *
   * @param tokens what was drawn so far, from the start token on; only the first {@code length}
   *     entries count; not modified
   * @param length number of tokens so far
   * @param allowed [V], entries may be set to false, never to true
   */
  void restrict(int[] tokens, int length, boolean[] allowed);

  /**
   * Whether a token that was drawn may stay. One that is turned down is drawn again, as long as
   * others are left; where all would be turned down, the first one stays.
   *
   * @param tokens what was drawn so far, that token the last; only the first {@code length} entries
   *     count; not modified
   * @param length number of tokens with it
   */
  default boolean accepts(int[] tokens, int length) {
    return true;
  }

  /**
   * Forbids all tokens but some of those that are allowed.
   *
   * @param allowed [V], modified
   */
  static void keep(boolean[] allowed, IntPredicate wanted) {
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] = allowed[token] && wanted.test(token);
    }
  }

  /**
   * Forbids all tokens but one; all, where that is not allowed.
   *
   * @param allowed [V], modified
   */
  static void keep(boolean[] allowed, int wanted) {
    keep(allowed, token -> token == wanted);
  }
}
