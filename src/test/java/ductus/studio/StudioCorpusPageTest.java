package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Files become a corpus that is looked at, heard and thrown away, in a real browser. */
@Tag("long")
class StudioCorpusPageTest {
  private static final Path CORPORA = Home.folder().resolve("corpora");
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.shipped();
  private Browsing browser;
  private Path workspace;

  @BeforeEach
  void open() {
    browser = page.browser();
    workspace = page.workspace();
    browser.turnTo("corpus");
  }

  /** A folder of two tunes, one of them twice, a broken file, ink, and what is neither. */
  private Path set() throws IOException {
    Path set =
        Files.createDirectories(Files.createTempDirectory(page.folder(), "in").resolve("My set"));
    Files.copy(CORPORA.resolve("melodies/bingo.abc"), set.resolve("bingo.abc"));
    Files.copy(CORPORA.resolve("melodies/bingo.abc"), set.resolve("bingo too.abc"));
    Files.copy(CORPORA.resolve("hands/note.json"), set.resolve("note.json"));
    Files.writeString(
        set.resolve(SCRIPT.replace("/", "") + ".abc"),
        "X:1\nT:" + SCRIPT + "\nM:4/4\nL:1/4\nK:C\nCDEF|\n");
    Files.writeString(set.resolve("broken.mid"), "MThd and no more");
    Files.writeString(set.resolve("read me.doc"), "nothing");
    Files.write(set.resolve("more.mid"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    return set;
  }

  @Test
  void readsAChosenFolderShowsPlaysAndThrowsAway() throws Exception {
    browser.await("h2", "melodies");
    browser.requireAccessible();
    browser.labelled("A folder").sendKeys(set().toString());
    browser.await("article h2", "My set");
    browser.await(".warning", "2 files not taken");
    browser.await(".warning", "more.mid is a zip archive");
    browser.await(".warning", "read me.doc is neither MIDI, ABC, MusicXML, ink, text nor a table");
    browser.await("article .facts", "2 pieces");
    browser.await("article .facts", "1 twice · 1 left out");
    browser.await("tbody tr.out", "left out: byte 0: ");
    browser.await("tbody tr", "_img src=x onerror=alert(1)_.abc");
    assertTrue(browser.all("tbody th img").isEmpty());

    browser.byKeyboard(browser.find("[aria-label='Show bingo.abc']"), Keys.ENTER);
    browser.await("tr.seen", "0:00");
    browser.byKeyboard(browser.find("tr.seen .play"), Keys.SPACE);
    browser.find("tr.seen .cursor:not([hidden])");
    browser.byKeyboard(browser.find("tr.seen .play"), Keys.SPACE);
    browser.byKeyboard(browser.find("[aria-label='Show note.json']"), Keys.ENTER);
    browser.requireLoaded(browser.find(".inksheet img"));
    browser.requireAccessible();

    Path kept = workspace.resolve(".studio/corpora/My set/bingo.abc");
    assertTrue(Files.exists(kept));
    browser.byKeyboard(browser.find("[aria-label='Delete bingo.abc']"), Keys.ENTER);
    browser.await(".notice", "bingo.abc is in the bin");
    assertFalse(Files.exists(kept));
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.find("[aria-label='Delete bingo.abc']");
    assertTrue(Files.exists(kept));

    browser.byKeyboard(browser.named("article", "Delete corpus"), Keys.ENTER);
    browser.await("article h2", "melodies");
    assertFalse(Files.exists(kept.getParent()));
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.await("article h2", "My set");
    browser.requireQuietConsole();
  }

  @Test
  void takesChosenFilesIntoANamedCorpus() throws Exception {
    browser.await("h2", "melodies");
    browser.byKeyboard(browser.labelled("Its name"), "Carols");
    WebElement files = browser.labelled("Files");
    Path melodies = CORPORA.resolve("melodies");
    files.sendKeys(melodies.resolve("bingo.mid") + "\n" + melodies.resolve("amazing-grace.mid"));
    browser.await("article h2", "Carols");
    browser.await("article .facts", "2 pieces · 30 bars");
    // The corpus that was just made is the one that more is added to.
    browser.labelled("Files").sendKeys(melodies.resolve("greensleeves.mid").toString());
    browser.await("article .facts", "3 pieces");
    assertEquals(1, browser.all(".corpora button[aria-pressed=true]").size());

    assertEquals(
        "#train?source=own%2FCarols",
        browser.named("article", "Train on it").getDomAttribute("href"));
    browser.requireQuietConsole();
  }

  @Test
  void takesWhatIsDropped() throws Exception {
    browser.await("h2", "melodies");
    browser.drop("dropped.abc", "X:1\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n");
    browser.await("article h2", "my corpus");
    browser.await("tbody tr", "2 bars · 8 notes");
    assertTrue(Files.exists(workspace.resolve(".studio/corpora/my corpus/dropped.abc")));
    browser.requireQuietConsole();
  }
}
