package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looks into a tune and a line, by keyboard, in a real browser. */
class LookInsidePageTest {
  private static final String BARS = ".bars-list li";

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();
  private Browsing browser;

  @BeforeEach
  void open() {
    browser = page.browser();
  }

  private List<Double> probabilities() {
    return browser.all(BARS).stream()
        .map(bar -> Double.parseDouble(String.valueOf(bar.getDomAttribute("data-probability"))))
        .toList();
  }

  @Tag("long")
  @Test
  void showsWhatATokenWasDrawnFromAndWhatTemperatureChanges() throws Exception {
    StudioSamples.tune(page.workspace(), "tune");
    browser.turnTo("library");
    browser.byKeyboard(browser.named("[aria-label=tune]", "Look inside"), Keys.ENTER);
    browser.find(BARS + ".drawn");
    browser.requireAccessible();
    WebElement token = browser.labelled("Token, of");
    browser.byKeyboard(token, Keys.HOME);
    browser.await(".said", "token 1");
    for (int i = 2; i <= 12; i++) {
      token.sendKeys(Keys.ARROW_RIGHT);
    }
    browser.await(".said", "token 12");
    browser.find(".bars-list[data-token='12']");

    List<Double> before = probabilities();
    assertEquals(1, before.stream().mapToDouble(p -> p).sum(), 1e-9);
    WebElement temperature = browser.labelled("Temperature");
    browser.byKeyboard(temperature, Keys.END);
    List<Double> hot = probabilities();
    assertNotEquals(before, hot);
    assertTrue(hot.get(0) < before.get(0), before + " and " + hot);
    assertEquals(1, hot.stream().mapToDouble(p -> p).sum(), 1e-9);
    browser.byKeyboard(temperature, Keys.HOME);
    assertEquals(1, probabilities().get(0));
    browser.byKeyboard(temperature, Keys.END);
    WebElement nucleus = browser.labelled("Nucleus");
    nucleus.clear();
    browser.byKeyboard(nucleus, "1");
    WebElement topK = browser.labelled("Top-k");
    topK.clear();
    browser.byKeyboard(topK, "2");
    assertEquals(2, probabilities().stream().filter(p -> p > 0).count());
    browser.byKeyboard(browser.named("section", "As it was drawn"), Keys.ENTER);
    assertEquals(before, probabilities());
    assertEquals(10, browser.all(".units li").size());
    browser.draw(browser.find(".surprise"), 0.99, 0.5);
    browser.await(".said", "bar 4");
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  @Test
  @Tag("long")
  void showsWhatAPointWasDrawnFromAndWhereItLookedInTheText() throws Exception {
    browser.turnTo("inside");
    browser.named("main", "write a letter");
    browser.requireAccessible();
    browser.turnTo("write");
    browser.find(".hand img");
    browser.byKeyboard(browser.labelled("Text"), "Dear Anna");
    browser.find(".ink-word");
    browser.byKeyboard(browser.named(".saving", "Keep"), Keys.ENTER);
    browser.await(".notice", "is in the Library");
    browser.turnTo("inside");
    browser.await(".attention", "D");
    browser.find(".density ellipse");
    browser.requireAccessible();
    WebElement point = browser.labelled("Point of the pen");
    browser.byKeyboard(point, Keys.HOME, Keys.ARROW_RIGHT);
    browser.await(".said", "point 2 of");
    browser.find(".density[data-point='2']");
    String narrow = browser.find(".density ellipse").getDomAttribute("rx");
    WebElement temperature = browser.labelled("Temperature");
    browser.byKeyboard(temperature, Keys.END);
    double wide =
        Double.parseDouble(String.valueOf(browser.find(".density ellipse").getDomAttribute("rx")));
    assertTrue(wide > Double.parseDouble(String.valueOf(narrow)), narrow + " and " + wide);
    browser.await(".pen-up", "%");
    assertEquals(10, browser.all(".units li").size());
    browser.requireQuietConsole();
  }
}
