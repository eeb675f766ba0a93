package ductus.task.translation.german.verb;

import java.util.List;
import java.util.Optional;

/**
 * The forms of a German verb.
 *
 * @param prefix that is parted from it in main clauses, or empty
 * @param infinitive without the prefix
 * @param present without the prefix
 * @param participle as in ich habe geschrieben
 * @param withSein whether the perfect is made with sein
 * @param preterite of the few whose past is not the perfect
 */
public record GermanVerb(
    String prefix,
    String infinitive,
    Conjugation present,
    String participle,
    boolean withSein,
    Optional<Conjugation> preterite) {
  /** To be. */
  public static final GermanVerb SEIN =
      new GermanVerb(
          "",
          "sein",
          Conjugation.of("bin bist ist sind"),
          "gewesen",
          true,
          Optional.of(Conjugation.of("war warst war waren")));

  private static final Conjugation HATTE = Conjugation.of("hatte hattest hatte hatten");

  /**
   * The verb of a table's row.
   *
   * @param infinitive with a bar behind the prefix
   * @param irregular du, er and perhaps ich; or a dash
   */
  static GermanVerb of(String infinitive, String irregular, String participle, boolean withSein) {
    int bar = infinitive.indexOf('|');
    String prefix = bar < 0 ? "" : infinitive.substring(0, bar);
    String own = infinitive.substring(bar + 1);
    List<String> given = List.of(irregular.split(" ", -1));
    Conjugation regular = Conjugation.regular(own);
    Conjugation present =
        given.size() < 2
            ? regular
            : new Conjugation(
                given.size() > 2 ? given.get(2) : regular.ich(), given.get(0), given.get(1), own);
    return new GermanVerb(
        prefix,
        own,
        present,
        participle,
        withSein,
        own.equals("haben") ? Optional.of(HATTE) : Optional.empty());
  }

  /** The infinitive with its prefix. */
  String whole() {
    return prefix + infinitive;
  }

  /** What one who is called du is told to do, without the prefix. */
  public String imperative() {
    if (infinitive.endsWith("eln")) {
      return present.ich();
    }
    String stem = Conjugation.stem(infinitive);
    String third = present.er();
    String own = Conjugation.regular(infinitive).er();
    boolean changes = !third.equals(own) && !third.contains("ä") && third.endsWith("t");
    if (changes) {
      return third.substring(0, third.length() - 1);
    }
    return Conjugation.isHard(stem) ? stem + "e" : stem;
  }
}
