package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.translation.expression.Expressions;
import java.nio.file.Path;
import java.util.List;
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

  private void requireExact(int least, List<TextPair> pairs) {
    TranslationEvaluation evaluation = TranslationEvaluation.of(translator, pairs);
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
