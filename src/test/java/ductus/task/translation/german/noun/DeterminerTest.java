package ductus.task.translation.german.noun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeterminerTest {
  private static final Noun DOG = Noun.of(List.of("dog", "-", "Hund", "m", "Hunde", "-", "animal"));
  private static final Noun BOY =
      Noun.of(List.of("boy", "-", "Junge", "m", "Jungen", "n", "person"));
  private static final Noun CAR =
      Noun.of(List.of("car", "-", "Auto", "n", "Autos", "-", "vehicle"));
  private static final Noun WATER =
      Noun.of(List.of("water", "0", "Wasser", "n", "0", "-", "drink mass"));
  private static final Optional<Adjective> OLD =
      Optional.of(Adjective.of(List.of("old", "alt", "alt", "0", "+animal")));

  private static String forms(Nominal nominal) {
    return nominal.nominative() + ", " + nominal.accusative() + ", " + nominal.dative();
  }

  @Test
  void articlesAndAdjectivesShowTheCase() {
    assertEquals(
        "der alte Hund, den alten Hund, dem alten Hund",
        forms(Determiner.THE.with(DOG, OLD, false)));
    assertEquals(
        "ein alter Hund, einen alten Hund, einem alten Hund",
        forms(Determiner.A.with(DOG, OLD, false)));
    assertEquals(
        "dieses alte Auto, dieses alte Auto, diesem alten Auto",
        forms(Determiner.THIS.with(CAR, OLD, false)));
    assertEquals(
        "meine alten Hunde, meine alten Hunde, meinen alten Hunden",
        forms(Determiner.of(GrammaticalPerson.I).with(DOG, OLD, true)));
    assertEquals(
        "Wasser, Wasser, Wasser", forms(Determiner.BARE.with(WATER, Optional.empty(), false)));
  }

  @Test
  void weakNounsAndPluralsHaveTheirEndings() {
    assertEquals(
        "der Junge, den Jungen, dem Jungen",
        forms(Determiner.THE.with(BOY, Optional.empty(), false)));
    assertEquals(
        "die Autos, die Autos, den Autos", forms(Determiner.THE.with(CAR, Optional.empty(), true)));
  }

  @Test
  void englishHasAnBeforeVowelsAndKeinNegatesWhatIsNotKnown() {
    Nominal old = Determiner.A.with(DOG, OLD, false);
    assertEquals("an old dog", old.english());
    assertEquals("keinen alten Hund", old.none());
    assertEquals("", Determiner.THE.with(DOG, OLD, false).none());
    assertEquals("kein Wasser", Determiner.BARE.with(WATER, Optional.empty(), false).none());
  }
}
