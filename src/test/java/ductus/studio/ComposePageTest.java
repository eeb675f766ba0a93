package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Bar;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.midi.MidiReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What people do with tunes once they are there: notes are changed, heard, rewritten, and kept. */
class ComposePageTest {
  private static final String TUNE = "X:1\nT:Here\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|CEGE|C4|\n";

  @RegisterExtension private final BrowsedStudio page = BrowsedStudio.shipped();
  private Browsing browser;
  private Path workspace;

  @BeforeEach
  void open() {
    browser = page.browser();
    workspace = page.workspace();
    browser.find("select option[value=folk]");
  }

  /** The MIDI file among the drafts that was written last. */
  private Score newest() throws Exception {
    try (var drafts = Files.list(workspace.resolve(".studio/drafts"))) {
      return MidiReader.read(
          drafts
              .filter(file -> file.toString().endsWith(".mid"))
              .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
              .orElseThrow());
    }
  }

  private void compose(String bars) {
    WebElement count = browser.labelled("Candidates");
    count.clear();
    count.sendKeys("1");
    browser.labelled("Bars").sendKeys(bars, Keys.ENTER);
    browser.find("article .play");
    browser.find("form button.primary:enabled");
  }

  private static List<Integer> pitches(Score score) {
    return score.notes().stream().map(note -> note.pitch()).toList();
  }

