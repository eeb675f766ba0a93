package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.verb.Manner;
import ductus.task.translation.german.verb.Tense;
import java.util.List;
import java.util.Set;

/** Draws when and how something happens, so that adverbs go with tenses. */
record TimingDraw(SentenceVocabulary vocabulary, Dice dice) {
  private static final TextPair LIKING = new TextPair("", "gern");

  /**
   * Draws a timing.
   *
   * @param flags of the verb
   * @param wilful whether somebody does it who can want to
   */
  Timing draw(Set<String> flags, boolean wilful) {
    if (flags.contains("presentonly")) {
      return Timing.of(Tense.PRESENT);
    }
    boolean state = flags.contains("stative");
    boolean moment = flags.contains("noprogress");
    int kind = dice.below(100);
    if (kind < 20) {
      return state ? Timing.of(Tense.PRESENT) : habit();
    }
    if (kind < 38) {
      return state || moment ? past(Tense.PAST) : progressive();
    }
    if (kind < 60) {
      return past(Tense.PAST);
    }
    if (kind < 68) {
      return Timing.of(state ? Tense.PRESENT : Tense.PERFECT);
    }
    if (kind < 75 && wilful && !state && !moment) {
      return new Timing(Tense.LIKING, LIKING, Clause.NOTHING, false);
    }
    return wilful && !flags.contains("nomodal") ? modal() : future();
  }

  private Timing habit() {
    if (dice.percent(35)) {
      return with(Tense.PRESENT, "habit", "middle", 100);
    }
    return with(Tense.PRESENT, "habit", dice.percent(50) ? "front" : "end", 50);
  }

  private Timing progressive() {
    return dice.percent(30)
        ? with(Tense.PROGRESSIVE, "future", place(), 100)
        : with(Tense.PROGRESSIVE, "present", place(), 45);
  }

  private Timing past(Manner manner) {
    return with(manner, "past", dice.percent(5) ? "middle" : place(), 60);
  }

  private Timing modal() {
    if (dice.percent(20)) {
      return past(dice.one(vocabulary.manners().past()));
    }
    return with(dice.one(vocabulary.manners().present()), "future", place(), 45);
  }

  private Timing future() {
    boolean will = dice.percent(60);
    List<Manner> manners = vocabulary.manners().future();
    return with(manners.get(will ? 0 : 1), "future", place(), 60);
  }

  private String place() {
    return dice.percent(50) ? "front" : "end";
  }

  private Timing with(Manner manner, String tense, String place, int share) {
    if (!dice.percent(share)) {
      return Timing.of(manner);
    }
    TextPair words = dice.one(vocabulary.times(tense, place));
    return place.equals("middle")
        ? new Timing(manner, words, Clause.NOTHING, false)
        : new Timing(manner, Clause.NOTHING, words, place.equals("front"));
  }
}
