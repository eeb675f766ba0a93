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

/**
 * Begins a tune with given notes, whatever its length: the plan says of their bars what they are,
 * and the last note is not held on.
 *
 * @param plan tokens of the bars that are given whole
 * @param unlike tokens of bars that begin otherwise than the one behind them, of which a part is
 *     given: it is the same as none of them
 * @param nextTone token of the pitch that is struck first in that bar; -1 if it is open
 * @param body tokens of grid steps, in a lead sheet with the chords among them
 */
public record GivenNotesConstraint(
    List<Integer> plan, List<Integer> unlike, int nextTone, List<Integer> body)
    implements Constraint {
  public GivenNotesConstraint {
    plan = List.copyOf(plan);
    unlike = List.copyOf(unlike);
    body = List.copyOf(body);
  }

  /** The constraint that leaves the plan to others. */
  public static GivenNotesConstraint ofBody(List<Integer> opening) {
    return new GivenNotesConstraint(List.of(), List.of(), -1, body(opening));
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
    int next = whole < bars.size() ? plan.bars().get(whole).tone() : PlannedBar.NO_TONE;
    return new GivenNotesConstraint(
        MelodyVocabulary.PLAN.of(new TunePlan(plan.bars().subList(0, whole))).boxed().toList(),
        whole < bars.size() ? unlike(begun, whole, end) : List.of(),
        next == PlannedBar.NO_TONE ? -1 : MelodyVocabulary.PLAN.toneToken(next),
        body(opening));
  }

  /** What a bar is not the same as, by its steps up to an end. */
  private static List<Integer> unlike(Melody melody, int bar, int end) {
    int[] steps = MelodyEncoding.steps(melody);
    List<Bar> bars = melody.bars();
    Bar begun = bars.get(bar);
    int given = (int) (end - begun.start());
    return IntStream.rangeClosed(1, Math.min(bar, PlannedBar.FARTHEST))
        .filter(
            distance -> {
              Bar earlier = bars.get(bar - distance);
              int from = (int) earlier.start();
              return earlier.length() != begun.length()
                  || !Arrays.equals(steps, from, from + given, steps, (int) begun.start(), end);
            })
        .map(distance -> MelodyVocabulary.PLAN.relationToken(BarRelation.SAME, distance))
        .boxed()
        .toList();
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
    if (done == 0 && isPlanNext(allowed)) {
      restrictPlan(tokens, length - MelodyEncoding.PLAN, allowed);
    } else if (done < body.size()) {
      only(body.get(done), allowed);
    } else if (IntStream.range(first + body.size(), length)
        .noneMatch(t -> MelodyVocabulary.takesTime(tokens[t]))) {
      // What stands there takes no time: a change of metre, a chord.
      allowed[MelodyVocabulary.HOLD] = false;
    }
  }

  private void restrictPlan(int[] tokens, int done, boolean[] allowed) {
    if (done < plan.size()) {
      only(plan.get(done), allowed);
    } else if (done == plan.size()) {
      unlike.forEach(token -> allowed[token] = false);
    } else if (done == plan.size() + 1
        && nextTone >= 0
        && MelodyVocabulary.PLAN.relation(tokens[MelodyEncoding.PLAN + done - 1])
            != BarRelation.SAME) {
      only(nextTone, allowed);
    }
  }

  private static boolean isPlanNext(boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      if (allowed[token] && MelodyVocabulary.PLAN.contains(token)) {
        return true;
      }
    }
    return false;
  }

  /** Where the token is not allowed, all others are forbidden, which leaves the step as it was. */
  private static void only(int wanted, boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &= token == wanted;
    }
  }
}
