package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.ink.read.InkJson;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** From ink to its text, in a real browser. */
class ReadPageTest {
  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  @Test
  void readsAFileCorrectsAWordTeachesSearchesAndSaves() throws Exception {
    Browsing browser = page.browser();
    browser.turnTo("read");
    browser.requireAccessible();
    WebElement place = browser.find(".sketch");
    browser.draw(place, 0.1, 0.3, 0.1, 0.6, 0.15, 0.6);
    browser.byKeyboard(browser.named("section", "Read it"), Keys.ENTER);
    browser.await("section", "1 line is read");

    Handwriting line = OwnLines.line(CopyText.sentences().get(0));
    String ink = InkJson.write(List.of(line));
    Path file = page.folder().resolve("note.json");
    Files.writeString(file, ink, StandardCharsets.UTF_8);
    browser.labelled("File").sendKeys(file.toString());
    browser.await("h2", "note.json");
    browser.requireAccessible();
    browser.byKeyboard(browser.find(".read-word"), Keys.ENTER);
    browser.find(".read-edit").sendKeys(Keys.chord(Keys.CONTROL, "a"), "Zanzibar", Keys.ENTER);
    browser.await(".read-word", "Zanzibar");
    browser.byKeyboard(browser.named(".read-lines", "This line is right"), Keys.ENTER);
    browser.await(".read-lines", "Right, and kept");

    browser.byKeyboard(browser.named(".read-lesson", "Teach the reader"), Keys.ENTER);
    browser.await(".read-lesson", "The reader learns");
    browser.requireAccessible();
    browser.byKeyboard(browser.named(".read-lesson", "Stop"), Keys.ENTER);
    browser.await(".read-lesson", "The lesson was stopped");

    browser.byKeyboard(browser.labelled("Search"), "zanzi");
    browser.await(".read-shelf mark", "Zanzi");
    assertEquals(1, browser.all(".read-shelf li").size());
    browser.requireAccessible();
    browser.byKeyboard(browser.named(".reading", "Save as searchable PDF"), Keys.ENTER);
    assertTrue(new String(browser.saved(".pdf"), StandardCharsets.ISO_8859_1).startsWith("%PDF"));

    // A reader that was taught reads from then on, and can be chosen.
    Path taught = page.workspace().resolve(".studio/readers/0001/model.safetensors");
    Files.createDirectories(taught.resolveSibling(""));
    Files.copy(Path.of("src/main/resources/ductus/models/people/model.safetensors"), taught);
    browser.turnTo("hand");
    browser.turnTo("read");
    assertFalse(browser.all(".read-word").isEmpty(), "what was read is still there");
    browser.await(".read-lesson", "Mine, taught here");
    assertEquals("mine", browser.labelled("Who reads").getDomProperty("value"));
    browser.drop("again.json", ink);
    browser.await("h2", "again.json");
    browser.requireQuietConsole();
  }
}
