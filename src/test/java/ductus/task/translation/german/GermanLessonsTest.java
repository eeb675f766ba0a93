package ductus.task.translation.german;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GermanLessonsTest {
  private static final List<TextPair> LESSONS = GermanLessons.draw(1500, 3);

  @Test
  void sentencesAreOfTheSeedAndEachIsThereOnce() {
    assertEquals(LESSONS.subList(0, 100), GermanLessons.draw(100, 3));
    assertNotEquals(LESSONS.subList(0, 100), GermanLessons.draw(100, 4));
    assertEquals(LESSONS.size(), LESSONS.stream().map(TextPair::source).distinct().count());
  }

  @Test
  void everySentenceIsTidyAndItsGermanBeginsLargeAndEnds() {
    for (TextPair pair : LESSONS) {
      assertEquals(TextPair.tidy(pair.source()), pair.source());
      assertEquals(TextPair.tidy(pair.target()), pair.target());
      assertTrue(Character.isUpperCase(pair.target().charAt(0)), pair::target);
      assertTrue(pair.target().matches(".*[.?!]"), pair::target);
      assertFalse(pair.target().contains(" ,"), pair::target);
      assertFalse(pair.target().matches(".*[{}0-9].*"), pair::target);
    }
  }

  @Test
  void whoIsCalledSieIsNotCalledDu() {
    for (TextPair pair : LESSONS) {
      boolean titled = pair.target().matches(".*(Herr|Frau|gnädige Frau)[ A-Za-z]*[.?!]");
      if (titled && pair.source().toLowerCase(Locale.ROOT).matches(".*, (mr|mrs|sir|madam).*")) {
        assertFalse(pair.target().matches(".*\\b([Dd]u|[Dd]ein\\w*|dich|dir)\\b.*"), pair::target);
      }
    }
  }

  @Test
  void refusesCountsOfNoUse() {
    assertRefused("count must be 1 to 200,000 but was 0", () -> GermanLessons.draw(0, 1));
    assertRefused(
        "count must be 1 to 200,000 but was 200001", () -> GermanLessons.draw(200_001, 1));
  }

  @Test
  void sentencesThatWereWrittenByHandAreHardlyEverDrawn() throws Exception {
    Set<String> drawn = new HashSet<>();
    LESSONS.forEach(pair -> drawn.add(pair.source()));
    List<TextPair> written = PairFile.read(Path.of("corpora/sentences/everyday.tsv")).pairs();
    assertEquals(94, written.size());
    assertTrue(written.stream().filter(pair -> drawn.contains(pair.source())).count() <= 2);
  }
}
