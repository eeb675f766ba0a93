package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Score;
import ductus.music.encoding.song.SongEncoding;
import ductus.music.midi.MidiReader;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Each page's main job from start to end, by keyboard, in a real browser. */
class StudioPagesTest {
  /** A keyboard that plays what it is told, at milliseconds from now on, without waiting. */
  private static final String MIDI_KEYBOARD =
      """
      const keys = {};
      navigator.requestMIDIAccess = async () => ({ inputs: new Map([['1', keys]]) });
      window.play = (pitch, on, off) => {
        window.begun ??= performance.now();
        keys.onmidimessage({ data: [0x90, pitch, 80], timeStamp: begun + on });
        keys.onmidimessage({ data: [0x80, pitch, 0], timeStamp: begun + off });
      };
      """;

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.shipped();
  private Browsing browser;
  private Path workspace;

  @BeforeEach
  void open() {
    browser = page.browser();
    workspace = page.workspace();
  }

  @Test
  void composesTunesToHearKeepAndChange() throws Exception {
    browser.awaitTitle("Compose · Ductus");
    browser.requireAccessible();
    browser.find("select option[value=folk]");
    browser.byKeyboard(browser.labelled("Bars"), "8");
    WebElement count = browser.labelled("Candidates");
    count.clear();
    browser.byKeyboard(count, "2");
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await("article:nth-of-type(2) .facts", "8 bars");
    assertEquals(2, browser.all("article").size());
    browser.requireAccessible();

    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.find("article .cursor:not([hidden])");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);

    browser.byKeyboard(browser.named("article", "Change some bars"), Keys.ENTER);
    WebElement from = browser.labelled("From bar");
    from.clear();
    browser.byKeyboard(from, "3");
    WebElement to = browser.labelled("to bar");
    to.clear();
    browser.byKeyboard(to, "4");
    browser.byKeyboard(browser.named("article", "Rewrite these bars"), Keys.ENTER);
    browser.await("h2", "Bars 3 to 4 rewritten");
    browser.find("form button.primary:enabled");

    browser.byKeyboard(browser.named("article", "Keep"), Keys.ENTER);
    browser.await("article", "Kept as folk-0001");
    Score kept = MidiReader.read(workspace.resolve("folk-0001.mid"));
    assertFalse(kept.notes().isEmpty());

