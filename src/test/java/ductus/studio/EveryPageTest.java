package ductus.studio;

import ductus.ink.practice.CopyText;
import ductus.ink.read.InkJson;
import ductus.run.TinyRuns;
import ductus.task.handwriting.adaptation.OwnLines;
import ductus.task.music.request.MusicTrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every page with something in it, in both languages, light, dark and on a small screen: what a
 * program can tell of whether everybody can use it.
 */
@Timeout(240)
class EveryPageTest {
  private static final int USUAL = 1280;
  private static final int SMALL = 390;
  private static final String TUNE =
      """
      X:1
      T:Up
      M:4/4
      L:1/4
      K:C
      CDEF|GABc|
      """;

  private static final String FIRST_PAINT =
      "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime)";

  /** What is folded can be opened by anybody. */
  private static final String UNFOLD =
      "document.querySelectorAll('main > :not([hidden]) details').forEach((each) => { each.open ="
          + " true; })";

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  private void fill() throws Exception {
    Path workspace = page.workspace();
    Path corpus = TinyRuns.corpus(workspace.resolve(".studio/corpora/my tunes"), 9);
    TinyRuns.train(
        workspace.resolve("evening"), TinyRuns.config(corpus, MusicTrainingConfig.Keys.COMMON, 2));
    StudioSamples.tune(workspace, "Evening air");
    StudioSamples.tune(workspace, "thrown");
    Files.writeString(
        page.folder().resolve("note.json"),
        InkJson.write(List.of(OwnLines.line(CopyText.sentences().get(0)))));
  }

  /**
   * The page as it stands: in English light and dark, and light on a small screen; in German, whose
   * words are longer, dark on a small screen.
   */
  private static void check(Browsing browser, boolean german) throws Exception {
    browser.run(UNFOLD);
    for (boolean dark : german ? List.<Boolean>of() : List.of(false, true)) {
      browser.appear(dark, USUAL);
      browser.requireAccessible();
    }
    browser.appear(german, SMALL);
    browser.requireNothingSideways();
    browser.requireAccessible();
    browser.appear(false, USUAL);
  }

  @Test
  void canBeUsedInGermanOnASmallScreenInTheDark() throws Exception {
    canBeUsed("de");
  }

  @Tag("long")
  @Test
  void canBeUsedInEnglishInAnyForm() throws Exception {
    canBeUsed("en");
  }

  private void canBeUsed(String language) throws Exception {
    fill();
    Browsing browser = page.browser();
    browser.turnTo("library");
    browser.byKeyboard(browser.named("[aria-label=thrown]", "Delete"), "\n");
    browser.find(".notice");
    boolean german = language.equals("de");
    browser.run("localStorage.setItem('ductus-language', '" + language + "')");
    page.open();
    browser.find("html[lang=" + language + "] #pages a[aria-current]");
    browser.find("select option[value=folk]");
    System.out.println("first paint after ms: " + browser.ask(FIRST_PAINT));
    browser.drop("here.abc", TUNE);
    browser.named("article", german ? "Noten ändern" : "Edit notes").click();
    browser.find(".edit-notes rect");
    check(browser, german);
    browser.turnTo("write");
    browser.find("main > :not([hidden]) textarea").sendKeys("Anna");
    browser.find(".ink-word");
    check(browser, german);
    browser.turnTo("read");
    browser
        .find("main > :not([hidden]) .drop input[type=file]")
        .sendKeys(page.folder().resolve("note.json").toString());
    browser.find(".read-word");
    check(browser, german);
    browser.turnTo("corpus");
    browser.find(".corpora button").click();
    browser.find(".corpus-table td");
    check(browser, german);
    for (List<String> each :
        List.of(
            List.of("hand", ".sketch"),
            List.of("hand?by=sentences", ".copied"),
            List.of("train", ".chart .line"),
            List.of("inside", ".bars-list li.drawn"),
            List.of("bin", ".bin .card"),
            List.of("library", "article .roll svg"))) {
      browser.turnTo(each.get(0));
      browser.find("main > :not([hidden]) " + each.get(1));
      check(browser, german);
    }
    browser.find("[aria-controls=help]").click();
    check(browser, german);
    browser.requireQuietConsole();
  }
}
