package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WordCharactersTest {
  @Test
  void lettersDigitsAndMarksMakeWords() {
    assertTrue(WordCharacters.contains('\u00e9'));
    assertTrue(WordCharacters.contains('7'));
    assertTrue(WordCharacters.contains(0x0301));
    assertFalse(WordCharacters.contains('-'));
  }

  @Test
  void countsWords() {
    assertEquals(0, WordCharacters.count(" -- !\n"));
    assertEquals(4, WordCharacters.count("It isn't 'so' -- no."));
  }
}
