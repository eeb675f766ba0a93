package ductus.task.translation.german.noun;

/**
 * Who or what a sentence is about, in both languages.
 *
 * @param english as a subject
 * @param englishObject as an object
 * @param none accusative with kein; empty where nicht negates
 * @param person that verbs agree with
 */
public record Nominal(
    String english,
    String englishObject,
    String nominative,
    String accusative,
    String dative,
    String none,
    GrammaticalPerson person,
    Kind kind) {
  /** What decides where a German sentence has it. */
  public enum Kind {
    PRONOUN,
    DEFINITE,
    INDEFINITE
  }

  /** One who is called by a name. */
  public static Nominal named(String english, String german, GrammaticalPerson person) {
    return new Nominal(english, english, german, german, german, "", person, Kind.DEFINITE);
  }

  /**
   * This and another, of the same kind.
   *
   * @param both that verbs agree with
   */
  public Nominal and(Nominal other, GrammaticalPerson both) {
    return new Nominal(
        english + " and " + other.english,
        englishObject + " and " + other.englishObject,
        nominative + " und " + other.nominative,
        accusative + " und " + other.accusative,
        dative + " und " + other.dative,
        "",
        both,
        kind);
  }

  /** The German words in a case. */
  public String german(GermanCase wanted) {
    return switch (wanted) {
      case NOMINATIVE -> nominative;
      case ACCUSATIVE -> accusative;
      case DATIVE -> dative;
    };
  }
}
