package ductus.task.translation.german.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.task.translation.german.noun.GrammaticalPerson;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbTest {
  private static Verb verb(String english, String infinitive, String irregular, String participle) {
    return Verb.of(
        List.of(english, infinitive, irregular, participle, "haben", "", "person", "acc:food"));
  }

  private static String english(Verb verb) {
    return verb.english().third() + " " + verb.english().progressive();
  }

  private static String german(Verb verb) {
    Conjugation present = verb.german().present();
    return String.join(
        " ", present.ich(), present.du(), present.er(), present.wir(), verb.german().imperative());
  }

  @Test
  void regularFormsAreMade() {
    Verb wait = verb("wait waited waited", "warten", "-", "gewartet");
    assertEquals("waits waiting", english(wait));
    assertEquals("warte wartest wartet warten warte", german(wait));
    assertEquals(
        "zeichne zeichnest zeichnet zeichnen zeichne",
        german(verb("draw drew drawn", "zeichnen", "-", "gezeichnet")));
    assertEquals(
        "tanze tanzt tanzt tanzen tanz",
        german(verb("dance danced danced", "tanzen", "-", "getanzt")));
    assertEquals("dances dancing", english(verb("dance danced danced", "tanzen", "-", "getanzt")));
    assertEquals("carries carrying", english(verb("carry carried carried", "tragen", "-", "x")));
    assertEquals("swims swimming", english(verb("swim swam swum", "schwimmen", "-", "x")));
  }

  @Test
  void vowelsChangeInWhatIsAskedForButNotToUmlauts() {
    assertEquals(
        "esse isst isst essen iss",
        german(verb("eat ate eaten", "essen", "isst isst", "gegessen")));
    assertEquals(
        "lade lädst lädt laden lade",
        german(verb("invite invited invited", "ein|laden", "lädst lädt", "eingeladen")));
  }

  @Test
  void tensesAndPrefixesGoWhereTheyBelong() {
    GermanVerb call = verb("call called called", "an|rufen", "-", "angerufen").german();
    assertEquals(
        new GermanGroup("rufst", "an", true),
        Tense.PROGRESSIVE.german(call, GrammaticalPerson.YOU, false));
    assertEquals("anrufst", Tense.PRESENT.german(call, GrammaticalPerson.YOU, false).atTheEnd());
    assertEquals(
        new GermanGroup("hat", "angerufen", false),
        Tense.PAST.german(call, GrammaticalPerson.SHE, false));
    Modal must = Modal.of(List.of("must", "0", "auxiliary", "muss musst muss müssen", "0"));
    assertEquals(
        new GermanGroup("muss", "anrufen", false), must.german(call, GrammaticalPerson.I, false));
    assertEquals("darf", must.german(call, GrammaticalPerson.I, true).finite());
  }

  @Test
  void englishAsksWithToDo() {
    EnglishVerb call = verb("call called called", "an|rufen", "-", "angerufen").english();
    assertEquals(
        new EnglishGroup("does", "call", "calls"),
        Tense.PRESENT.english(call, GrammaticalPerson.IT));
    Modal want =
        Modal.pastOf(List.of("want to", "wanted to", "do", "will willst will wollen", "a b c d"));
    assertEquals(
        new EnglishGroup("did", "want to call", "wanted to call"),
        want.english(call, GrammaticalPerson.I));
    assertEquals(
        new EnglishGroup("were", "", ""), Tense.PAST.english(EnglishVerb.BE, GrammaticalPerson.WE));
  }
}
