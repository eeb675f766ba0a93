package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.translation.expression.Expressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the network that ships makes of dates and numbers. */
class ShippedTranslatorTest {
  /** As `translate` has it. */
  private static final int BEAM = 4;

  private final Workers workers = new Workers(1);
  private final Translator translator;

  ShippedTranslatorTest() throws Exception {
    translator =
        new Translator(
            Translator.open(Translator.find(Translator.SHIPPED)).network(),
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

  private static List<TextPair> written(String name) throws Exception {
    return PairFile.read(Path.of("corpora/expressions", name)).pairs();
  }

  @Test
  void understandsWhatPeopleTypedWhoHadNotSeenTheLessons() throws Exception {
    requireExact(50, written("spoken.tsv"));
    requireExact(52, written("typed.tsv"));
  }

  @Test
  void understandsLessonsThatItNeverHad() {
    requireExact(297, Expressions.draw(300, 99));
  }

  @Test
  void refusesWhatIsNoDateAndNoNumber() throws Exception {
    assertFalse(isRead("tomorrow"));
    assertFalse(isRead("half a million"));
    List<TextPair> typed = new ArrayList<>(written("spoken.tsv"));
    typed.addAll(written("typed.tsv"));
    assertEquals(111, typed.stream().filter(pair -> isRead(pair.source())).count());
    Expressions.draw(1000, 98).forEach(pair -> assertTrue(isRead(pair.source()), pair::source));
  }

  @Test
  void knowsWhatItLearned() throws Exception {
    Set<String> learned =
        Set.copyOf(Translator.open(Translator.find(Translator.SHIPPED)).header().pieces());
    PairSplit split = PairSplit.of(Expressions.draw(60_000, 1), 1);
    assertEquals(Set.copyOf(split.learned()), learned);
    split.heldOut().forEach(pair -> assertFalse(learned.contains(pair.hash()), pair::source));
  }

  @Test
  void translatesTheDateOfTheReadme() {
    assertEquals(
        "1990-06-21",
        translator
            .translate(List.of("the twenty-first of June nineteen ninety"))
            .get(0)
            .get(0)
            .text());
  }
}
