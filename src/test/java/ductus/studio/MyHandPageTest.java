package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** From a first stroke to a letter in one's own hand, in a real browser. */
class MyHandPageTest {
  private static final String CHECKED = ".cell input:checked";

  @TempDir Path folder = Path.of("");

  private StudioSettings settings() throws Exception {
    return new StudioSettings(
        folder.resolve("generated"), 0, "test", 2, StudioSamples.hands(folder));
  }

  private static String chosen(Browsing browser) {
    return String.valueOf(browser.find(CHECKED).getDomAttribute("aria-label"));
  }

  @Test
  void drawsLettersTeachesThemAndWritesWithThem() throws Exception {
    try (Browsing browser = Browsing.open(folder);
        Studio studio = new Studio(settings())) {
      browser.visit(studio.address());
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

      browser.visit(studio.address());
      browser.turnTo("write");
      browser.turnTo("hand");
      browser.await("form", "11 drawn");
      browser.byKeyboard(browser.labelled("Name of your hand"), "anna");
      browser.byKeyboard(browser.named("form", "Learn my hand"), Keys.ENTER);
      WebElement sample = browser.find(".sample");
      browser.requireLoaded(sample);
      browser.await("form", "anna is learned");
      assertTrue(Files.exists(folder.resolve("generated/hands/anna.safetensors")));
      browser.requireAccessible();

      browser.byKeyboard(browser.named("form", "Learn my hand"), Keys.ENTER);
      browser.named("form", "Replace anna");
      browser.visit(studio.address());
      browser.turnTo("hand");
      browser.byKeyboard(browser.named("form", "Write a letter as anna"), Keys.ENTER);
      WebElement hand = browser.find(".hand input:checked");
      assertEquals("anna", hand.getDomProperty("value"));
      browser.byKeyboard(browser.labelled("Text"), "bad cafe");
      browser.byKeyboard(browser.named("form", "Write"), Keys.ENTER);
      WebElement page = browser.find("img.page");
      browser.requireLoaded(page);
      browser.await("h2", "anna");

      browser.turnTo("hand");
      browser.byKeyboard(browser.named("form", "Start over"), Keys.ENTER);
      browser.await("form", "0 drawn");
      assertFalse(browser.named("form", "Learn my hand").isEnabled());
      browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
      browser.await("form", "11 drawn");
    }
  }
}
