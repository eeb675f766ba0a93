package ductus.task.translation.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberWordsTest {
  private static final NumberWords BRITISH = new NumberWords(new Wording(true, true, true, true));
  private static final NumberWords BARE = new NumberWords(new Wording(false, false, false, false));

  @Test
  void namesNumbersAsPeopleDo() {
    assertEquals("zero", BARE.cardinal(0));
    assertEquals("twenty-one", BRITISH.cardinal(21));
    assertEquals("twenty one", BARE.cardinal(21));
    assertEquals("a hundred and one", BRITISH.cardinal(101));
    assertEquals("one hundred one", BARE.cardinal(101));
    assertEquals("two thousand and six", BRITISH.cardinal(2006));
    assertEquals("a thousand, one hundred", BRITISH.cardinal(1100));
    assertEquals(
        "six million, seven hundred and sixty-four thousand, one hundred and seven",
        BRITISH.cardinal(6_764_107));
    assertEquals("fifteen hundred and six", BRITISH.hundreds(1506));
  }

  @Test
  void namesPlaces() {
    assertEquals("third", BARE.ordinal(3));
    assertEquals("twelfth", BARE.ordinal(12));
    assertEquals("twentieth", BARE.ordinal(20));
    assertEquals("thirty-first", BRITISH.ordinal(31));
  }

  @Test
  void namesYears() {
    assertEquals("nineteen ninety-seven", BRITISH.year(1997, 0));
    assertEquals("nineteen hundred and ninety-seven", BRITISH.year(1997, 1));
    assertEquals("nineteen oh six", BARE.year(1906, 0));
    assertEquals("nineteen hundred", BARE.year(1900, 0));
    assertEquals("two thousand and six", BRITISH.year(2006, 1));
    assertEquals("twenty fifteen", BARE.year(2015, 1));
    assertEquals("two thousand fifteen", BARE.year(2015, 0));
  }

  @Test
  void noTwoNumbersHaveTheSameName() {
    Set<String> names = new HashSet<>();
    for (int number = 0; number < 20_000; number++) {
      names.add(BRITISH.cardinal(number));
    }
    assertEquals(20_000, names.size());
  }
}
