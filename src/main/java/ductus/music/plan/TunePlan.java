package ductus.music.plan;

import ductus.music.Melody;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a tune.
 *
 * <p>Of the bars that one may return from it names that which leads to the strongest relation; of
 * several the one that the bar before it went back to as far, else the one from which most of the
 * following bars return as well, else the nearest. So a strain that comes back does so from one
 * place. The last bar of those that return from one distance counts as varied, be it the same or
 * not: there a strain leads on or ends, which is decided with its notes.
 *
 * @param bars one for each of the tune
 */
public record TunePlan(List<PlannedBar> bars) {
  /** Relations from the weakest to the strongest. */
  private static final List<BarRelation> BY_STRENGTH =
      List.of(BarRelation.NEW, BarRelation.VARIED, BarRelation.MOVED, BarRelation.SAME);

  public TunePlan {
    bars = List.copyOf(bars);
  }

  /** Finds the plan of a tune. */
  public static TunePlan of(Melody melody) {
    return of(melody, 0, 0);
  }

  /**
   * Finds the plan of a tune some of whose bars are to be written anew: they are new, and no other
   * bar returns from them.
   *
   * @param from the first of these bars, from 0
   * @param to behind the last of them
   */
  public static TunePlan of(Melody melody, int from, int to) {
    BarSteps steps = new BarSteps(melody, bar -> bar >= from && bar < to);
    List<PlannedBar> bars = new ArrayList<>(steps.count());
    int before = 0;
    for (int bar = 0; bar < steps.count(); bar++) {
      int distance = distance(steps, bar, before);
      BarRelation relation = relation(steps, bar, distance);
      bars.add(relation == BarRelation.NEW ? PlannedBar.NEW : new PlannedBar(relation, distance));
      before = bars.get(bar).distance();
    }
    for (int bar = 0; bar < bars.size(); bar++) {
      if (bars.get(bar).relation() == BarRelation.SAME && isEndOfReturn(bars, bar)) {
        bars.set(bar, new PlannedBar(BarRelation.VARIED, bars.get(bar).distance()));
      }
    }
    return new TunePlan(bars);
  }

  /** Whether the next bar does not return from as far. */
  private static boolean isEndOfReturn(List<PlannedBar> bars, int bar) {
    return bar + 1 == bars.size() || bars.get(bar + 1).distance() != bars.get(bar).distance();
  }

  /** How many bars to go back from a bar; any number where it is new. */
  private static int distance(BarSteps steps, int bar, int before) {
    int best = before;
    int strength = strength(steps, bar, before);
    int run = Integer.MAX_VALUE;
    for (int distance = 1; distance <= Math.min(bar, PlannedBar.FARTHEST); distance++) {
      int other = strength(steps, bar, distance);
      if (other > strength || (other == strength && other > 0 && run(steps, bar, distance) > run)) {
        best = distance;
        strength = other;
        run = run(steps, bar, distance);
      }
    }
    return best;
  }

  /** How many bars in a row return from so many bars earlier. */
  private static int run(BarSteps steps, int bar, int distance) {
    int run = 0;
    while (bar + run < steps.count() && strength(steps, bar + run, distance) > 0) {
      run++;
    }
    return run;
  }

  private static int strength(BarSteps steps, int bar, int distance) {
    return BY_STRENGTH.indexOf(relation(steps, bar, distance));
  }

  private static BarRelation relation(BarSteps steps, int bar, int distance) {
    return distance == 0 || distance > bar ? BarRelation.NEW : steps.relation(bar, bar - distance);
  }
}
