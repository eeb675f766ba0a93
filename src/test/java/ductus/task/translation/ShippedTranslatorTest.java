package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.translation.expression.Expressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the network that ships makes of dates and numbers. */
class ShippedTranslatorTest {
  private final ShippedTranslation shipped;

  ShippedTranslatorTest() throws Exception {
    shipped = new ShippedTranslation(Translator.SHIPPED);
  }

  @AfterEach
  void close() {
    shipped.close();
  }

  private static List<TextPair> written(String name) throws Exception {
    return PairFile.read(Path.of("corpora/expressions", name)).pairs();
  }

  @Test
  void understandsWhatPeopleTypedWhoHadNotSeenTheLessons() throws Exception {
    shipped.requireExact(50, written("spoken.tsv"));
    shipped.requireExact(52, written("typed.tsv"));
  }

  @Test
  void understandsLessonsThatItNeverHad() {
    shipped.requireExact(297, Expressions.draw(300, 99));
  }

  @Test
  void refusesWhatIsNoDateAndNoNumber() throws Exception {
    assertFalse(shipped.translator().reads("tomorrow"));
    assertFalse(shipped.translator().reads("half a million"));
    List<TextPair> typed = new ArrayList<>(written("spoken.tsv"));
    typed.addAll(written("typed.tsv"));
    assertEquals(
        111, typed.stream().filter(pair -> shipped.translator().reads(pair.source())).count());
    Expressions.draw(1000, 98)
        .forEach(pair -> assertTrue(shipped.translator().reads(pair.source()), pair::source));
  }

  @Test
  void saysWhatStandsSideBySideInNoLesson() {
    Translator translator = shipped.translator();
    assertEquals(List.of("\"forty twelve\""), translator.strangeNeighbors("forty-twelve"));
    assertEquals(List.of("\"a\" at the end"), translator.strangeNeighbors("a"));
    long strange =
        Expressions.draw(1000, 97).stream()
            .filter(pair -> !translator.strangeNeighbors(pair.source()).isEmpty())
            .count();
    assertTrue(strange < 30, () -> strange + " of 1,000 lessons");
  }

  @Test
  void knowsWhatItLearned() throws Exception {
    Set<String> learned = shipped.learned();
    PairSplit split = PairSplit.of(Expressions.draw(60_000, 1), 1);
    assertEquals(Set.copyOf(split.learned()), learned);
    split.heldOut().forEach(pair -> assertFalse(learned.contains(pair.hash()), pair::source));
  }

  @Test
  void translatesTheDateOfTheReadme() {
    assertEquals("1990-06-21", shipped.likeliest("the twenty-first of June nineteen ninety"));
  }
}
