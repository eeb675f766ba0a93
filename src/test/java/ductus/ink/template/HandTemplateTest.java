package ductus.ink.template;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandTemplateTest {
  @TempDir Path folder = Path.of("");

  private Path sheet(String drawing) throws Exception {
    String svg = new String(HandTemplate.svg(), StandardCharsets.UTF_8);
    Path file = folder.resolve("sheet.svg");
    Files.writeString(file, svg.replace("</svg>", drawing + "</svg>"));
    return file;
  }

  @Test
  void whatIsDrawnInABoxIsItsCharacter() throws Exception {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < TemplateGrid.CHARACTERS.size(); i++) {
      double x = TemplateGrid.left(i) + 6;
      double y = TemplateGrid.top(i) + TemplateGrid.BASELINE;
      drawing.append("<path d='M%s %sl4 -5'/>".formatted(x, y));
    }
    List<Handwriting> read = HandTemplate.read(sheet(drawing.toString()));
    assertEquals(TemplateGrid.CHARACTERS.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      String wanted = Character.toString(TemplateGrid.CHARACTERS.get(i));
      assertEquals(wanted, read.get(i).text().orElseThrow());
      Box box = read.get(i).box().orElseThrow();
      assertEquals(6, box.left(), 1e-6);
      assertEquals(0, box.bottom(), 1e-6);
      assertEquals(5, box.top(), 1e-6);
    }
  }

  @Test
  void strokesOfABoxBelongTogether() throws Exception {
    double x = TemplateGrid.left(8) + 8;
    double y = TemplateGrid.top(8) + TemplateGrid.BASELINE;
    String drawing =
        "<g transform='translate(%s %s)'><path d='M0 -5V0'/><path d='M0 -8v0.1'/></g>"
            .formatted(x, y);
    List<Handwriting> read = HandTemplate.read(sheet(drawing));
    assertEquals(1, read.size());
    assertEquals("i", read.get(0).text().orElseThrow());
    assertEquals(2, read.get(0).strokes().size());
  }

  @Test
  void anEmptySheetHasNothing() throws Exception {
    Path file = sheet("<rect width='210' height='297'/><path d='M1 1H200V290'/>");
    assertBadFileNaming("must have strokes in the boxes", () -> HandTemplate.read(file));
  }

  @Test
  void everyCharacterOfAsciiHasABoxOnThePaper() {
    assertEquals(26 + 94, TemplateGrid.CHARACTERS.size());
    for (int i = 0; i < TemplateGrid.CHARACTERS.size(); i++) {
      assertTrue(TemplateGrid.left(i) + TemplateGrid.WIDTH < TemplateGrid.PAPER_WIDTH);
      assertTrue(TemplateGrid.top(i) + TemplateGrid.HEIGHT < TemplateGrid.PAPER_HEIGHT);
    }
  }
}
