package ductus.music.encoding.plan;

import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.TunePlan;
import java.util.stream.IntStream;

/**
 * The tokens of a plan, one for each bar: a new bar; then the same, moved, varied from each
 * distance.
 *
 * @param first token of a new bar
 */
public record PlanTokens(int first) {
  /** Relations but new, in the order of their tokens. */
  private static final BarRelation[] RETURNS = {
    BarRelation.SAME, BarRelation.MOVED, BarRelation.VARIED
  };

  /** Number of tokens. */
  public static final int COUNT = 1 + RETURNS.length * PlannedBar.FARTHEST;

  /** Whether a token is one of a plan. */
  public boolean contains(int token) {
    return token >= first && token < first + COUNT;
  }

  /** Whether a token of a plan may come next. */
  public boolean comesNext(boolean[] allowed) {
    return IntStream.range(first, first + COUNT).anyMatch(token -> allowed[token]);
  }

  /** The bar that a token says. */
  public PlannedBar bar(int token) {
    int number = token - first - 1;
    return token == first
        ? PlannedBar.NEW
        : new PlannedBar(RETURNS[number / PlannedBar.FARTHEST], 1 + number % PlannedBar.FARTHEST);
  }

  /** The token of a bar. */
  public int token(PlannedBar bar) {
    int token = first;
    for (int i = 0; i < RETURNS.length; i++) {
      token =
          RETURNS[i] == bar.relation() ? first + i * PlannedBar.FARTHEST + bar.distance() : token;
    }
    return token;
  }

  /** The tokens of a plan. */
  public IntStream of(TunePlan plan) {
    return plan.bars().stream().mapToInt(this::token);
  }

  /** The meaning of a token in words, such as {@code bar as 8 ago}. */
  public String describe(int token) {
    PlannedBar bar = bar(token);
    return switch (bar.relation()) {
      case NEW -> "new bar";
      case SAME -> "bar as " + bar.distance() + " ago";
      case MOVED -> "bar moved from " + bar.distance() + " ago";
      case VARIED -> "bar varied from " + bar.distance() + " ago";
    };
  }
}