    browser.byKeyboard(browser.named("article", "MIDI"), Keys.ENTER);
    assertArrayEquals(
        Files.readAllBytes(workspace.resolve("folk-0001.mid")), browser.saved(".mid"));
    browser.requireQuietConsole();
  }

  @Test
  @Tag("long")
  void asksAModelForWhatItTakesAndForNothingElse() throws Exception {
    browser.find("select[name=dance] option[value=jig]");
    browser.byKeyboard(browser.labelled("Form"), "A1");
    WebElement count = browser.labelled("Candidates");
    count.clear();
    browser.byKeyboard(count, "1");
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await(".notice.bad", "orm must be 1 to 16 letters, such as AABB or AA'BA, but was A1");
    browser.find("form button.primary:enabled");
    browser.forgetConsole();

    browser.labelled("Form").clear();
    browser.byKeyboard(browser.labelled("Form"), "AABB");
    browser.byKeyboard(browser.labelled("Dance"), "jig");
    browser.byKeyboard(browser.labelled("Bars"), "16");
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await("article .facts", "16 bars");
    browser.find("form button.primary:enabled");
    assertFalse(browser.labelled("Chords that phrases end on").isDisplayed());

    browser.byKeyboard(browser.labelled("Model"), "Chorales");
    assertTrue(browser.all("select[name=dance]").isEmpty());
    assertFalse(browser.labelled("Form").isDisplayed());
    browser.labelled("Bars").clear();
    browser.byKeyboard(browser.labelled("Chords that phrases end on"), "G D Em G");
    browser.requireAccessible();
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await("h2", "Chorales in four voices, seed");
    browser.find("form button.primary:enabled");
    Path sidecar;
    try (var drafts = Files.list(workspace.resolve(".studio/drafts"))) {
      sidecar =
          drafts
              .filter(file -> file.toString().matches(".*chorales.*\\.json"))
              .findFirst()
              .orElseThrow();
    }
    assertTrue(Files.readString(sidecar).contains("G D Em G"));

    TinyRuns.model(
        Files.createDirectories(workspace.resolve("songs")).resolve("model.safetensors"),
        new SongEncoding(),
        1);
    browser.turnTo("library");
    browser.turnTo("compose");
    browser.find("option[value=songs]");
    browser.byKeyboard(browser.named("form", "Begin with your own notes"), Keys.ENTER);
    assertFalse(browser.find("#accompany").isDisplayed());
    browser.byKeyboard(browser.labelled("Model"), "songs");
    browser.byKeyboard(browser.find("#accompany"), Keys.SPACE);
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await(".notice.bad", "ccompany wants the tune that it is for");
    browser.forgetConsole();
    browser.byKeyboard(browser.labelled("Notes"), "C5q D5q E5q F5q G5q A5q B5q C6q");
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await("article .facts", "2 bars");
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void goesOnFromNotesOfTheScreenKeyboard() throws Exception {
    browser.find("select option[value=folk]");
    browser.byKeyboard(browser.named("form", "Begin with your own notes"), Keys.ENTER);
    browser.byKeyboard(browser.find("[aria-label=C5]"), Keys.ENTER);
    browser.byKeyboard(browser.find("[aria-label=E5]"), Keys.ENTER);
    assertEquals("C5q E5q", browser.labelled("Notes").getDomProperty("value"));
    WebElement count = browser.labelled("Candidates");
    count.clear();
    count.sendKeys("1", Keys.ENTER);
    browser.await(".facts", "notes");
    Path midi;
    try (var drafts = Files.list(workspace.resolve(".studio/drafts"))) {
      midi = drafts.filter(file -> file.toString().endsWith(".mid")).findFirst().orElseThrow();
    }
    Score score = MidiReader.read(midi);
    assertEquals(60, score.notes().get(0).pitch());
    assertEquals(64, score.notes().get(1).pitch());
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void recordsFromAMidiKeyboardOnTheGridOfTheClick() throws Exception {
    browser.find("select option[value=folk]");
    browser.run(MIDI_KEYBOARD);
    browser.byKeyboard(browser.named("form", "Begin with your own notes"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("Click and count in"), Keys.SPACE);
    browser.byKeyboard(browser.named("form", "Record from a MIDI keyboard"), Keys.ENTER);
    browser.await(".recorder [role=status]", "Play");
    // At 100 quarter notes a minute: a quarter, two eighths together with a lower note, a rest.
    browser.run(
        """
        play(60, 0, 570); play(64, 610, 880); play(52, 620, 880); play(65, 905, 1190);
        play(67, 1795, 3010);
        """);
    browser.await(".recorder [role=status]", "5 notes");
    browser.requireAccessible();
    browser.byKeyboard(browser.named("form", "Stop recording"), Keys.ENTER);
    assertEquals("C5q E5i F5i Rq G5h", browser.labelled("Notes").getDomProperty("value"));
    assertEquals("100", browser.labelled("Tempo").getDomProperty("value"));

    WebElement count = browser.labelled("Candidates");
    count.clear();
    count.sendKeys("1", Keys.ENTER);
    browser.await(".facts", "notes");
    browser.requireQuietConsole();
  }

  @Test
  void saysWhyThereIsNoMidiKeyboard() {
    browser.find("select option[value=folk]");
    browser.byKeyboard(browser.named("form", "Begin with your own notes"), Keys.ENTER);
    browser.run("navigator.requestMIDIAccess = async () => { throw new Error('no'); };");
    browser.byKeyboard(browser.named("form", "Record from a MIDI keyboard"), Keys.ENTER);
    browser.await(".recorder [role=status]", "The browser may not hear MIDI keyboards");
    browser.run("navigator.requestMIDIAccess = async () => ({ inputs: new Map() });");
    browser.byKeyboard(browser.named("form", "Record from a MIDI keyboard"), Keys.ENTER);
    browser.await(".recorder [role=status]", "There is no MIDI keyboard");
    browser.run("navigator.requestMIDIAccess = undefined;");
    browser.byKeyboard(browser.named("form", "Record from a MIDI keyboard"), Keys.ENTER);
    browser.await(".recorder", "This browser cannot hear MIDI keyboards");
    browser.requireQuietConsole();
  }

  @Test
  void showsCandidatesAsTheyComeAndStopsWhenToldTo() {
    browser.find("select option[value=folk]");
    WebElement count = browser.labelled("Candidates");
    count.clear();
    count.sendKeys("12", Keys.ENTER);
    browser.await("form [role=status]", "of 12");
    browser.find("article h3");
    browser.byKeyboard(browser.named("form", "Stop"), Keys.ENTER);
    browser.find("form button.primary:enabled");
    int shown = browser.all("article").size();
    assertTrue(shown >= 1 && shown < 12, shown + " candidates");
    browser.requireQuietConsole();
  }

  @Test
  void saysThatAModelIsGoneAndOffersTheOthers() throws Exception {
    Path mine = Files.createDirectories(workspace.resolve("mine"));
    Path model = mine.resolve("model.safetensors");
    try (InputStream folk =
        StudioPagesTest.class.getResourceAsStream("/ductus/models/folk/model.safetensors")) {
      Files.copy(Objects.requireNonNull(folk), model);
    }
    browser.turnTo("library");
    browser.turnTo("compose");
    // Letters that come slowly, as beside other work, choose one option after the other.
    browser.choose("option[value=mine]");
    assertEquals("mine", browser.labelled("Model").getDomProperty("value"));
    Files.delete(model);
    browser.byKeyboard(browser.named("form", "Compose"), Keys.ENTER);
    browser.await(".notice.bad", "The model mine is gone: choose another one");
    browser.find("form button.primary:enabled");
    assertEquals("folk", browser.labelled("Model").getDomProperty("value"));
    assertTrue(browser.all("option[value=mine]").isEmpty());
    // The browser itself says that something was refused.
    browser.forgetConsole();
  }

  @Test
  void keepsALibraryWhoseThingsAreRenamedMadeAgainAndThrownAway() throws Exception {
    StudioSamples.tune(workspace, "first <img src=x onerror=alert(1)>");
    browser.turnTo("library");
    browser.await("article h2", "first <img src=x onerror=alert(1)>");
    assertTrue(browser.all("article h2 img").isEmpty());
    browser.find("article .play");
    browser.requireAccessible();

    browser.byKeyboard(browser.named("article", "Rename"), Keys.ENTER);
    WebElement name = browser.labelled("New name");
    name.clear();
    browser.byKeyboard(name, "Evening air", Keys.ENTER);
    browser.await("article h2", "Evening air");
    assertTrue(Files.exists(workspace.resolve("Evening air.mid")));

    browser.byKeyboard(browser.named("article", "Make again"), Keys.ENTER);
    browser.await(".notice", "again-0001 has the same bytes as Evening air");
    assertArrayEquals(
        Files.readAllBytes(workspace.resolve("Evening air.mid")),
        Files.readAllBytes(workspace.resolve("again-0001.mid")));

    browser.byKeyboard(
        browser.named("[aria-label='Evening air']", "Where it comes from"), Keys.ENTER);
    browser.await("[aria-label='Evening air'] dl", "folk");

    browser.byKeyboard(browser.named("[aria-label='Evening air']", "Delete"), Keys.ENTER);
    browser.await(".notice", "Evening air is in the bin");
    assertFalse(Files.exists(workspace.resolve("Evening air.mid")));
    assertTrue(Files.exists(workspace.resolve(".studio/bin/1/Evening air.mid")));
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.named("[aria-label='Evening air']", "Delete");
    assertTrue(Files.exists(workspace.resolve("Evening air.json")));

    browser.byKeyboard(browser.named("[aria-label='Evening air']", "Download"), Keys.ENTER);
    browser.byKeyboard(browser.named("[aria-label='Evening air']", "WAV"), Keys.ENTER);
    assertEquals(
        "RIFF", new String(Arrays.copyOf(browser.saved(".wav"), 4), StandardCharsets.US_ASCII));
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void trainsAModelToWatchPauseStopAndComposeWith() throws Exception {
    TinyRuns.corpus(workspace.resolve(".studio/corpora/my tunes"), 20);
    browser.turnTo("train");
    browser.find("option[value='own/my tunes']");
    browser.requireAccessible();
    browser.requireAboveTheFold("form button.primary");
    browser.byKeyboard(browser.labelled("Learn from"), "my");
    browser.await(".expected", "18 tunes to learn");
    WebElement name = browser.labelled("Name");
    name.clear();
    browser.byKeyboard(name, "evening");
    browser.byKeyboard(browser.named("form", "Start training"), Keys.ENTER);
    browser.byKeyboard(browser.named("article", "Pause"), Keys.ENTER);
    browser.await("article .facts", "Paused");
    browser.await(".runs", "Paused");
    assertEquals(RunControl.Request.PAUSE, RunControl.of(workspace.resolve("evening")).wish());
    browser.requireAccessible();

    browser.byKeyboard(browser.named("article", "Go on"), Keys.ENTER);
    browser.byKeyboard(browser.named("article", "Stop"), Keys.ENTER);
    browser.await("article .facts", "Stopped");
    assertFalse(RunFolder.isBusy(workspace.resolve("evening")));
    browser.byKeyboard(browser.named("article", "Go on from here"), Keys.ENTER);
    // Away and back again, as after closing the page.
    browser.turnTo("library");
    browser.turnTo("train");
    browser.await("article .facts", "Done");
    browser.await("article .facts", "than counting");
    assertEquals("What is still wrong", browser.find("article .chart h3").getText());
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.find("article .cursor:not([hidden])");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.byKeyboard(browser.named("article", "Put another epoch beside it"), Keys.ENTER);
    browser.await(".sample-pane", "of epoch 1");
    assertEquals(2, browser.all(".sample-pane .play").size());
    browser.byKeyboard(browser.named("article", "The exact figures"), Keys.ENTER);
    browser.await("article details", "nats a token, epoch");
    assertEquals(
        List.of("Learning rate", "Gradient by layer", "Gradient by time lag"),
        browser.all("details .chart:has(.line) h3").stream().map(WebElement::getText).toList());
    browser.await("article table", "validation nats per token");
    browser.byKeyboard(browser.named("article", "About the model"), Keys.ENTER);
    browser.await("article dl", "my tunes");
    browser.byKeyboard(browser.named("article", "Save the model"), Keys.ENTER);
    assertArrayEquals(
        Files.readAllBytes(workspace.resolve("evening/model.safetensors")),
        browser.saved("evening.safetensors"));
    browser.requireAccessible();

    browser.byKeyboard(browser.named("article", "Compose with it"), Keys.ENTER);
    browser.find("option[value=evening]");
    assertEquals("evening", browser.labelled("Model").getDomProperty("value"));

    browser.turnTo("train");
    browser.byKeyboard(browser.named("article", "Delete"), Keys.ENTER);
    browser.await(".notice", "evening is in the bin");
    assertFalse(Files.exists(workspace.resolve("evening")));
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.await("article .facts", "Done");
    assertTrue(Files.exists(workspace.resolve("evening/model.safetensors")));
    browser.requireQuietConsole();
  }
}
