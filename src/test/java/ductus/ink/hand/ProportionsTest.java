package ductus.ink.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.path.PathData;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProportionsTest {
  @Test
  void measuresStemsSlantAndAscenders() throws Exception {
    TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    glyphs.put((int) 'n', List.of(glyph("M0 0L0.2 1L0 0C0.3 1.4 0.9 1 0.8 0.5L0.7 0")));
    glyphs.put((int) 'h', List.of(glyph("M0.38 1.9L0 0L0.4 0.1")));
    Proportions proportions = Proportions.of(new Hand("h", false, glyphs));
    assertEquals(0.2, proportions.slant(), 0.02);
    assertEquals(1.9, proportions.ascender(), 1e-9);
    assertEquals(0.7, proportions.stems(), 0.02);
  }

  @Test
  void aHandWithoutLettersHasUsualProportions() throws Exception {
    TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    glyphs.put((int) '-', List.of(glyph("M0 0.5L0.5 0.5")));
    assertEquals(new Proportions(0, 1.7, 0), Proportions.of(new Hand("h", false, glyphs)));
  }

  @Test
  void aHandWhoseSmallLettersHaveNoAscendersWritesCapitals() throws Exception {
    TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    glyphs.put((int) 'B', List.of(glyph("M0 0L0 1.5")));
    assertFalse(Proportions.areCapitals(new Hand("h", false, glyphs)), "knows no small ones");
    glyphs.put((int) 'b', List.of(glyph("M0 0L0 1.05")));
    assertTrue(Proportions.areCapitals(new Hand("h", false, glyphs)));
    glyphs.put((int) 'd', List.of(glyph("M0 0L0 1.6")));
    glyphs.put((int) 'l', List.of(glyph("M0 0L0 1.5")));
    assertFalse(Proportions.areCapitals(new Hand("h", false, glyphs)));
  }

  private static Glyph glyph(String data) throws Exception {
    return new Glyph(PathData.strokes(data, 0.005), Joins.NONE);
  }
}
