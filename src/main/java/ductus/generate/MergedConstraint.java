package ductus.generate;

import ductus.model.Encoding;
import ductus.model.Merges;
import java.util.Arrays;
import java.util.List;

/**
 * Holds merged tokens to constraints that know the tokens without merges only: each token of a run
 * is judged in turn, as if it were drawn by itself.
 */
public final class MergedConstraint implements Constraint {
  private final Encoding<?> plain;
  private final Merges merges;
  private final Constraints constraints;

  /**
   * Creates one constraint in place of several.
   *
   * @param plain encoding without merges
   * @param constraints on its tokens
   */
  public MergedConstraint(Encoding<?> plain, Merges merges, List<Constraint> constraints) {
    this.plain = plain;
    this.merges = merges;
    this.constraints = new Constraints(constraints);
  }

  /**
   * Forbids merged tokens by the first token of each run; the others are judged only where that run
   * is drawn.
   */
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    boolean[] first = Arrays.copyOf(allowed, plain.vocabularySize());
    int[] all = merges.unmerge(tokens, length);
    constraints.restrict(all, all.length, first);
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &= first[merges.first(token)];
    }
  }

  @Override
  public boolean accepts(int[] tokens, int length) {
    int[] all = merges.unmerge(tokens, length);
    int begun = all.length - merges.runLength(tokens[length - 1]);
    if (!constraints.accept(all, begun + 1)) {
      return false;
    }
    if (begun + 1 == all.length) {
      return true;
    }
    Encoding.Cursor cursor = plain.cursor();
    for (int t = 0; t <= begun; t++) {
      cursor.accept(all[t]);
    }
    boolean[] allowed = new boolean[plain.vocabularySize()];
    for (int t = begun + 1; t < all.length; t++) {
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraints.restrict(all, t, allowed);
      if (!allowed[all[t]] || !constraints.accept(all, t + 1)) {
        return false;
      }
      cursor.accept(all[t]);
    }
    return true;
  }
}
