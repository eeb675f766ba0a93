package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Proportions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymbolsTest {
  private static final Symbols SYMBOLS = Symbols.shipped();
  private static final Proportions USUAL = new Proportions(0, 1.65, 0.6);

  @Test
  void everyDrawingIsOfTheSizeOfACharacter() {
    for (int character : SYMBOLS.characters()) {
      Box box = SYMBOLS.glyph(character, USUAL).box();
      String name = "U+%04X %s".formatted(character, box);
      assertTrue(box.width() <= 2.1 && box.height() <= 2.3, name);
      assertTrue(box.bottom() >= -0.75 && box.top() <= 1.9, name);
      assertTrue(box.left() >= -0.51, name);
    }
  }

  @Test
  void marksAboveStandOnZeroAndMarksBelowHangFromIt() {
    for (int mark : SYMBOLS.characters()) {
      if (Characters.isMark(mark) && mark < Symbols.BAR) {
        Box box = SYMBOLS.glyph(mark, USUAL).box();
        boolean stands = MarkPlace.isAbove(mark);
        assertEquals(0, stands ? box.bottom() : box.top(), 0.1, "U+%04X".formatted(mark));
      }
    }
  }

  @Test
  void tallSignsAreAsHighAsTheHand() {
    Proportions tall = new Proportions(0, 3.3, 0.6);
    assertEquals(
        2 * SYMBOLS.glyph('(', USUAL).box().height(),
        SYMBOLS.glyph('(', tall).box().height(),
        1e-9);
    assertEquals(SYMBOLS.glyph(',', USUAL).box(), SYMBOLS.glyph(',', tall).box());
  }

  @Test
  void whatHasNoDrawingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SYMBOLS.glyph('a', USUAL));
  }

  @Test
  void lettersThatAreMadeOfOthersNeedThem() {
    assertTrue(SYMBOLS.writable(Set.of((int) 'l')).contains((int) '\u0142'));
    assertFalse(SYMBOLS.writable(Set.of((int) 'L')).contains((int) '\u0142'));
    assertFalse(SYMBOLS.writable(Set.of()).contains((int) 'a'));
    assertTrue(SYMBOLS.writable(Set.of((int) 'i')).contains((int) '\u0131'));
  }
}
