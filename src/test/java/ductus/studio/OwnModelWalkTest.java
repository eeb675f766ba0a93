package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** From a folder of one's own to a model that learns it, without reading anything but the page. */
@Timeout(180)
@Tag("long")
class OwnModelWalkTest {
  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.shipped();

  @Test
  void aStrangerHasAModelOfTheirFolderLearn() throws Exception {
    Browsing browser = page.browser();
    Path folder = TinyRuns.corpus(page.folder().resolve("My tunes"), 40);
    long begun = System.nanoTime();
    browser.byKeyboard(browser.named("nav", "Corpus"), Keys.ENTER);
    browser.labelled("A folder").sendKeys(folder.toString());
    browser.await("article h2", "My tunes");
    browser.byKeyboard(browser.named("article", "Train on it"), Keys.ENTER);
    browser.find("option[value='own/My tunes']");
    browser.byKeyboard(browser.named("form", "Start training"), Keys.ENTER);
    browser.await("article .facts", "Training");
    long started = System.nanoTime();
    System.out.printf(
        "a model of a folder of 40 tunes learns after %.1f s in 4 presses%n",
        (started - begun) / 1e9);
    browser.byKeyboard(browser.named("article", "Stop"), Keys.ENTER);
    browser.await("article .facts", "Stopped");
    Path run = page.workspace().resolve("My tunes-medium");
    assertTrue(Files.exists(run.resolve("config.json")));
    assertFalse(RunFolder.isBusy(run));
    browser.requireQuietConsole();
  }
}
