package ductus.task.translation.german.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.noun.Determiner;
import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import ductus.task.translation.german.verb.Manner;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GermanSyntaxTest {
  private static final Verb PICK_UP =
      Verb.of(
          List.of(
              "pick up picked picked",
              "ab|holen",
              "-",
              "abgeholt",
              "haben",
              "",
              "person",
              "acc:="));
  private static final Verb GIVE =
      Verb.of(
          List.of(
              "give gave given", "geben", "gibst gibt", "gegeben", "haben", "", "person", "dat:="));
  private static final Noun BROTHER =
      Noun.of(List.of("brother", "-", "Bruder", "m", "Brüder", "-", "family"));
  private static final Noun BOOK =
      Noun.of(List.of("book", "-", "Buch", "n", "Bücher", "-", "read"));
  private static final TextPair TODAY = new TextPair("today", "heute");
  private static final Nominal MY_BROTHER =
      Determiner.of(GrammaticalPerson.I).with(BROTHER, Optional.empty(), false);

  private static Argument acc(Nominal nominal) {
    return new Argument(nominal, "", "", GermanCase.ACCUSATIVE);
  }

  private static Argument dat(Nominal nominal) {
    return new Argument(nominal, "", "", GermanCase.DATIVE);
  }

  private static Clause clause(
      Verb verb, Manner manner, boolean negated, TextPair middle, Argument... objects) {
    return new Clause(
        GrammaticalPerson.SHE.pronoun(),
        verb,
        manner,
        negated,
        List.of(objects),
        middle,
        TODAY,
        List.of());
  }

  @Test
  void theVerbIsSecondFirstOrLastAndItsPrefixGoesAlong() {
    Clause clause = clause(PICK_UP, Tense.PROGRESSIVE, false, Clause.NOTHING, acc(MY_BROTHER));
    assertEquals("sie holt heute meinen Bruder ab", GermanSyntax.statement(clause));
    assertEquals("holt sie heute meinen Bruder ab", GermanSyntax.verbFirst(clause));
    assertEquals("sie heute meinen Bruder abholt", GermanSyntax.verbLast(clause));
    assertEquals("hol meinen Bruder ab", GermanSyntax.request(clause.withoutTime()));
    assertEquals("she is picking up my brother today", EnglishSyntax.statement(clause));
    assertEquals("is she picking up my brother today", EnglishSyntax.question(clause));
  }

  @Test
  void pronounsGoFirstAndPartEnglishVerbs() {
    Clause clause =
        clause(PICK_UP, Tense.PAST, true, Clause.NOTHING, acc(GrammaticalPerson.I.pronoun()));
    assertEquals("sie hat mich heute nicht abgeholt", GermanSyntax.statement(clause));
    assertEquals("she did not pick me up today", EnglishSyntax.statement(clause));
  }

  @Test
  void keinNegatesWhatIsNotKnownAndNichtAdverbs() {
    Argument book = acc(Determiner.A.with(BOOK, Optional.empty(), false));
    assertEquals(
        "sie gibt heute meinem Bruder kein Buch",
        GermanSyntax.statement(
            clause(GIVE, Tense.PRESENT, true, Clause.NOTHING, dat(MY_BROTHER), book)));
    assertEquals(
        "sie gibt meinem Bruder heute nicht oft ein Buch",
        GermanSyntax.statement(
            clause(
                GIVE, Tense.PRESENT, true, new TextPair("often", "oft"), dat(MY_BROTHER), book)));
  }
}
