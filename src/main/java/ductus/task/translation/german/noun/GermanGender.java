package ductus.task.translation.german.noun;

/** A gender, or the plural, in which German has none. */
public enum GermanGender {
  MASCULINE,
  FEMININE,
  NEUTER,
  PLURAL;

  /** The gender of a table's letter: m, f, n, or p for the plural. */
  static GermanGender of(String letter) {
    return switch (letter) {
      case "m" -> MASCULINE;
      case "f" -> FEMININE;
      case "n" -> NEUTER;
      case "p" -> PLURAL;
      default -> throw new IllegalStateException("gender must be m, f, n or p but was " + letter);
    };
  }

  /** The ending of dieser, and of an adjective before which nothing shows the case. */
  public String strong(GermanCase wanted) {
    return switch (wanted) {
      case NOMINATIVE -> byGender("er", "e", "es", "e");
      case ACCUSATIVE -> byGender("en", "e", "es", "e");
      case DATIVE -> byGender("em", "er", "em", "en");
    };
  }

  /** The ending of ein, mein and kein. */
  String possessive(GermanCase wanted) {
    boolean bare =
        (wanted == GermanCase.NOMINATIVE && this == MASCULINE)
            || (wanted != GermanCase.DATIVE && this == NEUTER);
    return bare ? "" : strong(wanted);
  }

  /** The ending of an adjective behind der or dieser. */
  String weak(GermanCase wanted) {
    boolean brief =
        (wanted == GermanCase.NOMINATIVE && this != PLURAL)
            || (wanted == GermanCase.ACCUSATIVE && (this == FEMININE || this == NEUTER));
    return brief ? "e" : "en";
  }

  /** The ending of an adjective behind ein, mein or kein. */
  String mixed(GermanCase wanted) {
    return possessive(wanted).isEmpty() ? strong(wanted) : weak(wanted);
  }

  /** The definite article. */
  public String article(GermanCase wanted) {
    return switch (wanted) {
      case NOMINATIVE -> byGender("der", "die", "das", "die");
      case ACCUSATIVE -> byGender("den", "die", "das", "die");
      case DATIVE -> byGender("dem", "der", "dem", "den");
    };
  }

  private String byGender(String masculine, String feminine, String neuter, String plural) {
    return switch (this) {
      case MASCULINE -> masculine;
      case FEMININE -> feminine;
      case NEUTER -> neuter;
      case PLURAL -> plural;
    };
  }
}
