package ductus.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.model.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterEncodingTest {
  private final CharacterEncoding encoding =
      CharacterEncoding.learn(List.of("banana\uD83D\uDE00\uD83D\uDE00", "nix\uD83D\uDE00"));

  @Test
  void knowsTheCharactersThatAreThereThreeTimes() {
    assertEquals(List.of("a", "n", "\uD83D\uDE00"), encoding.vocabulary());
    assertEquals(5, encoding.vocabularySize());
  }

  @Test
  void encodesTheStartAndThenEachCharacter() {
    assertArrayEquals(new int[] {0, 3, 2, 4, 1}, encoding.encode("na\uD83D\uDE00x").tokens());
    assertEquals("na\uD83D\uDE00\uFFFD", encoding.decode(encoding.encode("na\uD83D\uDE00x")));
    assertArrayEquals(new int[] {0}, encoding.encode("").tokens());
  }

  @Test
  void theStartComesFirstAndNeverAgain() {
    Encoding.Cursor cursor = encoding.cursor();
    assertEquals(true, cursor.allows(TextEncoding.START));
    assertEquals(false, cursor.allows(2));
    cursor.accept(TextEncoding.START);
    assertEquals(false, cursor.allows(TextEncoding.START));
    assertEquals(true, cursor.allows(2));
    assertEquals(false, cursor.ended());
  }

  @Test
  void isFoundByItsName() {
    assertEquals(
        encoding.vocabulary(),
        TextEncoding.of(CharacterEncoding.NAME, encoding.vocabulary()).vocabulary());
    assertThrows(IllegalArgumentException.class, () -> TextEncoding.of("melody", List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new CharacterEncoding(List.of("a", "b", "a")));
  }

  @Test
  void describesTokens() {
    assertEquals("start", encoding.describe(0));
    assertEquals("unknown", encoding.describe(1));
    assertEquals("n", encoding.describe(3));
    assertEquals("\\n", new CharacterEncoding(List.of("\n")).describe(2));
  }

  @Test
  void countsTokensWithoutMakingThem() {
    CharacterEncoding encoding = CharacterEncoding.learn(List.of("ab\n"));
    for (String passage : List.of("", "ab", "a\nb", "x\uD83C\uDFBBy", "\uD83C", "\uDFBBa")) {
      assertEquals(encoding.tokens(passage).length, encoding.length(passage), passage);
    }
  }
}
