package ductus.music.encoding.plan;

import ductus.music.plan.PlannedBar;
import java.util.ArrayList;
import java.util.List;

/** The grammar of a plan, a token for each bar, and what a whole plan says. */
public final class PlanCursor {
  private final PlanTokens tokens;
  private final List<PlannedBar> bars = new ArrayList<>();
  private int wanted;

  /** A cursor before the plan of no bars. */
  public PlanCursor(PlanTokens tokens) {
    this.tokens = tokens;
  }

  /** Begins the plan of so many bars. */
  public void begin(int count) {
    wanted = count;
  }

  /** Whether all bars are planned. */
  public boolean isWhole() {
    return bars.size() == wanted;
  }

  /** Number of bars that are planned. */
  public int size() {
    return bars.size();
  }

  /** What was planned of a bar, from 0. */
  public PlannedBar bar(int number) {
    return bars.get(number);
  }

  /**
   * Whether a whole plan ends with a bar, or with one that returns from it: then it has the tune's
   * last cadence.
   */
  public boolean isLast(int number) {
    int last = wanted - 1;
    while (last > number && bars.get(last).distance() > 0) {
      last -= bars.get(last).distance();
    }
    return last == number;
  }

  /**
   * How many bars of a whole plan, from one on and with it, are new or return from one distance: so
   * far it is to the end of a phrase.
   *
   * @param most more are as many
   */
  public int phraseLeft(int number, int most) {
    int left = 1;
    while (left < most
        && number + left < wanted
        && bars.get(number + left).distance() == bars.get(number).distance()) {
      left++;
    }
    return left;
  }

  /** Whether a token comes next: a bar returns from one that there is. */
  public boolean allows(int token) {
    return !isWhole() && tokens.contains(token) && tokens.bar(token).distance() <= bars.size();
  }

  /** Moves past a token that is allowed. */
  public void accept(int token) {
    bars.add(tokens.bar(token));
  }
}
