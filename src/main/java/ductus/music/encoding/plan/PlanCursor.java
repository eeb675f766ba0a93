package ductus.music.encoding.plan;

import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import java.util.ArrayList;
import java.util.List;

/** The grammar of a plan: for each bar its relation and, unless it is the same, its tone. */
public final class PlanCursor {
  private final PlanTokens tokens;
  private final List<PlannedBar> bars = new ArrayList<>();
  private int wanted;

  /** Token of the relation that still lacks its tone; -1 where none does. */
  private int begun = -1;

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

  /** Whether the tone of a bar comes next. */
  public boolean wantsTone() {
    return begun >= 0;
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

  /** Number of bars that are planned wholly. */
  public int size() {
    return bars.size();
  }

  /** What was planned of a bar, from 0. */
  public PlannedBar bar(int number) {
    return bars.get(number);
  }

  /** The relation of the bar whose tone comes next. */
  public BarRelation begunRelation() {
    return tokens.relation(begun);
  }

  /** The distance, in bars, of the bar whose tone comes next. */
  public int begunDistance() {
    return tokens.distance(begun);
  }

  /** Whether a token comes next. */
  public boolean allows(int token) {
    if (isWhole()) {
      return false;
    }
    return wantsTone()
        ? tokens.isTone(token)
        : tokens.isRelation(token) && tokens.distance(token) <= bars.size();
  }

  /** Moves past a token that is allowed. */
  public void accept(int token) {
    if (tokens.isTone(token)) {
      bars.add(new PlannedBar(begunRelation(), begunDistance(), tokens.tone(token)));
      begun = -1;
    } else if (tokens.relation(token) == BarRelation.SAME) {
      int distance = tokens.distance(token);
      bars.add(new PlannedBar(BarRelation.SAME, distance, bars.get(bars.size() - distance).tone()));
    } else {
      begun = token;
    }
  }
}
