package ductus.task.translation.german.verb;

import ductus.task.translation.german.noun.GrammaticalPerson;

/**
 * The verbs of an English clause.
 *
 * @param auxiliary that questions begin with and that not stands behind
 * @param main all others; empty if there are none
 * @param affirmed all in one where nothing is asked or negated; empty if the two stay apart
 */
public record EnglishGroup(String auxiliary, String main, String affirmed) {
  /** A group with a form of to do where it asks or negates. */
  static EnglishGroup withDo(GrammaticalPerson person, String base, String third) {
    return person.isThirdSingular()
        ? new EnglishGroup("does", base, third)
        : new EnglishGroup("do", base, base);
  }

  /** A group with a form of to be. */
  static EnglishGroup withBe(GrammaticalPerson person, String main) {
    String form = person == GrammaticalPerson.I ? "am" : person.isThirdSingular() ? "is" : "are";
    return new EnglishGroup(form, main, "");
  }
}
