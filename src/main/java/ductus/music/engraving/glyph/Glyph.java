package ductus.music.engraving.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A sign of music. Note heads begin at x = 0 and lie on y = 0; accidentals and clefs stand on the
 * line or space that they mean; flags hang at the end of a stem at x = 0; rests count from the
 * middle line; figures of metres reach from -1 to 1; a brace is 1 high and 1 wide, left of x = 0.
 */
public enum Glyph {
  NOTE_BLACK(1.18),
  NOTE_HALF(1.18),
  NOTE_WHOLE(1.7),
  NOTE_BREVE(2.1),
  NOTE_CROSS(1.1),
  NOTE_CIRCLE_CROSS(1.1),
  NOTE_DIAMOND(1.1),
  NOTE_TRIANGLE(1.16),
  NOTE_SLASH(1.15),
  DOT(0.4),
  SHARP(0.99),
  FLAT(0.86),
  NATURAL(0.66),
  DOUBLE_SHARP(1),
  DOUBLE_FLAT(1.64),
  FLAG_8_UP(1.1),
  FLAG_8_DOWN(1.1),
  FLAG_16_UP(1.1),
  FLAG_16_DOWN(1.1),
  FLAG_32_UP(1.1),
  FLAG_32_DOWN(1.1),
  FLAG_64_UP(1.1),
  FLAG_64_DOWN(1.1),
  FLAG_128_UP(1.1),
  FLAG_128_DOWN(1.1),
  REST_BREVE(0.62),
  REST_WHOLE(1.16),
  REST_HALF(1.16),
  REST_QUARTER(1.12),
  REST_8(1.08),
  REST_16(1.35),
  REST_32(1.62),
  REST_64(1.89),
  REST_128(2.15),
  CLEF_G(2.44),
  CLEF_F(2.54),
  CLEF_PERCUSSION(1.22),
  TIME_0(1.56),
  TIME_1(1.4),
  TIME_2(1.5),
  TIME_3(1.45),
  TIME_4(1.5),
  TIME_5(1.45),
  TIME_6(1.45),
  TIME_7(1.5),
  TIME_8(1.5),
  TIME_9(1.5),
  BRACE(1);

  private static final String RESOURCE =
      "/ductus/music/engraving/glyph/glyphs.txt"; // NAME, a space, the path of an SVG

  private static final Map<String, String> OUTLINES = outlines();

  private final double width;

  Glyph(double width) {
    this.width = width;
  }

  /** Staff spaces that the sign takes to the right. */
  public double width() {
    return width;
  }

  /** The outline, as the path of an SVG with the absolute commands M, L, C and Z. */
  public String outline() {
    String outline = OUTLINES.get(name());
    if (outline == null) {
      throw new IllegalStateException(RESOURCE + " lacks " + name());
    }
    return outline;
  }

  /** The figure of a metre, 0 to 9. */
  public static Glyph figure(int digit) {
    return valueOf("TIME_" + digit);
  }

  private static Map<String, String> outlines() {
    try (InputStream in = Glyph.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + RESOURCE);
      }
      Map<String, String> outlines = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                int space = line.indexOf(' ');
                outlines.put(line.substring(0, space), line.substring(space + 1));
              });
      return outlines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
