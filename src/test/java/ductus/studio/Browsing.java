package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of the machine at a studio, with what tests ask of a page. */
final class Browsing implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
  private static final String AXE =
      """
      const done = arguments[0];
      axe.run().then((result) =>
        done(result.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))));
      """;

  /** Focuses what stands before an element in the order of Tab. */
  private static final String BEFORE =
      """
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility());
      const before = all[all.indexOf(arguments[0]) - 1];
      before ? before.focus() : document.activeElement.blur();
      """;

  /** Drops a file of text onto the page, as a system would after dragging it there. */
  private static final String DROP =
      """
      const transfer = new DataTransfer();
      transfer.items.add(new File([arguments[1]], arguments[0]));
      const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector('main > :not([hidden])').dispatchEvent(event);
      """;

  private final ChromeDriver driver;
  private final Path downloads;

  private static final String REQUESTS =
      "return performance.getEntriesByType('resource').map((each) => decodeURIComponent(each.name))"
          + ".join('\\n')";

  /**
   * For each kind of press the longest time until the page showed it, where that was 104 ms or
   * more: browsers keep no others.
   */
  private static final String SLOW_ANSWERS =
      """
      const done = arguments[0];
      const slowest = {};
      new PerformanceObserver((list) => list.getEntries()
        .filter((each) => ["click", "keydown", "pointerdown", "pointerup"].includes(each.name))
        .forEach((each) => {
          slowest[each.name] = Math.max(slowest[each.name] ?? 0, Math.round(each.duration));
        })).observe({ type: "event", buffered: true });
      setTimeout(() => done(JSON.stringify(slowest)), 100);
      """;

  private Browsing(ChromeDriver driver, Path downloads) {
    this.driver = driver;
    this.downloads = downloads;
  }

  /** Opens a browser; the test is skipped where there is none. */
  static Browsing open(Path downloads) {
    Optional<Path> browser = installed("/usr/bin/chromium", "/usr/bin/chromium-browser");
    Optional<Path> control = installed("/usr/bin/chromedriver");
    Assumptions.assumeTrue(
        browser.isPresent() && control.isPresent(),
        "no browser to test with: apt-get install chromium chromium-driver");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--autoplay-policy=no-user-gesture-required",
        "--window-size=1280,900");
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toAbsolutePath().toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service = ChromeDriverService.createDefaultService();
    service.setExecutable(control.orElseThrow().toString());
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return new Browsing(driver, downloads);
  }

  private static Optional<Path> installed(String... paths) {
    return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  void visit(String address) {
    driver.get(address);
  }

  /** Another page of the studio, as a link would show it. */
  void turnTo(String page) {
    driver.executeScript("location.hash = arguments[0]", page);
    wait(() -> driver.findElement(By.cssSelector("a[aria-current][href='#" + page + "']")));
  }

  String title() {
    return String.valueOf(driver.getTitle());
  }

  /** Waits until the page is called so. */
  void awaitTitle(String title) {
    wait(
        () -> {
          if (!title().equals(title)) {
            throw new NoSuchElementException(title + ", not " + title());
          }
          return title;
        });
  }

  /** What a selector finds, waited for. */
  WebElement find(String css) {
    return wait(() -> driver.findElement(By.cssSelector(css)));
  }

  /** Clicks an option that is there, also if its list is made anew meanwhile. */
  void choose(String css) {
    wait(
        () -> {
          driver.findElement(By.cssSelector(css)).click();
          return css;
        });
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /**
   * A button, link or summary by its words, in a part of the page that is shown, waited for; pages
   * that one turned away from may still be there.
   */
  WebElement named(String within, String words) {
    return wait(
        () ->
            driver.findElements(By.cssSelector(within)).stream()
                .flatMap(
                    part ->
                        part
                            .findElements(
                                By.xpath(
                                    ".//*[self::button or self::a or"
                                        + " self::summary][normalize-space()='"
                                        + words
                                        + "']"))
                            .stream())
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(words)));
  }

  /** The control of a label. */
  WebElement labelled(String label) {
    return wait(
        () ->
            driver.findElement(
                By.xpath(
                    "//*[@id=//label[starts-with(normalize-space(),'"
                        + label
                        + "')][not(ancestor::div[@hidden][parent::main])]/@for]")));
  }

  /** Goes to an element by Tab from the control before it, and presses keys there. */
  void byKeyboard(WebElement element, CharSequence... keys) {
    driver.executeScript(BEFORE, element);
    new Actions(driver).sendKeys(Keys.TAB).perform();
    assertEquals(element, driver.switchTo().activeElement(), "what Tab comes to");
    element.sendKeys(keys);
  }

  /** Runs a script in the page. */
  void run(String script) {
    driver.executeScript(script);
  }

  /** What a script in the page returns. */
  @Nullable Object ask(String script) {
    return driver.executeScript(script);
  }

  /** Where the page is. */
  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Opens an address in another tab, and turns to that. */
  void openTab(String address) {
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(address);
  }

  /** Closes this tab, and turns to the first one. */
  void backToFirstTab() {
    driver.close();
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
  }

  /** Waits until nothing is found any more. */
  void awaitGone(String css) {
    wait(
        () -> {
          if (!driver.findElements(By.cssSelector(css)).isEmpty()) {
            throw new NoSuchElementException("still there: " + css);
          }
          return css;
        });
  }

  /** Drops a file onto the page. */
  void drop(String name, String content) {
    driver.executeScript(DROP, name, content);
  }

  /**
   * Draws a stroke on an element.
   *
   * @param places shares of its width and height, from its upper left corner: x, y, x, y, ...
   */
  void draw(WebElement element, double... places) {
    int width = element.getSize().getWidth();
    int height = element.getSize().getHeight();
    Actions actions = new Actions(driver, Duration.ofMillis(5));
    for (int i = 0; i < places.length; i += 2) {
      actions.moveToElement(
          element, (int) ((places[i] - 0.5) * width), (int) ((places[i + 1] - 0.5) * height));
      if (i == 0) {
        actions.clickAndHold();
      }
    }
    actions.release().perform();
  }

  /** Drags an element by its middle, some pixels to the right and down. */
  void drag(WebElement element, int right, int down) {
    new Actions(driver, Duration.ofMillis(5))
        .clickAndHold(element)
        .moveByOffset(right / 2, down / 2)
        .moveByOffset(right - right / 2, down - down / 2)
        .release()
        .perform();
  }

  /** Waits until a part of the page says something. */
  void await(String css, String text) {
    wait(
        () -> {
          if (driver.findElements(By.cssSelector(css)).stream()
              .noneMatch(each -> each.getText().contains(text))) {
            throw new NoSuchElementException(
                css + " with " + text + "; the page says " + find("body").getText());
          }
          return text;
        });
  }

  /** Waits until the page has asked the server for something. */
  void awaitRequest(String part) {
    wait(
        () -> {
          Object asked = driver.executeScript(REQUESTS);
          if (!String.valueOf(asked).contains(part)) {
            throw new NoSuchElementException(part + " among " + asked);
          }
          return part;
        });
  }

  /** Waits until something is no longer as it was. */
  void awaitOther(Supplier<String> now, String before) {
    wait(
        () -> {
          if (now.get().equals(before)) {
            throw new NoSuchElementException("something other than " + before);
          }
          return before;
        });
  }

  /** Waits until a picture is there; one that cannot be had fails. */
  void requireLoaded(WebElement picture) {
    wait(
        () -> {
          if (!Boolean.parseBoolean(picture.getDomProperty("complete"))) {
            throw new NoSuchElementException("picture");
          }
          return picture;
        });
    assertNotEquals("0", picture.getDomProperty("naturalWidth"), picture.getDomProperty("src"));
  }

  /** Waits for a file that is being saved, and reads it. */
  byte[] saved(String ending) {
    return wait(
        () -> {
          try (Stream<Path> files = Files.list(downloads)) {
            Path file =
                files
                    .filter(each -> each.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(ending));
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Checks that the page can be used by everybody, as far as a program can tell. */
  void requireAccessible() throws IOException {
    if (driver.executeScript("return window.axe && 'there'") == null) {
      try (InputStream axe = Browsing.class.getResourceAsStream("/axe.min.js")) {
        driver.executeScript(
            new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(List.of(), driver.executeAsyncScript(AXE), title());
  }

  /** How wide the page is, in pixels, and whether it is to be dark; until all is forgotten. */
  void appear(boolean dark, int width) {
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Checks that all can be reached without scrolling sideways. */
  void requireNothingSideways() {
    assertEquals(
        List.of(),
        driver.executeScript(
            """
            const wide = document.documentElement.clientWidth;
            return document.documentElement.scrollWidth <= wide ? [] : [...document.querySelectorAll('main *')]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > wide + 1)
              .map((each) => `${each.tagName}.${each.className} ends at ${each.getBoundingClientRect().right}`);
            """),
        title());
  }

  /** Checks that something can be seen on a small laptop without scrolling. */
  void requireAboveTheFold(String css) {
    Dimension usual = driver.manage().window().getSize();
    Object more =
        driver.executeScript("return [innerWidth, innerHeight].map((inner) => Number(inner))");
    long width =
        usual.width - ((Number) ((List<?>) Objects.requireNonNull(more)).get(0)).longValue();
    long height =
        usual.height - ((Number) ((List<?>) Objects.requireNonNull(more)).get(1)).longValue();
    driver.manage().window().setSize(new Dimension((int) (1366 + width), (int) (657 + height)));
    driver.executeScript("scrollTo(0, 0)");
    Object lower =
        driver.executeScript(
            "return document.querySelector(arguments[0]).getBoundingClientRect().bottom", css);
    driver.manage().window().setSize(usual);
    double bottom = ((Number) Objects.requireNonNull(lower)).doubleValue();
    assertTrue(bottom <= 657, css + " ends at " + bottom);
  }

  /** Leaves the page, and forgets all of it. */
  void forget() {
    driver.get("about:blank");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.manage().deleteAllCookies();
    forgetConsole();
  }

  /** Takes what the browser complained about, where that was to be. */
  void forgetConsole() {
    driver.manage().logs().get(LogType.BROWSER).getAll();
  }

  /** Checks that the browser had nothing to complain about. */
  void requireQuietConsole() {
    assertEquals(
        List.of(),
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(entry -> entry.getMessage())
            .toList());
  }

  private static <T> T wait(Supplier<T> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return wanted.get();
      } catch (NoSuchElementException | StaleElementReferenceException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      System.out.println(
          "answers after 104 ms or more: " + driver.executeAsyncScript(SLOW_ANSWERS));
    } finally {
      driver.quit();
    }
  }
}
