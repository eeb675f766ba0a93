package ductus.task.translation.german.noun;

/** Who speaks, is spoken to or is spoken of, with the pronouns of both languages. */
public enum GrammaticalPerson {
  I("I", "me", "my", "ich", "mich", "mir", "mein"),
  YOU("you", "you", "your", "du", "dich", "dir", "dein"),
  /** One who is called Sie. */
  POLITE("you", "you", "your", "Sie", "Sie", "Ihnen", "Ihr"),
  HE("he", "him", "his", "er", "ihn", "ihm", "sein"),
  SHE("she", "her", "her", "sie", "sie", "ihr", "ihr"),
  IT("it", "it", "its", "es", "es", "ihm", "sein"),
  WE("we", "us", "our", "wir", "uns", "uns", "unser"),
  THEY("they", "them", "their", "sie", "sie", "ihnen", "ihr");

  private final String subject;
  private final String object;
  private final String possessive;
  private final String nominative;
  private final String accusative;
  private final String dative;
  private final String germanPossessive;

  GrammaticalPerson(
      String subject,
      String object,
      String possessive,
      String nominative,
      String accusative,
      String dative,
      String germanPossessive) {
    this.subject = subject;
    this.object = object;
    this.possessive = possessive;
    this.nominative = nominative;
    this.accusative = accusative;
    this.dative = dative;
    this.germanPossessive = germanPossessive;
  }

  /** The possessive: my in English. */
  public String possessive() {
    return possessive;
  }

  /** The possessive in German, without an ending. */
  public String germanPossessive() {
    return germanPossessive;
  }

  /** The pronoun. */
  public Nominal pronoun() {
    return new Nominal(
        subject, object, nominative, accusative, dative, "", this, Nominal.Kind.PRONOUN);
  }

  /** Whether English verbs have their ending with -s. */
  public boolean isThirdSingular() {
    return this == HE || this == SHE || this == IT;
  }
}
