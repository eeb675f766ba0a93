package ductus.task.translation.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
  /** As `translate lessons` has them, and the model that ships learned them. */
  private static final List<TextPair> LESSONS = Expressions.draw(60_000, 1);

  @Test
  void eachTargetIsADateOrANumber() {
    int dates = 0;
    for (TextPair pair : LESSONS.subList(0, 5000)) {
      if (pair.target().contains("-")) {
        LocalDate date = LocalDate.parse(pair.target());
        assertTrue(date.getYear() >= 1700 && date.getYear() < 2100, pair.toString());
        dates++;
      } else {
        int number = Integer.parseInt(pair.target());
        assertTrue(number >= 0 && number < 10_000_000, pair.toString());
      }
      assertEquals(TextPair.tidy(pair.source()), pair.source());
    }
    assertTrue(dates > 2000 && dates < 3000, dates + " dates");
  }

  @Test
  void aDateNamesItsMonthAndItsDayOfTheWeek() {
    for (TextPair pair : LESSONS.subList(0, 20_000)) {
      String source = pair.source().toLowerCase(Locale.ROOT);
      if (pair.target().contains("-") && !source.matches(".*[0-9][.-][0-9].*")) {
        LocalDate date = LocalDate.parse(pair.target());
        String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        assertTrue(source.contains(month.substring(0, 3).toLowerCase(Locale.ROOT)), source);
        String day = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (source.contains("day")) {
          assertTrue(source.startsWith(day.toLowerCase(Locale.ROOT)), pair.toString());
        }
      }
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertEquals(LESSONS.subList(0, 100), Expressions.draw(100, 1));
    assertFalse(LESSONS.subList(0, 100).equals(Expressions.draw(100, 2)));
  }

  @Test
  void expressionsThatWereTypedByHandAreNeverDrawn() throws Exception {
    Set<String> sources = LESSONS.stream().map(TextPair::source).collect(Collectors.toSet());
    for (String name : List.of("typed", "spoken")) {
      Path file = Path.of("corpora/expressions", name + ".tsv");
      for (TextPair pair : PairFile.read(file).pairs()) {
        assertFalse(sources.contains(pair.source()), pair.source());
      }
    }
  }

  @Test
  void refusesToDrawNone() {
    assertThrows(IllegalArgumentException.class, () -> Expressions.draw(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Expressions.draw(Expressions.MOST + 1, 1));
  }
}
