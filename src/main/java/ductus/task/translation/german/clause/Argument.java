package ductus.task.translation.german.clause;

import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.Nominal;

/**
 * An object of a verb.
 *
 * @param english its preposition, or empty
 * @param german its preposition, or empty
 * @param wanted its case in German
 */
public record Argument(Nominal nominal, String english, String german, GermanCase wanted) {
  boolean isPronoun() {
    return german.isEmpty() && nominal.kind() == Nominal.Kind.PRONOUN;
  }

  boolean isDefinite() {
    return german.isEmpty() && nominal.kind() == Nominal.Kind.DEFINITE;
  }

  boolean isIndefinite() {
    return german.isEmpty() && nominal.kind() == Nominal.Kind.INDEFINITE;
  }

  boolean hasPreposition() {
    return !german.isEmpty();
  }

  /** Whether kein negates it. */
  boolean takesKein() {
    return isIndefinite() && wanted == GermanCase.ACCUSATIVE && !nominal.none().isEmpty();
  }
}
