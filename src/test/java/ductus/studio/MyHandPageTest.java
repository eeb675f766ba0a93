package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.template.HandTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** From a first stroke to a letter in one's own hand, in a real browser. */
@Tag("long")
class MyHandPageTest {
  private static final String CHECKED = ".cell input:checked";

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  private static String chosen(Browsing browser) {
    return String.valueOf(browser.find(CHECKED).getDomAttribute("aria-label"));
  }

  @Test
  void drawsLettersTeachesThemAndWritesWithThem() throws Exception {
    Browsing browser = page.browser();
    browser.turnTo("hand");
    assertEquals("a, not drawn yet", chosen(browser));
    browser.requireAccessible();
    WebElement place = browser.find(".sketch");
    for (int i = 0; i < 11; i++) {
      browser.draw(place, 0.3, 0.42, 0.3, 0.65, 0.45, 0.65, 0.45, 0.42);
      browser.find(".cell.drawn input:checked");
      place.sendKeys(Keys.ENTER);
    }
    assertEquals("l, not drawn yet", chosen(browser));

    place.sendKeys(Keys.ARROW_LEFT);
    assertEquals("k, drawn", chosen(browser));
    browser.find(".word path.own");
    browser.draw(place, 0.6, 0.42, 0.6, 0.65);
    assertEquals(2, browser.all(".sketch .ink path").size());
    browser.byKeyboard(browser.named("section", "Undo stroke"), Keys.ENTER);
    assertEquals(1, browser.all(".sketch .ink path").size());
    browser.byKeyboard(browser.named("section", "Another example"), Keys.ENTER);
    browser.draw(place, 0.3, 0.4, 0.3, 0.66);
    assertEquals("k, drawn 2 times", chosen(browser));
    browser.byKeyboard(browser.named("section", "Draw anew"), Keys.ENTER);
    assertEquals("k, drawn", chosen(browser));
    browser.requireAccessible();

    page.open();
    browser.turnTo("write");
    browser.turnTo("hand");
    browser.await("form", "11 drawn");
    browser.byKeyboard(browser.labelled("Name of your hand"), "anna");
    browser.byKeyboard(browser.named("form", "Learn my hand"), Keys.ENTER);
    WebElement sample = browser.find(".sample");
    browser.requireLoaded(sample);
    browser.await("form", "anna is learned");
    assertTrue(Files.exists(page.workspace().resolve("hands/anna.safetensors")));
    browser.requireAccessible();

    browser.byKeyboard(browser.named("form", "Learn my hand"), Keys.ENTER);
    browser.named("form", "Replace anna");
    // The browser itself says that something was refused.
    browser.forgetConsole();
    page.open();
    browser.turnTo("hand");
    browser.byKeyboard(browser.named("form", "Write a letter as anna"), Keys.ENTER);
    WebElement hand = browser.find(".hand input:checked");
    assertEquals("anna", hand.getDomProperty("value"));
    browser.byKeyboard(browser.labelled("Text"), "bad cafe");
    browser.find(".ink-word[aria-label='cafe']");

    browser.turnTo("hand");
    browser.byKeyboard(browser.named("form", "Start over"), Keys.ENTER);
    browser.await("form", "0 drawn");
    assertFalse(browser.named("form", "Learn my hand").isEnabled());
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.await("form", "11 drawn");

    Path sheet = page.folder().resolve("sheet.svg");
    String strokes = "<path d='M20 37v-5h2'/><path d='M38 37V27'/></svg>";
    String empty = new String(HandTemplate.svg(), StandardCharsets.UTF_8);
    Files.writeString(sheet, empty.replace("</svg>", strokes));
    browser.byKeyboard(browser.named("section", "Draw on a sheet instead"), Keys.ENTER);
    browser.requireAccessible();
    browser.labelled("The sheet with your characters").sendKeys(sheet.toString());
    browser.await(".notice", "2 characters of sheet.svg are in");
    browser.find("[aria-label='a, drawn 2 times']");
    browser.requireQuietConsole();
  }
}
