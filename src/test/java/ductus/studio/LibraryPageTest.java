package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The library is searched, tagged, compared and taken along, by keyboard, in a real browser. */
class LibraryPageTest {
  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  @Test
  void findsTagsComparesAndTakesAlong() throws Exception {
    Browsing browser = page.browser();
    StudioSamples.tune(page.workspace(), "Evening air");
    StudioSamples.tune(page.workspace(), "Morning walk");
    browser.turnTo("library");
    browser.await(".shelf-search", "2 things");
    browser.byKeyboard(browser.labelled("Search"), "even");
    browser.await(".shelf-search", "1 of 2 fits");
    assertEquals(1, browser.all("article.card h2").size());

    browser.byKeyboard(browser.named("[aria-label='Evening air']", "Tag"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("New tag"), "calm", Keys.ENTER);
    browser.await(".tags", "calm");
    browser.labelled("Search").clear();
    browser.byKeyboard(browser.labelled("Search"), "calm");
    browser.await(".shelf-search", "1 of 2 fits");
    browser.requireAccessible();
    browser.labelled("Search").clear();
    browser.byKeyboard(browser.labelled("Search"), " ");
    browser.await(".shelf-search", "2 things");

    browser.byKeyboard(browser.find("[aria-label='Choose Evening air']"), Keys.SPACE);
    browser.byKeyboard(browser.find("[aria-label='Choose Morning walk']"), Keys.SPACE);
    browser.byKeyboard(browser.named(".chosen-bar", "Put them side by side"), Keys.ENTER);
    browser.await(".beside", "They were made in the same way");
    assertEquals(2, browser.all(".beside .play").size());
    browser.requireAccessible();
    browser.byKeyboard(browser.named(".chosen-bar", "Save the chosen as zip"), Keys.ENTER);
    assertEquals('P', browser.saved(".zip")[0]);

    browser.byKeyboard(browser.named("[aria-label='Evening air']", "Download"), Keys.ENTER);
    browser.byKeyboard(
        browser.named("[aria-label='Evening air']", "One page to share (HTML)"), Keys.ENTER);
    String shared = new String(browser.saved(".html"), StandardCharsets.UTF_8);
    assertTrue(shared.contains("AudioContext"), shared);
    browser.requireQuietConsole();
  }
}
