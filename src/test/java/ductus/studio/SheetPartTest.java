package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shows sheet music in a real browser: its cursor, chosen bars, and what is pointed at. */
class SheetPartTest {
  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.withTinyHands();

  @Test
  void showsATuneWithItsCursorAndChosenBars() throws Exception {
    Browsing browser = page.browser();
    Files.createDirectories(page.workspace());
    Files.copy(Path.of("corpora/melodies/bingo.mid"), page.workspace().resolve("bingo.mid"));
    browser.run(
        """
        import(new URL("app/sheet.js", document.baseURI).href).then(({ Sheet }) => {
          const heard = (what) => (value) => document.body.setAttribute(what, String(value));
          const sheet = new Sheet("bingo.mid", { onbar: heard("data-heard-bar"), onnote: heard("data-heard-note") });
          document.querySelector("main").prepend(sheet.element);
          window.sheet = sheet;
        });
        """);
    browser.find(".sheet .note");
    browser.requireAccessible();
    browser.run("sheet.choose(2, 3)");
    assertEquals(2, browser.all(".sheet .bar.chosen").size());
    browser.run("sheet.at(sheet.notes[0].start + 0.01)");
    assertEquals(1, browser.all(".sheet .note.sounding").size());
    assertEquals(1, browser.all(".sheet .bar.playing").size());
    browser.run(
        "sheet.of(sheet.notes[2].notes[0])[0].dispatchEvent(new MouseEvent('click', { bubbles: true"
            + " }))");
    browser.find("body[data-heard-note]");
    browser.find("body[data-heard-bar]");
    browser.run("sheet.away()");
    assertEquals(0, browser.all(".sheet .sounding, .sheet .playing").size());
  }
}
