package ductus.task.translation.german.noun;

import java.util.Optional;

/**
 * What stands before a noun and its adjective, in both languages.
 *
 * @param english empty for nothing; a is an before a vowel
 * @param german without an ending; the, this and which have their own
 * @param declension by which it and the adjective have endings
 */
public record Determiner(String english, String german, Declension declension) {
  /** How a determiner shows the case. */
  public enum Declension {
    /** Der, die, das. */
    ARTICLE,
    /** Dieser, welcher. */
    STRONG,
    /** Ein, mein, kein. */
    POSSESSIVE,
    /** Two, or nothing. */
    NONE,
    /** Viele, einige, which have the endings of adjectives. */
    PLURAL
  }

  public static final Determiner THE = new Determiner("the", "", Declension.ARTICLE);
  public static final Determiner A = new Determiner("a", "ein", Declension.POSSESSIVE);
  public static final Determiner BARE = new Determiner("", "", Declension.NONE);
  public static final Determiner THIS = new Determiner("this", "dies", Declension.STRONG);
  public static final Determiner THESE = new Determiner("these", "dies", Declension.STRONG);
  public static final Determiner WHICH = new Determiner("which", "welch", Declension.STRONG);

  /** A possessive, such as my. */
  public static Determiner of(GrammaticalPerson owner) {
    return new Determiner(owner.possessive(), owner.germanPossessive(), Declension.POSSESSIVE);
  }

  /** Puts this before a noun. */
  public Nominal with(Noun noun, Optional<Adjective> adjective, boolean many) {
    GermanGender gender = many ? GermanGender.PLURAL : noun.gender();
    String plain =
        adjective.map(each -> each.english() + " ").orElse("")
            + (many ? noun.plural() : noun.english());
    String words = english(plain);
    boolean definite =
        declension == Declension.ARTICLE
            || declension == Declension.STRONG
            || (declension == Declension.POSSESSIVE && !german.equals("ein"));
    String none =
        definite || declension == Declension.PLURAL || (declension == Declension.NONE && isNumber())
            ? ""
            : new Determiner("no", "kein", Declension.POSSESSIVE)
                .german(noun, adjective, gender, GermanCase.ACCUSATIVE);
    return new Nominal(
        words,
        words,
        german(noun, adjective, gender, GermanCase.NOMINATIVE),
        german(noun, adjective, gender, GermanCase.ACCUSATIVE),
        german(noun, adjective, gender, GermanCase.DATIVE),
        none,
        many ? GrammaticalPerson.THEY : GrammaticalPerson.IT,
        definite ? Nominal.Kind.DEFINITE : Nominal.Kind.INDEFINITE);
  }

  private boolean isNumber() {
    return !german.isEmpty();
  }

  private String english(String words) {
    if (english.isEmpty()) {
      return words;
    }
    boolean vowel = "aeiou".indexOf(Character.toLowerCase(words.charAt(0))) >= 0;
    return (english.equals("a") && vowel ? "an" : english) + " " + words;
  }

  private String german(
      Noun noun, Optional<Adjective> adjective, GermanGender gender, GermanCase wanted) {
    String before =
        switch (declension) {
          case ARTICLE -> gender.article(wanted);
          case STRONG -> german + gender.strong(wanted);
          case POSSESSIVE -> german + gender.possessive(wanted);
          case NONE -> german;
          case PLURAL -> german + gender.strong(wanted);
        };
    String between =
        switch (declension) {
          case ARTICLE, STRONG -> gender.weak(wanted);
          case POSSESSIVE -> gender.mixed(wanted);
          case NONE, PLURAL -> gender.strong(wanted);
        };
    String described = adjective.map(each -> each.stem() + between + " ").orElse("");
    String space = before.isEmpty() ? "" : " ";
    return before + space + described + noun.german(gender == GermanGender.PLURAL, wanted);
  }
}
