package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** From copied sentences to a hand of one's own, in a real browser. */
class MySentencesPageTest {
  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  private static String chosen(Browsing browser) {
    return String.valueOf(browser.find(".copy-row input:checked").getDomAttribute("aria-label"));
  }

  @Tag("long")
  @Test
  void writesLinesIsToldOfADoubtAndLearnsTheHand() throws Exception {
    List<String> texts = CopyText.sentences();
    Path lines = page.workspace().resolve(".studio/sketches/lines.json");
    Browsing browser = page.browser();
    browser.turnTo("hand");
    browser.byKeyboard(browser.named("nav.ways", "Running script"), Keys.ENTER);
    browser.await(".copied", texts.get(0));
    assertFalse(browser.named("form", "Learn my hand").isEnabled());
    browser.requireAccessible();

    WebElement place = browser.find(".sketch");
    browser.draw(place, 0.1, 0.3, 0.1, 0.6, 0.2, 0.6);
    browser.draw(place, 0.3, 0.3, 0.4, 0.6);
    assertEquals(2, browser.all(".sketch .ink path").size());
    place.sendKeys(Keys.BACK_SPACE);
    assertEquals(1, browser.all(".sketch .ink path").size());
    place.sendKeys(Keys.ENTER);
    browser.await(".panel > .doubt", "The reader finds");
    assertEquals("Line 1, written, but", chosen(browser).substring(0, 20));
    Handwriting kept = InkFile.read(lines).pieces().get(0);
    assertEquals(texts.get(0), kept.text().orElseThrow());
    assertTrue(kept.strokes().get(0).points().get(1).seconds() > 0, "times are kept");
    browser.requireAccessible();
    browser.byKeyboard(browser.named("section", "Write anew"), Keys.ENTER);
    assertEquals(0, browser.all(".sketch .ink path").size());
    browser.byKeyboard(browser.named("section", "Skip"), Keys.ENTER);
    browser.await(".copied", texts.get(1));
    assertFalse(Files.exists(lines), "an empty line is no line");

    // What a mouse would take minutes to write.
    List<Handwriting> written = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      written.add(OwnLines.line(texts.get(i)));
    }
    Files.writeString(lines, InkJson.write(written));
    page.open();
    browser.turnTo("hand?by=sentences");
    browser.await("form", "2 of 10 lines written");
    assertEquals("Line 3, not written yet: " + texts.get(2), chosen(browser));
    browser.find(".sketch").sendKeys(Keys.ARROW_UP);
    browser.await(".copied", texts.get(1));
    browser.byKeyboard(browser.labelled("Name of your hand"), "anna");
    browser.byKeyboard(browser.named("form", "Learn my hand"), Keys.ENTER);
    browser.await("form", "anna is learned");
    browser.await("form", "Not in your lines");
    browser.requireLoaded(browser.find(".sample"));
    assertTrue(Files.exists(page.workspace().resolve("hands/anna.safetensors")));
    browser.requireAccessible();

    browser.byKeyboard(browser.named("form", "Start over"), Keys.ENTER);
    browser.await("form", "0 of 10 lines written");
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.await("form", "2 of 10 lines written");
    browser.requireQuietConsole();
  }
}
