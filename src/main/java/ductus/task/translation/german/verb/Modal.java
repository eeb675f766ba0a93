package ductus.task.translation.german.verb;

import ductus.task.translation.german.noun.GrammaticalPerson;
import java.util.List;

/**
 * A verb that another goes with: can, want to, will.
 *
 * @param english the words before the other verb
 * @param style how it asks and negates
 * @param german the forms that go with an infinitive
 * @param past whether it is of the past
 */
record Modal(String english, Support style, Conjugation german, boolean past) implements Manner {
  private static final Conjugation DARF = Conjugation.of("darf darfst darf dürfen");

  /** How an English verb asks and negates. */
  enum Support {
    AUXILIARY,
    WOULD,
    DO,
    BE
  }

  /** The present of a table's row. */
  static Modal of(List<String> row) {
    return new Modal(row.get(0), style(row.get(2)), Conjugation.of(row.get(3)), false);
  }

  /** The past of a table's row. */
  static Modal pastOf(List<String> row) {
    return new Modal(
        style(row.get(2)) == Support.DO ? row.get(0) : row.get(1),
        style(row.get(2)),
        Conjugation.of(row.get(4)),
        true);
  }

  private static Support style(String name) {
    return switch (name) {
      case "auxiliary" -> Support.AUXILIARY;
      case "would" -> Support.WOULD;
      case "do" -> Support.DO;
      case "be" -> Support.BE;
      default -> throw new IllegalStateException("no way to ask and negate: " + name);
    };
  }

  @Override
  public EnglishGroup english(EnglishVerb verb, GrammaticalPerson person) {
    String main = english + " " + verb.base();
    return switch (style) {
      case AUXILIARY -> new EnglishGroup(english, verb.base(), "");
      case WOULD -> new EnglishGroup("would", main.substring("would ".length()), "");
      case BE -> EnglishGroup.withBe(person, main);
      case DO ->
          past
              ? new EnglishGroup("did", main, pastForm() + " " + verb.base())
              : EnglishGroup.withDo(person, main, third() + " " + verb.base());
    };
  }

  private String first() {
    return english.substring(0, english.indexOf(' '));
  }

  private String pastForm() {
    return first().equals("have") ? "had to" : first() + "ed to";
  }

  private String third() {
    return first().equals("have") ? "has to" : first() + "s to";
  }

  /** What must not be done is what one darf nicht. */
  @Override
  public GermanGroup german(GermanVerb verb, GrammaticalPerson person, boolean negated) {
    Conjugation forms = negated && english.equals("must") ? DARF : german;
    return new GermanGroup(forms.form(person), verb.whole(), false);
  }
}
