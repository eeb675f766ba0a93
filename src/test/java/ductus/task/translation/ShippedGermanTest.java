package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.translation.german.GermanLessons;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the network that ships for everyday sentences makes of them. */
class ShippedGermanTest {
  /** As `translate` has it. */
  private static final int BEAM = 4;

  private final Workers workers = new Workers(1);
  private final Translator translator;

  ShippedGermanTest() throws Exception {
    translator =
        new Translator(
            Translator.open(Translator.find(Translator.GERMAN)).network(),
            BEAM,
            KernelChoice.best(),
            workers);
  }

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  private boolean isRead(String source) {
    try {
      translator.require(source);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private void requireExact(int least, List<TextPair> pairs) {
    TranslationEvaluation evaluation =
        TranslationEvaluation.of(
            translator, pairs.stream().filter(pair -> isRead(pair.source())).toList());
    assertTrue(
        evaluation.exact() >= least, evaluation.exact() + " exact, wrong: " + evaluation.wrong());
  }

  @Test
  void translatesTheSentenceOfTheHelp() {
    assertEquals(
        "Wo ist der Bahnhof?",
        translator.translate(List.of("where is the station?")).get(0).get(0).text());
  }

  @Test
  void refusesWordsThatItNeverSaw() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> translator.require("where is my telescope?"));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("\"telescope\" is none of the 1,185 words"),
        refused.getMessage());
  }

  @Test
  @Tag("long")
  void understandsSentencesThatWereWrittenByHand() throws Exception {
    requireExact(50, PairFile.read(Path.of("corpora/sentences/everyday.tsv")).pairs());
  }

  @Test
  @Tag("long")
  void understandsLessonsOfAnotherSeed() {
    requireExact(242, GermanLessons.draw(300, 99));
  }

  @Test
  @Tag("long")
  void knowsWhatItLearned() throws Exception {
    Set<String> learned =
        Set.copyOf(Translator.open(Translator.find(Translator.GERMAN)).header().pieces());
    PairSplit split = PairSplit.of(GermanLessons.draw(45_000, 1), 1);
    assertEquals(Set.copyOf(split.learned()), learned);
  }
}
