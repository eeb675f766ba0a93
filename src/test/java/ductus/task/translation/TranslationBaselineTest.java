package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationBaselineTest {
  private static final List<TextPair> LEARNED =
      List.of(
          new TextPair("I see a dog.", "Ich sehe einen Hund."),
          new TextPair("We see a cat.", "Wir sehen eine Katze."),
          new TextPair("I like the cat.", "Ich mag die Katze."),
          new TextPair("The dog likes me.", "Der Hund mag mich."));

  @Test
  void theNearestPairHasTheMostWordsInCommon() {
    NearestPair nearest = new NearestPair(LEARNED);
    assertEquals("Ich sehe einen Hund.", nearest.translate("Do I see a dog?"));
    assertEquals("Der Hund mag mich.", nearest.translate("likes"));
    assertEquals("", nearest.translate("nobody knows"));
  }

  @Test
  void aWordIsCommonAsOftenAsItIsInBoth() {
    NearestPair nearest =
        new NearestPair(
            List.of(
                new TextPair("no no no no", "nein, viermal"), new TextPair("no, you see", "nein")));
    assertEquals("nein", nearest.translate("you see no"));
  }

  @Test
  void wordsAreTranslatedByThoseThatStandBesideThem() {
    CountedDictionary dictionary = new CountedDictionary(LEARNED);
    assertEquals("Ich katze.", dictionary.translate("I cat.").replace("Katze", "katze"));
    assertEquals("", dictionary.translate("nobody"));
  }

  @Test
  void bothAreMeasuredOnPairs() {
    List<TranslationBaseline> baselines =
        TranslationBaseline.of(LEARNED, List.of(LEARNED.get(0), new TextPair("x", "y")));
    assertEquals(1, baselines.get(0).exact());
    assertEquals(2, baselines.get(0).pairs());
    assertEquals(
        "the learned pair with the most words in common: 1 of 2 exactly, 50.0 %; 4.76 % of the"
            + " characters wrong",
        baselines.get(0).text());
  }
}
