package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.verb.Manner;

/**
 * When and how something happens.
 *
 * @param middle an adverb such as often, or nothing
 * @param time when, or nothing
 * @param mayStandFirst whether the time may begin the sentence
 */
record Timing(Manner manner, TextPair middle, TextPair time, boolean mayStandFirst) {
  static Timing of(Manner manner) {
    return new Timing(manner, Clause.NOTHING, Clause.NOTHING, false);
  }

  /** Whether it says never. */
  boolean isNever() {
    return middle.source().equals("never");
  }
}
