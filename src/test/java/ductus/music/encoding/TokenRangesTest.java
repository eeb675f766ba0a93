package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenRangesTest {
  private enum Fruit {
    APPLE,
    PEAR,
    PLUM
  }

  private final TokenRanges<Fruit> tokens =
      new TokenRanges<>(Fruit.class, fruit -> fruit == Fruit.PEAR ? 3 : 1);

  @Test
  void rangesStandOneBehindTheOther() {
    assertEquals(5, tokens.size());
    assertEquals(0, tokens.token(Fruit.APPLE, 0));
    assertEquals(1, tokens.token(Fruit.PEAR, 0));
    assertEquals(3, tokens.token(Fruit.PEAR, 2));
    assertEquals(4, tokens.token(Fruit.PLUM, 0));
  }

  @Test
  void eachTokenIsThatOfItsKindAndIndex() {
    for (int token = 0; token < tokens.size(); token++) {
      assertEquals(token, tokens.token(tokens.kind(token), tokens.index(token)));
    }
  }

  @Test
  void namesTheKindAndItsRangeWhereThereIsNoToken() {
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> tokens.token(Fruit.PEAR, 3));
    assertEquals("PEAR must be 0 to 2 but was 3", none.getMessage());
    assertThrows(IllegalArgumentException.class, () -> tokens.token(Fruit.APPLE, -1));
    assertTrue(tokens.has(4));
    assertFalse(tokens.has(5));
    assertFalse(tokens.has(-1));
    assertEquals(
        "token must be 0 to 4 but was 5",
        assertThrows(IllegalArgumentException.class, () -> tokens.require(5)).getMessage());
  }
}
