package ductus.task.translation.german.verb;

import ductus.task.translation.german.noun.GrammaticalPerson;
import java.util.List;

/**
 * The forms of a German tense.
 *
 * @param wir also of Sie and of the plural sie
 */
record Conjugation(String ich, String du, String er, String wir) {
  /** The four forms in their order, with spaces between. */
  static Conjugation of(String forms) {
    List<String> each = List.of(forms.split(" ", -1));
    return new Conjugation(each.get(0), each.get(1), each.get(2), each.get(3));
  }

  /** The present of a regular verb. */
  static Conjugation regular(String infinitive) {
    String stem = stem(infinitive);
    String e = isHard(stem) ? "e" : "";
    String du = stem.matches(".*[sßzx]") ? "t" : e + "st";
    return new Conjugation(stem + "e", stem + du, stem + e + "t", infinitive);
  }

  /** Whether a stem needs an e before its endings: wartest, öffnet. */
  static boolean isHard(String stem) {
    return stem.matches(".*([dt]|[^aeiouäöürlmnh][mn]|ch[mn])");
  }

  static String stem(String infinitive) {
    return infinitive.substring(0, infinitive.length() - (infinitive.endsWith("eln") ? 1 : 2));
  }

  String form(GrammaticalPerson person) {
    return switch (person) {
      case I -> ich;
      case YOU -> du;
      case HE, SHE, IT -> er;
      case POLITE, WE, THEY -> wir;
    };
  }
}
