package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.plan.TunePlan;
import java.util.List;

/**
 * Begins a tune with given notes, whatever its length: the plan says of their bars what they are,
 * and the last note is not held on.
 *
 * @param plan tokens of the bars that are given whole
 * @param body tokens of grid steps, in a lead sheet with the chords among them
 */
public record GivenNotesConstraint(List<Integer> plan, List<Integer> body) implements Constraint {
  public GivenNotesConstraint {
    plan = List.copyOf(plan);
    body = List.copyOf(body);
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
        body(opening));
  }

  /** The tokens of an opening behind its header and plan. */
  public static List<Integer> body(List<Integer> opening) {
    return opening.stream()
        .skip(MelodyEncoding.PLAN)
        .filter(token -> !MelodyVocabulary.PLAN.contains(token))
        .toList();
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length < MelodyEncoding.PLAN) {
      return;
    }
    int done = length - MelodyEncoding.body(tokens, length);
    if (done == 0 && isPlanNext(allowed)) {
      int planned = length - MelodyEncoding.PLAN;
      if (planned < plan.size()) {
        only(plan.get(planned), allowed);
      }
    } else if (done < body.size()) {
      only(body.get(done), allowed);
    } else if (done == body.size()) {
      allowed[MelodyVocabulary.HOLD] = false;
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
