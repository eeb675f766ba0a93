package ductus.task.translation.german.verb;

import ductus.task.translation.german.noun.GrammaticalPerson;

/** The tenses of English, and what German says for them. */
public enum Tense implements Manner {
  PRESENT,
  PROGRESSIVE,
  PAST,
  PERFECT,
  /** I like to write: in German the present with gern. */
  LIKING;

  private static final Conjugation HABEN = Conjugation.of("habe hast hat haben");

  @Override
  public EnglishGroup english(EnglishVerb verb, GrammaticalPerson person) {
    if (verb.isBe()) {
      return be(person);
    }
    return switch (this) {
      case PRESENT -> EnglishGroup.withDo(person, verb.base(), verb.third());
      case PROGRESSIVE -> EnglishGroup.withBe(person, verb.progressive());
      case PAST -> new EnglishGroup("did", verb.base(), verb.past());
      case PERFECT ->
          new EnglishGroup(person.isThirdSingular() ? "has" : "have", verb.participle(), "");
      case LIKING ->
          EnglishGroup.withDo(person, "like to " + verb.base(), "likes to " + verb.base());
    };
  }

  private EnglishGroup be(GrammaticalPerson person) {
    if (this != PAST) {
      return EnglishGroup.withBe(person, "");
    }
    boolean one = person == GrammaticalPerson.I || person.isThirdSingular();
    return new EnglishGroup(one ? "was" : "were", "", "");
  }

  @Override
  public GermanGroup german(GermanVerb verb, GrammaticalPerson person, boolean negated) {
    if (this == PRESENT || this == PROGRESSIVE || this == LIKING) {
      return new GermanGroup(verb.present().form(person), verb.prefix(), !verb.prefix().isEmpty());
    }
    return verb.preterite()
        .filter(past -> this == PAST)
        .map(past -> new GermanGroup(past.form(person), "", false))
        .orElseGet(
            () ->
                new GermanGroup(
                    (verb.withSein() ? GermanVerb.SEIN.present() : HABEN).form(person),
                    verb.participle(),
                    false));
  }
}
