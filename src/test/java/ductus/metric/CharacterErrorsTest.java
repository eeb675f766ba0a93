package ductus.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CharacterErrorsTest {
  @Test
  void countsCharactersThatAreWrongMissingOrTooMany() {
    assertEquals(new CharacterErrors(1, 4), CharacterErrors.of("word", "ward"));
    assertEquals(new CharacterErrors(1, 4), CharacterErrors.of("word", "wod"));
    assertEquals(new CharacterErrors(2, 4), CharacterErrors.of("word", "woorrd"));
    assertEquals(new CharacterErrors(3, 0), CharacterErrors.of("", "abc"));
    assertEquals(new CharacterErrors(1, 2), CharacterErrors.of("a𝄞", "a"));
  }

  @Test
  void theRateIsThatOfAllCharacters() {
    CharacterErrors both =
        CharacterErrors.NONE
            .plus(CharacterErrors.of("word", "ward"))
            .plus(CharacterErrors.of("x", "x"));
    assertEquals(0.2, both.rate());
    assertTrue(Double.isNaN(CharacterErrors.NONE.rate()));
  }
}
