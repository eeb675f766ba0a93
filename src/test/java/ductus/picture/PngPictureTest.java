package ductus.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPictureTest {
  @Test
  void drawsADocumentInMillimetersInItsResolution() throws Exception {
    BufferedImage image = image(PngPicture.png(square("mm"), 254));
    assertEquals(200, image.getWidth());
    assertEquals(100, image.getHeight());
    assertEquals(0xff0000ff, image.getRGB(50, 50));
    assertEquals(0xffffffff, image.getRGB(150, 50));
  }

  @Test
  void drawsADocumentInPixelsOneByOne() throws Exception {
    assertEquals(20, image(PngPicture.png(square("px"), 300)).getWidth());
  }

  @Test
  void theSameDocumentGivesTheSameBytes() {
    assertArrayEquals(PngPicture.png(square("mm"), 50), PngPicture.png(square("mm"), 50));
  }

  @Test
  void refusesAResolutionOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> PngPicture.png(square("mm"), 0));
    assertThrows(IllegalArgumentException.class, () -> PngPicture.png(square("mm"), Double.NaN));
  }

  private static byte[] square(String unit) {
    SvgDocument svg = new SvgDocument(20, 10, unit, "Half", "The left half is blue.");
    svg.rectangle(0, 0, 10, 10, "fill", "#0000ff");
    return svg.bytes();
  }

  private static BufferedImage image(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
