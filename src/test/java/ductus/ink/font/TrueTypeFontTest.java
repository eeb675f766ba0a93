package ductus.ink.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrueTypeFontTest {
  private static final double NIB = 0.2;
  private static final byte[] BYTES = TrueTypeFont.bytes(FontSamples.font(3), NIB);
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  /** X-heights in an em, so that a font of this size has letters as high as 1. */
  private static final float SIZE = (float) FontMetrics.X_HEIGHTS;

  private static Font load(byte[] bytes) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)).deriveFont(SIZE);
    } catch (FontFormatException broken) {
      throw new AssertionError(broken);
    } catch (LinkageError | InternalError none) {
      return abort("this Java has no fonts: " + none);
    }
  }

  private static int[] glyphs(Font font, String text) {
    GlyphVector set =
        font.layoutGlyphVector(
            PLAIN, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    return set.getGlyphCodes(0, set.getNumGlyphs(), null);
  }

  private static Map<String, ByteBuffer> tables(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    Map<String, ByteBuffer> tables = new HashMap<>();
    for (int i = 0; i < file.getShort(4); i++) {
      int at = 12 + 16 * i;
      String tag = new String(bytes, at, 4, StandardCharsets.US_ASCII);
      ByteBuffer table = file.slice(file.getInt(at + 8), file.getInt(at + 12));
      tables.put(tag, table);
    }
    return tables;
  }

  private static ByteBuffer table(byte[] bytes, String tag) {
    return tables(bytes).getOrDefault(tag, ByteBuffer.allocate(0));
  }

  private static byte[] bytes(ByteBuffer table) {
    byte[] bytes = new byte[table.remaining()];
    table.get(bytes);
    return bytes;
  }

  @Test
  void hasTheTablesThatProgramsWantAndTheSumThatTheyCheck() {
    Map<String, ByteBuffer> tables = tables(BYTES);
    assertTrue(
        tables
            .keySet()
            .containsAll(
                List.of(
                    "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
                    "GSUB", "GPOS")),
        tables.keySet().toString());
    int sum = 0;
    ByteBuffer file = ByteBuffer.wrap(BYTES);
    assertEquals(0, BYTES.length % 4);
    while (file.hasRemaining()) {
      sum += file.getInt();
    }
    assertEquals(0xB1B0AFBA, sum);
    // Five characters in three forms, the box of those that are missing, the space.
    assertEquals(17, table(BYTES, "maxp").getShort(4));
    assertEquals(17 * 4, table(BYTES, "hmtx").remaining());
    assertEquals(18 * 4, table(BYTES, "loca").remaining());
  }

  @Test
  void theSameFontHasTheSameBytes() {
    assertArrayEquals(BYTES, TrueTypeFont.bytes(FontSamples.font(3), NIB));
  }

  @Test
  void namesTheHandAndItsLicense() throws Exception {
    byte[] names = bytes(table(BYTES, "name"));
    String all = new String(names, StandardCharsets.UTF_16BE);
    String shifted = new String(names, 1, names.length - 1, StandardCharsets.UTF_16BE);
    for (String name : List.of("Sample Hand", "Drawn for a test. CC0 1.0", "SampleHand-Regular")) {
      assertTrue(all.contains(name) || shifted.contains(name), name);
    }
    assertEquals("Sample Hand", load(BYTES).getFamily());
  }

  @Test
  void javaDrawsItsLettersAsThePenDoes() throws Exception {
    Font font = load(BYTES);
    assertTrue(font.canDisplay('n'));
    assertTrue(font.canDisplay(0x1F600), "beyond the basic plane");
    assertFalse(font.canDisplay('x'));
    HandFont sample = FontSamples.font(3);
    double origin = FontSamples.letter(sample, 'T').strokes().get(0).first().x();
    Shape letter = font.createGlyphVector(PLAIN, "T").getGlyphOutline(0);
    assertEquals(origin - NIB / 2, letter.getBounds2D().getMinX(), 0.01);
    assertEquals(1.2 + NIB, letter.getBounds2D().getWidth(), 0.02);
    assertEquals(-2 - NIB / 2, letter.getBounds2D().getMinY(), 0.02);
    assertTrue(letter.contains(origin + 0.6, -2), "no hole where strokes cross");
    Shape square =
        font.createGlyphVector(PLAIN, new String(Character.toChars(0x1F600))).getOutline();
    assertFalse(square.contains(square.getBounds2D().getCenterX(), -0.5), "a hole within");
    assertEquals(
        FontSamples.letter(sample, 'n').advance(),
        font.createGlyphVector(PLAIN, "n").getGlyphMetrics(0).getAdvanceX(),
        0.01);
  }

  @Test
  void theFormsOfLettersAlternateAcrossSpaces() throws Exception {
    Font font = load(BYTES);
    int first = font.createGlyphVector(PLAIN, "n").getGlyphCode(0);
    int[] glyphs = glyphs(font, "nnnnn");
    assertArrayEquals(
        new int[] {first, first + 5, first + 10, first, first + 5},
        glyphs,
        Arrays.toString(glyphs));
    int[] words = glyphs(font, "n n i");
    int i = font.createGlyphVector(PLAIN, "i").getGlyphCode(0);
    assertEquals(first + 5, words[2]);
    assertEquals(i + 10, words[4]);
  }

  @Test
  void kernsPairsThatStandApart() throws Exception {
    HandFont sample = FontSamples.font(1);
    double farther = sample.kerning().farther().getOrDefault(new HandFont.Pair('T', '.'), 0.0);
    assertTrue(Math.abs(farther) > 0.05, "T. is kerned: " + farther);
    Map<TextAttribute, Object> kerning = Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON);
    Font font = load(TrueTypeFont.bytes(sample, NIB)).deriveFont(kerning);
    GlyphVector set =
        font.layoutGlyphVector(PLAIN, "T.".toCharArray(), 0, 2, Font.LAYOUT_LEFT_TO_RIGHT);
    assertEquals(
        FontSamples.letter(sample, 'T').advance() + farther, set.getGlyphPosition(1).getX(), 0.02);
  }

  @Test
  void aFontOfOneFormHasNothingToAlternate() {
    assertFalse(tables(TrueTypeFont.bytes(FontSamples.font(1), NIB)).containsKey("GSUB"));
  }

  @Test
  void refusesANibThatIsNone() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> TrueTypeFont.bytes(FontSamples.font(1), 0));
    assertEquals("nib must be from 0.01 to 1 x-heights for a font but was 0.0", wrong.getMessage());
  }
}