  /** Notes that begin in some bars, from 0, as onset and pitch. */
  private static List<String> notesOfBars(Score score, int from, int to) {
    List<Bar> bars = Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), score.length());
    return score.notes().stream()
        .filter(n -> n.onset() >= bars.get(from).start() && n.onset() < bars.get(to).start())
        .map(note -> note.onset() + ":" + note.pitch())
        .toList();
  }

  @Test
  void aStrangerHearsATuneAndChangesANote() throws Exception {
    long begun = System.nanoTime();
    compose("4");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.find("article .cursor:not([hidden])");
    long heard = System.nanoTime();
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    Score before = newest();

    browser.byKeyboard(browser.named("article", "Edit notes"), Keys.ENTER);
    WebElement notes = browser.find(".edit-notes");
    notes.sendKeys(Keys.PAGE_DOWN, Keys.ARROW_UP);
    browser.await(".editor [role=status]", "in bar 1 at");
    browser.byKeyboard(browser.named(".editor", "Save as a new tune"), Keys.ENTER);
    browser.await("h2", "Candidate 1, edited by hand");
    long changed = System.nanoTime();
    System.out.printf(
        "heard a tune after %.1f s in 2 presses, changed a note after %.1f s in 6%n",
        (heard - begun) / 1e9, (changed - begun) / 1e9);

    Score edited = newest();
    assertEquals(before.notes().size(), edited.notes().size());
    assertEquals(before.notes().get(0).pitch() + 1, edited.notes().get(0).pitch());
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  @Test
  void notesAreChangedByKeysAndPointerAndAllIsUndone() throws Exception {
    browser.drop("here.abc", TUNE);
    browser.await("h2", "here.abc, opened");
    browser.byKeyboard(browser.named("article", "Edit notes"), Keys.ENTER);
    WebElement notes = browser.find(".edit-notes");
    browser.await(".edit-bars", "4");
    assertEquals(13, browser.all(".edit-notes rect[data-id]").size());
    notes.sendKeys(Keys.chord(Keys.CONTROL, "a"));
    browser.await(".editor [role=status]", "13 notes chosen");
    notes.sendKeys(Keys.chord(Keys.CONTROL, Keys.ARROW_UP));
    notes.sendKeys(Keys.HOME, Keys.DELETE, Keys.PAGE_DOWN);
    notes.sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_RIGHT));
    browser.await(".editor [role=status]", "1.25 quarters long");
    notes.sendKeys(Keys.chord(Keys.CONTROL, "c"), Keys.chord(Keys.CONTROL, "v"), Keys.INSERT);
    assertEquals(14, browser.all(".edit-notes rect[data-id]").size());
    browser.requireAccessible();
    for (int i = 0; i < 5; i++) {
      notes.sendKeys(Keys.chord(Keys.CONTROL, "z"));
    }
    assertFalse(browser.named(".editor", "Undo").isEnabled());
    assertFalse(browser.named(".editor", "Save as a new tune").isEnabled());
    notes.sendKeys(Keys.chord(Keys.CONTROL, "y"));

    // The first note goes a beat later by the mouse; a double press adds one.
    browser.run("document.querySelector('.edit-scroll').scrollIntoView({ block: 'center' })");
    WebElement first = browser.find(".edit-notes rect[data-id='1']");
    browser.drag(first, 49, 0);
    browser.await(".editor [role=status]", "C6 in bar 1 at 2,");
    browser.byKeyboard(browser.named(".editor", "Save as a new tune"), Keys.ENTER);
    browser.await("h2", "edited by hand");
    Score edited = newest();
    assertEquals(13, edited.notes().size());
    assertTrue(pitches(edited).stream().allMatch(pitch -> pitch >= 72), pitches(edited).toString());
    assertEquals(edited.ticksPerQuarter(), edited.notes().get(0).onset());
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void playsAtOnceWithTempoVoicesAndLoopAndSavesWhatIsHeard() throws Exception {
    browser.drop("here.abc", TUNE);
    browser.await("h2", "here.abc, opened");
    browser.run(
        """
        document.querySelector('.play').addEventListener('click', () => {
          const begun = performance.now();
          const look = () => document.querySelector('article .cursor').hidden
            ? requestAnimationFrame(look) : (document.title = 'Compose · Ductus ' + Math.round(performance.now() - begun));
          look();
        }, { once: true });
        document.activeElement.blur();
        """);
    browser.find("body").sendKeys(Keys.SPACE);
    browser.find("article .play[aria-label^=Pause]");
    browser.find("article .cursor:not([hidden])");
    System.out.println("plays after ms: " + browser.title().replaceAll("\\D", ""));
    browser.byKeyboard(browser.named("article", "Tempo, loop, voices"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("Metronome"), Keys.SPACE);
    browser.byKeyboard(browser.labelled("Loop the chosen bars"), Keys.SPACE);
    browser.byKeyboard(browser.find("article .roll"), Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertEquals("Bar 2", browser.find("article .roll").getDomAttribute("aria-valuetext"));
    browser.requireAccessible();
    browser.find("h2").click();
    browser.run("document.activeElement.blur()");
    browser.find("body").sendKeys(Keys.SPACE);
    browser.find("article .play[aria-label^=Play]");

    browser.byKeyboard(browser.named("article", "Save this sound as WAV"), Keys.ENTER);
    byte[] wav = browser.saved(".wav");
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      assertEquals(2, sound.getFormat().getChannels());
      assertTrue(sound.getFrameLength() > 44_100 * 8, sound.getFrameLength() + " frames");
      int loudest = 0;
      for (byte[] some = sound.readNBytes(4096); some.length > 0; some = sound.readNBytes(4096)) {
        for (int i = 1; i < some.length; i += 2) {
          loudest = Math.max(loudest, Math.abs(some[i]));
        }
      }
      assertTrue(loudest > 20 && loudest < 127, "loudest sample / 256 is " + loudest);
    }
    browser.requireQuietConsole();
  }

  @Test
  @Tag("long")
  void barsAreRewrittenMarkedAndTheOthersStay() throws Exception {
    compose("8");
    Score before = newest();
    browser.byKeyboard(
        browser.find("article .roll"), Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    browser.find("article .roll").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    browser.byKeyboard(browser.named("article", "Change some bars"), Keys.ENTER);
    assertEquals("3", browser.labelled("From bar").getDomProperty("value"));
    browser.byKeyboard(browser.named("article", "Keep these, rewrite the rest"), Keys.ENTER);
    browser.await("h2", "Bars 3 to 4 kept, the rest anew");
    browser.find("form button.primary:enabled");
    assertEquals(2, browser.all("article .rewritten").size());
    assertFalse(browser.all("article .was").isEmpty());
    assertEquals(notesOfBars(before, 2, 4), notesOfBars(newest(), 2, 4));
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  @Test
  @Tag("long")
  void draftsOutliveThePageAndAreTakenBackAndPutTogether() throws Exception {
    browser.drop("here.abc", TUNE);
    browser.await("h2", "here.abc, opened");
    browser.turnTo("library");
    browser.turnTo("compose");
    browser.await("h2", "here.abc, opened");
    page.open();
    browser.byKeyboard(browser.named("main", "Drafts of today"), Keys.ENTER);
    browser.byKeyboard(browser.find(".draft-list button"), Keys.ENTER);
    browser.await("h2", "opened-0001, taken back");
    browser.requireAccessible();
    browser.byKeyboard(browser.named("article", "Put together"), Keys.ENTER);
    browser.byKeyboard(browser.find("article button[aria-pressed=true][title]"), Keys.ENTER);
    browser.await("h2", "opened-0001, then opened-0001");
    Score joined = newest();
    assertEquals(26, joined.notes().size());
    assertEquals(16L * joined.ticksPerQuarter(), joined.notes().get(13).onset());
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void aTuneOverChordsGetsDrumsAndKeepsItsSheetAndUnsavedNotes() throws Exception {
    browser.labelled("Chords that the tune goes over").sendKeys("Am F C G");
    compose("4");
    assertEquals(
        List.of("Am", "F", "C", "G"),
        newest().texts().stream().filter(TextEvent::isChordSymbol).map(TextEvent::text).toList());

    browser.byKeyboard(browser.named("article", "Notes"), Keys.ENTER);
    browser.find(".sheet .note");
    browser.byKeyboard(browser.named("article", "Keep"), Keys.ENTER);
    browser.await("article .actions button:disabled", "Kept as");
    browser.awaitRequest("/api/sheet?name=folk-");

    browser.byKeyboard(browser.named("article", "Edit notes"), Keys.ENTER);
    browser.find(".edit-notes").sendKeys(Keys.HOME, Keys.DELETE);
    browser.byKeyboard(browser.named("article", "Add chords, a bass, drums, voices"), Keys.ENTER);
    browser.byKeyboard(browser.named("article", "Drums alone"), Keys.ENTER);
    browser.await("h2", "Candidate 1 with drums");
    assertTrue(newest().notes().stream().anyMatch(note -> note.isDrum()));

    page.open();
    browser.await(".leftover", "were changed at");
    browser.requireAccessible();
    browser.byKeyboard(browser.named(".leftover", "Drop the changes"), Keys.ENTER);
    browser.byKeyboard(browser.named("#notices", "Undo"), Keys.ENTER);
    browser.byKeyboard(browser.named(".leftover", "Go on"), Keys.ENTER);
    browser.await(".editor [role=status]", "are back");
    assertTrue(browser.named(".editor", "Save as a new tune").isEnabled());
    browser.byKeyboard(browser.named(".editor", "Undo"), Keys.ENTER);
    assertFalse(browser.named(".editor", "Save as a new tune").isEnabled());
    page.open();
    browser.find("select option[value=folk]");
    browser.find("details.drafts:not([hidden])");
    assertTrue(browser.all(".leftover").isEmpty());
    browser.requireQuietConsole();
  }

  @Tag("long")
  @Test
  void playsToAMidiPortWithAProgramForEachVoice() throws Exception {
    browser.run(
        """
        window.sent = [];
        const real = window.fetch;
        window.asked = [];
        window.fetch = async (path, request) => {
          if (!String(path).includes('/api/ports')) return real(path, request);
          asked.push(String(path).split('/').at(-1) + (request?.body ?? ''));
          return new Response(JSON.stringify(String(path).endsWith('/api/ports') ? { outputs: ['Studio synth'] } : {}));
        };
        navigator.requestMIDIAccess = async () => ({ inputs: new Map(), outputs: new Map([['7',
          { id: '7', name: 'Silent board', send: (data, when) => sent.push([...data]) }]]) });
        """);
    browser.drop("here.abc", TUNE);
    browser.await("h2", "here.abc, opened");
    browser.byKeyboard(browser.named("article", "Tempo, loop, voices"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("Sound"), "To a MIDI");
    browser.find("article option[value='port 7']");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.find("article .cursor:not([hidden])");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.run(
        """
        const kinds = sent.map(([status]) => status);
        if (kinds[0] !== 0xc0 || !kinds.includes(0x90) || !kinds.includes(0x80) || kinds.at(-1) !== 0xb0) {
          throw new Error(JSON.stringify(sent));
        }
        """);
    browser.byKeyboard(browser.labelled("Sound"), "MIDI port of the studio");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.find("article .play[aria-label^=Pause]:not([aria-busy])");
    browser.byKeyboard(browser.find("article .play"), Keys.SPACE);
    browser.run(
        """
        const [names, play, stop] = asked;
        const { port, rate, silent } = JSON.parse(play.slice(4));
        if (names !== 'ports' || port !== 'Studio synth' || rate !== 1 || silent.length > 0 || !stop.startsWith('stop')) {
          throw new Error(JSON.stringify(asked));
        }
        """);
    browser.requireQuietConsole();
  }

  @Test
  @Tag("long")
  void answersAPhraseAndGivesTheTurnBack() throws Exception {
    browser.run(
        """
        const keys = {};
        navigator.requestMIDIAccess = async () => ({ inputs: new Map([['1', keys]]) });
        window.play = (pitch, on, off) => {
          window.begun ??= performance.now();
          keys.onmidimessage({ data: [0x90, pitch, 80], timeStamp: begun + on });
          keys.onmidimessage({ data: [0x80, pitch, 0], timeStamp: begun + off });
        };
        """);
    browser.byKeyboard(browser.named("form", "Begin with your own notes"), Keys.ENTER);
    browser.byKeyboard(browser.labelled("Click and count in"), Keys.SPACE);
    browser.byKeyboard(browser.labelled("Play in turns"), Keys.SPACE);
    browser.byKeyboard(browser.named("form", "Record from a MIDI keyboard"), Keys.ENTER);
    browser.await(".recorder [role=status]", "Play");
    browser.run(
        "play(60, 0, 590); play(62, 600, 1190); play(64, 1200, 1790); play(67, 1800, 2390);");
    browser.await("h2", "An answer");
    browser.await("article .facts", "2 bars");
    browser.find("article .play[aria-label^=Pause]");
    browser.named("form", "Stop recording");
    browser.run("begun = undefined; play(67, 0, 590); play(65, 600, 1190); play(62, 1200, 2390);");
    browser.byKeyboard(browser.named("form", "Put all turns together"), Keys.ENTER);
    browser.await("h2", "2 turns, one after another");
    browser.await("article .facts", "4 bars");
    browser.requireAccessible();
    browser.requireQuietConsole();
  }
}
