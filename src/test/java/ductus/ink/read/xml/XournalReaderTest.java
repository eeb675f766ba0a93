package ductus.ink.read.xml;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XournalReaderTest {
  private final Path folder;

  XournalReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesAPieceOfEveryPageWithInk() throws Exception {
    List<Handwriting> pages = InkSamples.pieces("page.xoj.xml");
    assertEquals(2, pages.size());
    assertEquals("10,-20 11,-21 12,-22.5 13,-23 | 5,-5 6,-6", InkSamples.points(pages.get(0)));
    assertEquals("1,-2", InkSamples.points(pages.get(1)));
  }

  @Test
  void takesWidthsForPressure() throws Exception {
    Handwriting page = InkSamples.pieces("page.xoj.xml").get(0);
    assertEquals(List.of(0.5, 0.25, 1.0, 1.0, Double.NaN, Double.NaN), InkSamples.pressures(page));
  }

  @Test
  void saysWhichStrokeIsBroken() throws Exception {
    assertReason("1 2 3", "a stroke must have an even number of coordinates but has 3");
    assertReason("1 2 3 x", "coordinate 4 must be a number but was 'x'");
  }

  private void assertReason(String coordinates, String reason) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("a"),
            "<xournal><page><layer>\n<stroke>"
                + coordinates
                + "</stroke></layer></page></xournal>");
    assertBadFile("line 2, column 9: " + reason, () -> InkFile.read(file));
  }
}
