package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.ink.scan.SheetMarks;
import ductus.ink.template.LineTemplate;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * From the start to something made, by somebody who reads nothing but the page: presses are
 * counted, time is measured. The hand is learned by a tiny model, with {@code
 * -Dductus.walks.shipped=true} by the one that ships.
 */
@Tag("long")
class StrangerWalkTest {
  private static final boolean SHIPPED = Boolean.getBoolean("ductus.walks.shipped");

  @RegisterExtension
  private final BrowsedStudio page =
      SHIPPED ? BrowsedStudio.shipped() : BrowsedStudio.withTinyHands();

  private int presses;

  private void press(WebElement element) {
    page.browser().byKeyboard(element, Keys.ENTER);
    presses++;
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  @Test
  void aLetterIsSavedAsPdf() {
    Browsing browser = page.browser();
    long begun = System.nanoTime();
    press(browser.named("nav", "Write"));
    browser.byKeyboard(browser.labelled("Text"), "Dear Anna,\nsee you at six.\nBen");
    press(browser.named(".saving", "PDF"));
    String pdf = new String(browser.saved(".pdf"), StandardCharsets.ISO_8859_1);
    System.out.printf("a letter as PDF after %.1f s in %d presses%n", since(begun), presses);
    assertTrue(pdf.startsWith("%PDF"), pdf);
    assertEquals(2, presses);
  }

  @Test
  void aPhotographedSheetOfSentencesBecomesAHand() throws Exception {
    List<String> sentences = CopyText.sentences();
    Map<Integer, Handwriting> written = new HashMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      written.put(i, OwnLines.line(sentences.get(i)));
    }
    Path photo = page.folder().resolve("sheet.jpg");
    Files.write(photo, PaperPhoto.of(SheetMarks.Kind.LINES, LineTemplate.cells(), written, 0));

    Browsing browser = page.browser();
    long begun = System.nanoTime();
    press(browser.named("nav", "My hand"));
    press(browser.named("nav.ways", "Running script"));
    press(browser.named("section", "Write on a sheet instead"));
    browser.labelled("The sheet with your lines").sendKeys(photo.toString());
    browser.await("form", "All lines are written");
    double brought = since(begun);
    browser.byKeyboard(browser.labelled("Name of your hand"), "anna");
    press(browser.named("form", "Learn my hand"));
    Path learned = page.workspace().resolve("hands/anna.safetensors");
    while (!Files.exists(learned)) {
      assertTrue(since(begun) < 1200, "it never ends");
      Thread.sleep(100);
    }
    browser.await("form", "anna is learned");
    browser.requireLoaded(browser.find(".sample"));
    System.out.printf(
        "a photographed sheet was read after %.1f s, and %s had learned the hand after %.1f s, in"
            + " %d presses%n",
        brought, SHIPPED ? "the model that ships" : "a tiny model", since(begun), presses);
    assertEquals(4, presses);
    browser.requireQuietConsole();
  }
}
