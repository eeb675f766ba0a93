package ductus.workbench.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.layout.CharacterWidths;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.RenderSettings;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.workbench.drawing.HandModel;
import ductus.workbench.drawing.PenManner;
import ductus.workbench.drawing.StyleChoice;
import ductus.workbench.drawing.TinyHands;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageWritingTest {
  private final HandModel model;

  PageWritingTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private CharacterWidths widths(String text) {
    WritingRequest request =
        new WritingRequest(
            text,
            StyleChoice.of("one"),
            new PenManner(1, 0),
            PageSetup.on(Paper.A4),
            RenderSettings.DEFAULT,
            false,
            7);
    try (Workers workers = new Workers(1)) {
      return new PageWriting(model, Optional.empty(), KernelChoice.best(), workers).widths(request);
    }
  }

  @Test
  void learnsTheWidthOfAHandFromALongText() {
    double factor = widths("ab cde\nfgh i ".repeat(3) + "jk lmn op ".repeat(120)).factor();
    assertTrue(factor != 1 && factor > 0.1 && factor < 10, "factor " + factor);
  }

  @Test
  void writesNothingTwiceForATextOfFewOrShortLines() {
    assertEquals(CharacterWidths.AVERAGE, widths("ab cde fgh i ".repeat(50)));
    assertEquals(CharacterWidths.AVERAGE, widths("ab cde fgh i\n".repeat(500)));
    assertEquals(CharacterWidths.AVERAGE, widths(""));
    assertEquals(CharacterWidths.AVERAGE, widths("a".repeat(3000)));
  }
}
