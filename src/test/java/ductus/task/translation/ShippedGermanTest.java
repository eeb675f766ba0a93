package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.translation.german.GermanLessons;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the network that ships for everyday sentences makes of them. */
class ShippedGermanTest {
  private final ShippedTranslation shipped;

  ShippedGermanTest() throws Exception {
    shipped = new ShippedTranslation(Translator.GERMAN);
  }

  @AfterEach
  void close() {
    shipped.close();
  }

  @Test
  void translatesTheSentenceOfTheHelp() {
    assertEquals("Wo ist der Bahnhof?", shipped.likeliest("where is the station?"));
  }

  @Test
  void refusesWordsThatItNeverSaw() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> shipped.translator().require("where is my telescope?"));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("\"telescope\" is none of the 1,185 words"),
        refused.getMessage());
  }

  @Test
  @Tag("long")
  void understandsSentencesThatWereWrittenByHand() throws Exception {
    shipped.requireExact(50, PairFile.read(Path.of("corpora/sentences/everyday.tsv")).pairs());
  }

  @Test
  @Tag("long")
  void understandsLessonsOfAnotherSeed() {
    shipped.requireExact(242, GermanLessons.draw(300, 99));
  }

  @Test
  @Tag("long")
  void knowsWhatItLearned() throws Exception {
    Set<String> learned = shipped.learned();
    PairSplit split = PairSplit.of(GermanLessons.draw(45_000, 1), 1);
    assertEquals(Set.copyOf(split.learned()), learned);
  }
}
