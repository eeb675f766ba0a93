package ductus.ink.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ductus.ink.path.PathData;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GlyphFallbackTest {
  private static Hand hand(String name, Map<Character, String> paths) throws Exception {
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    for (Map.Entry<Character, String> path : paths.entrySet()) {
      glyphs.put(
          (int) path.getKey(),
          List.of(new Glyph(PathData.strokes(path.getValue(), 0.005), Joins.BOTH)));
    }
    return new Hand(name, true, glyphs);
  }

  @Test
  void takesMarksAndNeverLettersOrDigits() throws Exception {
    Hand poor = hand("poor", Map.of('l', "M0 1.5L0 0", ',', "M0 0L0 -0.2"));
    Hand first =
        hand(
            "first",
            Map.of('l', "M0 1.5L0 0", 'm', "M0 0L1 1", '7', "M0 0L1 1", '!', "M0 1.5L0 0"));
    Hand second = hand("second", Map.of('!', "M0 1L0 0", ',', "M0 0L1 0", '\u0301', "M0 0L1 1"));
    GlyphFallback borrowing = GlyphFallback.from(poor, List.of(first, second));
    assertEquals(Map.of((int) '!', "first", 0x301, "second"), Map.copyOf(borrowing.lenders()));
    assertEquals(
        List.of((int) '!', (int) ',', (int) 'l', 0x301),
        List.copyOf(borrowing.hand().characters()));
    assertSame(poor.drawings(',').get(0), borrowing.hand().drawings(',').get(0));
    assertEquals(Joins.NONE, borrowing.hand().drawings('!').get(0).joins());
  }

  @Test
  void tallMarksGetTheHeightAndTheSlantOfTheHand() throws Exception {
    Hand slanted = hand("slanted", Map.of('l', "M0.5 2L0 0"));
    Hand upright =
        hand("upright", Map.of('l', "M0 1.6L0 0", '!', "M0 1.6L0 0.4", '.', "M0 0L0 0.1"));
    Hand completed = GlyphFallback.from(slanted, List.of(upright)).hand();
    assertEquals(2, completed.drawings('!').get(0).box().top(), 1e-9);
    assertEquals(0.5, completed.drawings('!').get(0).box().right(), 1e-9);
    assertEquals(0.1, completed.drawings('.').get(0).box().top(), 1e-9);
  }
}
