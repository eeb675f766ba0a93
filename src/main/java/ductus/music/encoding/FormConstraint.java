package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.music.encoding.plan.PlanCursor;
import ductus.music.encoding.plan.PlanTokens;
import ductus.music.plan.BarRelation;
import ductus.music.plan.Form;
import java.util.List;

/**
 * Holds the plan of a tune to a form. Its length is so many times the bars of a strain, a pickup
 * before it at most; a strain that returns does so bar by bar, but for its last bar, which may lead
 * on differently.
 *
 * @param form of the whole tune
 */
public record FormConstraint(Form form) implements Constraint {
  /** Lengths of strains, in bars, are multiples of this where the length is open. */
  private static final int PHRASE = 4;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    int count = form.strains().size();
    if (length == MelodyEncoding.LENGTH_SLOT) {
      Constraint.keep(
          allowed,
          token -> {
            int bars = MelodyVocabulary.bars(token);
            return bars >= count * PHRASE && (bars - pickup(bars, count)) % (count * PHRASE) == 0;
          });
      return;
    }
    if (length < MelodyEncoding.PLAN || !MelodyVocabulary.PLAN.comesNext(allowed)) {
      return;
    }
    int bars = MelodyVocabulary.bars(tokens[MelodyEncoding.LENGTH_SLOT]);
    PlanCursor plan = new PlanCursor(MelodyVocabulary.PLAN);
    plan.begin(bars);
    for (int t = MelodyEncoding.PLAN; t < length; t++) {
      plan.accept(tokens[t]);
    }
    int bar = plan.size() - pickup(bars, count);
    if (bar >= 0) {
      restrict(bar, bars / count, allowed);
    }
  }

  /**
   * Narrows the relation of a bar.
   *
   * @param bar number, a pickup not counted
   * @param strainLength in bars
   */
  private void restrict(int bar, int strainLength, boolean[] allowed) {
    PlanTokens plan = MelodyVocabulary.PLAN;
    List<Form.Strain> strains = form.strains();
    int number = Math.min(bar / strainLength, strains.size() - 1);
    Form.Strain strain = strains.get(number);
    int place = bar - number * strainLength;
    if (strain.isNew()) {
      if (place == 0 && number > 0) {
        Constraint.keep(allowed, token -> plan.bar(token).relation() != BarRelation.SAME);
      }
      return;
    }
    int distance = (number - strain.returnsFrom()) * strainLength;
    boolean free = strain.varied() || place == strainLength - 1;
    Constraint.keep(
        allowed,
        token ->
            plan.bar(token).distance() == distance
                && (free || plan.bar(token).relation() == BarRelation.SAME));
  }

  /** Bars before the first strain. */
  private static int pickup(int bars, int strains) {
    return strains > 1 && bars % strains == 1 ? 1 : 0;
  }
}
