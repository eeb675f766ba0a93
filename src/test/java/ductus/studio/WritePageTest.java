package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A letter at the page of handwriting, from the first key to files, without a mouse. */
class WritePageTest {
  private static final String SAMPLES =
      "return performance.getEntriesByType('resource').filter((each) =>"
          + " each.name.includes('/api/write/sample')).length";

  @RegisterExtension final BrowsedStudio opened = BrowsedStudio.shipped();

  @Test
  void writesALetterAsOneTypesAndLettersFromATable() throws Exception {
    Browsing browser = opened.browser();
    browser.turnTo("write");
    browser.find(".hand img");
    browser.requireAccessible();
    WebElement text = browser.labelled("Text");
    browser.byKeyboard(text, "Dear Anna");
    browser.find(".ink-word[aria-label='Anna']");

    // Another line leaves the ink of this one alone.
    String ink = ink(browser, "Anna");
    long pressed = System.nanoTime();
    text.sendKeys("\nHi ♞");
    browser.await(".written", "Writing");
    long told = System.nanoTime();
    browser.find(".ink-word[aria-label='Hi']");
    print("first sign", pressed, told);
    print("a line of ink", pressed, System.nanoTime());
    assertEquals(ink, ink(browser, "Anna"));
    browser.await(".written", "nothing for ♞");
    browser.requireAccessible();

    // A word written anew stays so while the text goes on.
    WebElement first = browser.find(".ink-word[aria-label='Dear']");
    browser.byKeyboard(first, Keys.ARROW_RIGHT);
    pressed = System.nanoTime();
    browser.find(".ink-word.held[aria-label='Anna']").sendKeys(Keys.ENTER);
    browser.awaitOther(() -> ink(browser, "Anna"), ink);
    print("a word anew", pressed, System.nanoTime());
    String anew = ink(browser, "Anna");
    text.sendKeys("\nBye");
    browser.find(".ink-word[aria-label='Bye']");
    assertEquals(anew, ink(browser, "Anna"));
    browser.turnTo("library");
    browser.turnTo("write");
    assertEquals("Dear Anna\nHi ♞\nBye", text.getDomProperty("value"));
    assertEquals(anew, ink(browser, "Anna"));
    browser.byKeyboard(browser.named(".desktop", "Undo"), Keys.ENTER);
    browser.awaitOther(() -> ink(browser, "Anna"), anew);
    assertEquals(ink, ink(browser, "Anna"));

    // A line moves by keys; what is saved is what is seen, and there after a reload.
    browser.find(".ink-word[aria-label='Bye']").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    browser.await(".written", "plotted in");
    String stood = left(browser, "Hi");
    browser.draw(browser.find(".ink-word[aria-label='Hi']"), 0.5, 0.5, 1.5, 0.6, 3, 1);
    browser.awaitOther(() -> left(browser, "Hi"), stood);
    browser.byKeyboard(browser.named(".saving", "PDF"), Keys.ENTER);
    String pdf = new String(browser.saved(".pdf"), StandardCharsets.ISO_8859_1);
    assertTrue(pdf.startsWith("%PDF"), pdf);
    onPaper(browser);
    browser.byKeyboard(browser.named(".saving", "More"), Keys.ENTER);
    browser.byKeyboard(browser.named(".saving", "Plotter program"), Keys.ENTER);
    String plot = new String(browser.saved(".gcode"), StandardCharsets.US_ASCII);
    assertTrue(plot.contains("G21"), plot);
    browser.byKeyboard(browser.named(".saving", "Keep"), Keys.ENTER);
    browser.await(".notice", "is in the Library");
    browser.run("location.reload()");
    browser.find(".ink-word[aria-label='Bye']");
    assertEquals(ink, ink(browser, "Anna"));

    letters(browser);
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  /** Paper of one's own, with which a letter is saved. */
  private void onPaper(Browsing browser) throws Exception {
    BufferedImage paper = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(((DataBufferInt) paper.getRaster().getDataBuffer()).getData(), 0xf4d9a8);
    Path file = opened.folder().resolve("paper.png");
    ImageIO.write(paper, "png", file.toFile());
    browser.byKeyboard(browser.named("form", "Your own paper"), Keys.ENTER);
    browser.labelled("Picture (PNG").sendKeys(file.toString());
    browser.find(".ground[href]");
    browser.byKeyboard(browser.named(".saving", "PNG"), Keys.ENTER);
    BufferedImage saved = ImageIO.read(new ByteArrayInputStream(browser.saved(".png")));
    Color corner = new Color(saved.getRGB(3, 3));
    assertEquals(0xf4, corner.getRed(), 4, "the paper is there");
    assertEquals(0xa8, corner.getBlue(), 4);
    browser.byKeyboard(browser.named("form", "Take it away"), Keys.ENTER);
  }

  /** Three letters from a table, one after another and as one file. */
  private static void letters(Browsing browser) throws Exception {
    browser.byKeyboard(browser.named("form", "Begin again"), Keys.ENTER);
    browser.byKeyboard(browser.named("form", "Start with an empty page"), Keys.ENTER);
    browser.labelled("Text").sendKeys("Dear {name}");
    browser.byKeyboard(browser.named("form", "Letters from a table"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("Table"), "name\nAda\nBen\nCleo");
    browser.find(".ink-word[aria-label='Ada']");
    browser.byKeyboard(browser.named("form", "Next"), Keys.ENTER);
    browser.find(".ink-word[aria-label='Ben']");
    long pressed = System.nanoTime();
    browser.byKeyboard(browser.named("form", "All letters as a ZIP"), Keys.ENTER);
    String zip = new String(browser.saved(".zip"), StandardCharsets.ISO_8859_1);
    print("three letters", pressed, System.nanoTime());
    assertEquals(4L, browser.ask(SAMPLES), "only the hands in sight write a sample");
    assertTrue(zip.startsWith("PK") && zip.contains("letter-003.pdf"), zip);
    assertNotEquals(-1, zip.indexOf("letter-001.pdf"));
  }

  private static String ink(Browsing browser, String word) {
    return String.valueOf(
        browser
            .find(".ink-word[aria-label='" + word + "']")
            .findElement(By.tagName("path"))
            .getDomAttribute("d"));
  }

  private static String left(Browsing browser, String word) {
    return String.valueOf(
        browser
            .find(".ink-word[aria-label='" + word + "']")
            .findElement(By.tagName("rect"))
            .getDomAttribute("x"));
  }

  private static void print(String what, long from, long to) {
    System.out.printf("Write: %s after %d ms%n", what, (to - from) / 1_000_000);
  }
}
