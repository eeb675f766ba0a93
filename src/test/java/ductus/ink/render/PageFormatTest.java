package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.motion.PageTiming;
import ductus.ink.motion.PenMotion;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PageFormatTest {
  private static final RenderSettings SETTINGS = atDpi(60);

  private static RenderSettings atDpi(double dpi) {
    RenderSettings usual = RenderSettings.DEFAULT;
    return new RenderSettings(usual.ink(), dpi, usual.penSpeed(), usual.plotter());
  }

  @Test
  void everyFormatIsKnownByItsNameAndItsEnding() {
    for (PageFormat format : PageFormat.values()) {
      assertEquals(format, PageFormat.parse(format.label()));
      Path file = Path.of("a/letter" + format.ending());
      assertEquals(Optional.of(format), PageFormat.ofEnding(file));
    }
    assertEquals(PageFormat.ANIMATED_SVG, PageFormat.parse("Animated-SVG"));
    assertEquals(Optional.empty(), PageFormat.ofEnding(Path.of("letter.docx")));
  }

  @Test
  void anUnknownFormatIsToldWhichThereAre() {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> PageFormat.parse("docx"))
                .getMessage());
    assertTrue(message.contains("svg, animated-svg, png") && message.endsWith("docx"), message);
  }

  @Test
  void aFileHoldsAPageOrAllOfThemAndIsTheSameTwice() {
    List<Page> pages = TestPages.pages("rain in Graz\n".repeat(25), Paper.A6);
    for (PageFormat format : PageFormat.values()) {
      List<byte[]> files = format.files(pages, "Rain", SETTINGS);
      assertEquals(format.holdsAllPages() ? 1 : pages.size(), files.size());
      List<byte[]> again = format.files(pages, "Rain", SETTINGS);
      for (int i = 0; i < files.size(); i++) {
        assertArrayEquals(files.get(i), again.get(i), format.label());
      }
    }
  }

  @Test
  void aPngHasThePaperInItsResolutionWithInkOnWhite() throws Exception {
    Page page = TestPages.stroke(Paper.of(100, 50), 20, 30, 80, 30);
    byte[] png = PageFormat.PNG.files(List.of(page), "x", SETTINGS).get(0);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(236, image.getWidth(), 1);
    assertEquals(118, image.getHeight(), 1);
    assertEquals(0xffffff, image.getRGB(5, 5) & 0xffffff);
    int onStroke = image.getRGB((int) (50 / 25.4 * 60), (int) (20 / 25.4 * 60));
    assertFalse((onStroke & 0xffffff) == 0xffffff);
  }

  @Test
  void thePenOfAnAnimatedSvgHasThePaceOfPeopleUnlessAskedForAnother() {
    Page page = TestPages.card();
    RenderSettings usual = RenderSettings.DEFAULT;
    assertEquals(PageTiming.of(page, PenMotion.USUAL), usual.timing(page));
    RenderSettings quick = new RenderSettings(usual.ink(), 60, 100.0, usual.plotter());
    assertEquals(100, quick.timing(page).speed(), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> new RenderSettings(usual.ink(), 60, 0.5, usual.plotter()));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> atDpi(1e5));
    assertThrows(IllegalArgumentException.class, () -> Ink.BLUE.withNibWidth(0));
    assertThrows(IllegalArgumentException.class, () -> Ink.BLUE.withColor("bluish"));
    assertEquals("#00ff7f", Ink.BLUE.withColor("#00FF7F").color());
  }
}
