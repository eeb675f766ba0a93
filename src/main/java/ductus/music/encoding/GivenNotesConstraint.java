package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.TunePlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Begins a tune with given notes, whatever its length: the plan says of their bars what they are,
 * and the last note is not held on.
 *
 * @param plan tokens of the bars that are given whole
 * @param unlike tokens of what the bar behind them is not: the same as one that begins otherwise,
 *     or moved, where a part of it is given; either, where that would hold the last note on
 * @param body tokens of grid steps, in a lead sheet with the chords among them
 */
public record GivenNotesConstraint(List<Integer> plan, List<Integer> unlike, List<Integer> body)
    implements Constraint {
  public GivenNotesConstraint {
    plan = List.copyOf(plan);
    unlike = List.copyOf(unlike);
    body = List.copyOf(body);
  }

  /** The constraint that leaves the plan to others. */
  public static GivenNotesConstraint ofBody(List<Integer> opening) {
    return new GivenNotesConstraint(List.of(), List.of(), body(opening));
  }

  /**
   * The constraint that begins a melody as another.
   *
   * @param begun the given notes, the rest of their last bar silent
   * @param opening tokens from the start token on, up to the end of the last given note; those of a
   *     plan do not count
   */
  public static GivenNotesConstraint of(Melody begun, List<Integer> opening) {
    int end = begun.notes().get(begun.notes().size() - 1).end();
    List<Bar> bars = begun.bars();
    int whole = (int) bars.stream().filter(bar -> bar.end() <= end).count();
    TunePlan plan = TunePlan.of(begun);
    return new GivenNotesConstraint(
        MelodyVocabulary.PLAN.of(new TunePlan(plan.bars().subList(0, whole))).boxed().toList(),
        unlike(MelodyEncoding.steps(begun), bars, whole, end),
        body(opening));
  }

  /** What a bar is not, by its steps up to an end and by the onset that follows there. */
  private static List<Integer> unlike(int[] steps, List<Bar> bars, int bar, int end) {
    int given = end - (bar == 0 ? 0 : (int) bars.get(bar - 1).end());
    return IntStream.rangeClosed(1, Math.min(bar, PlannedBar.FARTHEST))
        .boxed()
        .flatMap(
            distance ->
                Stream.of(BarRelation.SAME, BarRelation.MOVED)
                    .filter(
                        relation ->
                            (relation == BarRelation.MOVED && given > 0)
                                || !beginsAs(steps, bars, bar, bar - distance, given))
                    .map(relation -> new PlannedBar(relation, distance)))
        .map(MelodyVocabulary.PLAN::token)
        .toList();
  }

  /**
   * Whether the given steps of a bar are as those of an earlier one of its length, which holds no
   * note behind them.
   */
  private static boolean beginsAs(int[] steps, List<Bar> bars, int bar, int earlier, int given) {
    Bar then = bars.get(earlier);
    int from = (int) then.start();
    if (given == 0) {
      return steps[from] != MelodyVocabulary.HOLD;
    }
    Bar now = bars.get(bar);
    int start = (int) now.start();
    return then.length() == now.length()
        && steps[from + given] != MelodyVocabulary.HOLD
        && Arrays.equals(steps, from, from + given, steps, start, start + given);
  }

  /** The tokens of an opening behind its header and plan. */
  private static List<Integer> body(List<Integer> opening) {
    return opening.stream()
        .skip(MelodyEncoding.PLAN)
        .filter(token -> !MelodyVocabulary.PLAN.contains(token))
        .toList();
  }

  /** Whether a token of a tune that was drawn was given: one of a bar's plan, or of the notes. */
  public boolean gives(int[] tokens, int t) {
    int first = MelodyEncoding.body(tokens, tokens.length);
    return t < first
        ? t >= MelodyEncoding.PLAN && t < MelodyEncoding.PLAN + plan.size()
        : t < first + body.size();
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length < MelodyEncoding.PLAN) {
      return;
    }
    int first = MelodyEncoding.body(tokens, length);
    int done = length - first;
    if (done == 0 && MelodyVocabulary.PLAN.comesNext(allowed)) {
      restrictPlan(length - MelodyEncoding.PLAN, allowed);
    } else if (done < body.size()) {
      Constraint.keep(allowed, body.get(done));
    } else if (IntStream.range(first + body.size(), length)
        .noneMatch(t -> MelodyVocabulary.takesTime(tokens[t]))) {
      // What stands there takes no time: a change of metre, a chord.
      allowed[MelodyVocabulary.HOLD] = false;
    }
  }

  private void restrictPlan(int done, boolean[] allowed) {
    if (done < plan.size()) {
      Constraint.keep(allowed, plan.get(done));
    } else if (done == plan.size()) {
      unlike.forEach(token -> allowed[token] = false);
    }
  }
}
