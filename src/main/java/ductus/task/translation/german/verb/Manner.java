package ductus.task.translation.german.verb;

import ductus.task.translation.german.noun.GrammaticalPerson;

/** A tense, or a verb such as can that another goes with. */
public interface Manner {
  /** The verbs of an English clause. */
  EnglishGroup english(EnglishVerb verb, GrammaticalPerson person);

  /** The verbs of a German clause. */
  GermanGroup german(GermanVerb verb, GrammaticalPerson person, boolean negated);
}
