package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.corpus.ReadingListener;
import ductus.file.Home;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.audio.SoundBank;
import ductus.music.encoding.song.SongEncoding;
import ductus.music.midi.MidiReader;
import ductus.run.TinyRuns;
import ductus.studio.StudioCaller.Answer;
import ductus.task.music.export.Export;
import ductus.task.music.export.ExportFormat;
import ductus.task.transcription.NoteTranscriber;
import ductus.task.transcription.Transcribing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made, made by two at once, made again, and not made since its model is gone. */
class StudioMakingTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private StudioCaller caller;

  @BeforeEach
  void open() {
    folder = served.folder();
    workspace = served.workspace();
    caller = served.caller();
  }

  private static String wish(String model, int count, int from, long seed) {
    return "{\"model\":\"%s\",\"count\":%d,\"from\":%d,\"bars\":4,\"seed\":\"%d\"}"
        .formatted(model, count, from, seed);
  }

  private List<byte[]> compose(int count, int from, long seed) throws IOException {
    Answer answer = caller.post("/api/compose", wish("folk", count, from, seed));
    assertEquals(200, answer.status(), answer.body());
    JsonArray tunes = answer.json().getAsJsonArray("tunes");
    List<byte[]> files = new ArrayList<>();
    for (var tune : tunes) {
      String midi = tune.getAsJsonObject().get("midi").getAsString();
      files.add(Files.readAllBytes(workspace.resolve(midi)));
    }
    return files;
  }

  @Test
  void candidatesAreTheSameOneAtATimeAndTogether() throws Exception {
    List<byte[]> together = compose(3, 0, 11);
    for (int from = 0; from < 3; from++) {
      assertArrayEquals(together.get(from), compose(1, from, 11).get(0), "candidate " + from);
    }
  }

  private Answer guided(String model, int bars, String guidance) throws IOException {
    return caller.post(
        "/api/compose",
        "{\"model\":\"%s\",\"count\":1,\"bars\":%d,\"seed\":\"1\",\"guidance\":{%s}}"
            .formatted(model, bars, guidance));
  }

  @Test
  void asksForWhatOnlySomeModelsTake() throws Exception {
    Answer dance = guided("folk", 16, "\"form\":\"AABB\",\"conditions\":[\"dance=jig\"]");
    assertEquals(200, dance.status(), dance.body());
    JsonObject tune = dance.json().getAsJsonArray("tunes").get(0).getAsJsonObject();
    assertEquals(16, tune.getAsJsonObject("outline").get("bars").getAsInt());
    Answer choir = guided("chorales", 8, "\"cadences\":\"G D Em G\"");
    assertEquals(200, choir.status(), choir.body());
    for (List<String> wrong :
        List.of(
            List.of("folk", "\"form\":\"A1\"", "form must be 1 to 16 letters"),
            List.of("folk", "\"conditions\":[\"dance=twist\"]", "condition dance must be one of"),
            List.of("folk", "\"cadences\":\"G\"", "cadences is for models of voices, but folk"),
            List.of("chorales", "\"cadences\":\"G Hm\"", "cadences: "),
            List.of("folk", "\"chords\":\"C Hm\"", "backing: column 3"),
            List.of("drums", "\"chords\":\"C\"", "chords are for models of melodies, lead"),
            List.of("drums", "\"form\":\"AB\"", "form is for models of melodies and lead sheets"),
            List.of("folk", "\"accompany\":true", "accompany wants the tune that it is for"))) {
      Answer refused = guided(wrong.get(0), 8, wrong.get(1));
      assertEquals(422, refused.status(), refused.body());
      assertTrue(refused.error().startsWith(wrong.get(2)), refused.error());
    }
    assertEquals("bars must be 1 to 64 but was 65", guided("folk", 65, "").error());
  }

  @Test
  void writesATuneOverChords() throws Exception {
    Answer answer = guided("folk", 8, "\"chords\":\"Am | F G | C\"");
    assertEquals(200, answer.status(), answer.body());
    JsonObject tune = answer.json().getAsJsonArray("tunes").get(0).getAsJsonObject();
    assertEquals("A minor", tune.getAsJsonObject("outline").get("key").getAsString());
    Score score = MidiReader.read(workspace.resolve(tune.get("midi").getAsString()));
    assertEquals(
        List.of("Am", "F", "G", "C", "Am"),
        score.texts().stream()
            .filter(TextEvent::isChordSymbol)
            .map(TextEvent::text)
            .toList()
            .subList(0, 5));
    Path sidecar = workspace.resolve(tune.get("stem").getAsString() + ".json");
    assertTrue(Files.readString(sidecar).contains("\"backing\": \"Am | F G | C\""));
  }

  @Test
  void accompaniesATuneWithAModelOfSongs() throws Exception {
    Path mine = Files.createDirectories(workspace.resolve("mine"));
    TinyRuns.model(mine.resolve("model.safetensors"), new SongEncoding(), 1);
    JsonObject card =
        caller.get("/api/compose").json().getAsJsonArray("models").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(each -> each.get("model").getAsString().equals("mine"))
            .findFirst()
            .orElseThrow();
    assertEquals(128, card.get("mostBars").getAsInt());
    assertTrue(card.getAsJsonObject("guidance").get("accompany").getAsBoolean());
    assertFalse(card.getAsJsonObject("guidance").get("form").getAsBoolean());
    String tune = "C5q D5q E5q F5q G5q A5q B5q C6q C6q B5q A5q G5q F5q E5q D5q C5q";
    String wish =
        "{\"model\":\"mine\",\"count\":1,\"seed\":\"1\",\"start\":{\"notes\":\"%s\"},\"guidance\":%s}";
    Answer set = caller.post("/api/compose", wish.formatted(tune, "{\"accompany\":true}"));
    assertEquals(200, set.status(), set.body());
    JsonObject made = set.json().getAsJsonArray("tunes").get(0).getAsJsonObject();
    assertEquals(4, made.getAsJsonObject("outline").get("bars").getAsInt());
    Answer folk =
        caller.post(
            "/api/compose", wish.formatted(tune, "{\"accompany\":true}").replace("mine", "folk"));
    assertEquals("a model of Melodies, one note at a time accompanies no tune", folk.error());
  }

  @Test
  void setsTheTuneOfALeadSheetInFourVoices() throws Exception {
    String sheet =
        Base64.getEncoder()
            .encodeToString(
                Files.readAllBytes(Home.folder().resolve("corpora/melodies/ode-to-joy.mid")));
    Answer set =
        caller.post(
            "/api/compose",
            "{\"model\":\"chorales\",\"count\":1,\"seed\":\"1\",\"start\":"
                + "{\"fileName\":\"ode.mid\",\"fileContent\":\"%s\"}}".formatted(sheet));
    assertEquals(200, set.status(), set.body());
    String notice = set.json().get("notice").getAsString();
    assertTrue(notice.startsWith("primer ode.mid: its tune, "), notice);
  }

  @Test
  void givesTwoTabsAtOnceEachItsOwn() throws Exception {
    byte[] first = compose(1, 0, 21).get(0);
    byte[] second = compose(1, 0, 22).get(0);
    ExecutorService tabs = Executors.newFixedThreadPool(2);
    try {
      List<Callable<byte[]>> asked = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        asked.add(() -> compose(1, 0, 21).get(0));
        asked.add(() -> compose(1, 0, 22).get(0));
      }
      List<Future<byte[]>> answers = tabs.invokeAll(asked);
      for (int i = 0; i < answers.size(); i++) {
        assertArrayEquals(i % 2 == 0 ? first : second, answers.get(i).get());
      }
    } finally {
      tabs.shutdownNow();
    }
    try (var drafts = Files.list(workspace.resolve(".studio/drafts"))) {
      Set<String> midi = new HashSet<>();
      drafts.map(Path::toString).filter(file -> file.endsWith(".mid")).forEach(midi::add);
      assertEquals(10, midi.size());
    }
  }

  @Test
  void drawsNothingForAPageThatHasLeft() throws Exception {
    ExecutorService tabs = Executors.newFixedThreadPool(1);
    try {
      Future<List<byte[]>> twelve = tabs.submit(() -> compose(12, 0, 32));
      while (seeds().isEmpty() && !twelve.isDone()) {
        Thread.sleep(5);
      }
      caller.begin("/api/compose", wish("folk", 1, 0, 33)).close();
      // Comes behind it.
      compose(1, 0, 34);
      assertEquals(12, twelve.get().size());
    } finally {
      tabs.shutdownNow();
    }
    assertEquals(Set.of(32L, 34L), seeds());
  }

  /** The seeds of what was drawn. */
  private Set<Long> seeds() throws IOException {
    Path drafts = workspace.resolve(".studio/drafts");
    Set<Long> seeds = new HashSet<>();
    if (Files.exists(drafts)) {
      try (var files = Files.list(drafts)) {
        for (Path sidecar : files.filter(file -> file.toString().endsWith(".json")).toList()) {
          if (Files.size(sidecar) == 0) {
            // Its name is taken, and it is being written.
            continue;
          }
          JsonObject said = JsonParser.parseString(Files.readString(sidecar)).getAsJsonObject();
          seeds.add(said.getAsJsonObject("request").get("seed").getAsLong());
        }
      }
    }
    return seeds;
  }

  @Test
  void saysThatAModelIsGone() throws Exception {
    Path mine = Files.createDirectories(workspace.resolve("mine"));
    try (InputStream model =
        StudioMakingTest.class.getResourceAsStream("/ductus/models/folk/model.safetensors")) {
      Files.copy(Objects.requireNonNull(model), mine.resolve("model.safetensors"));
    }
    assertTrue(caller.get("/api/compose").body().contains("\"mine\""));
    assertEquals(200, caller.post("/api/compose", wish("mine", 1, 0, 1)).status());
    Files.delete(mine.resolve("model.safetensors"));
    Files.delete(mine);
    Answer gone = caller.post("/api/compose", wish("mine", 1, 1, 1));
    assertEquals(404, gone.status());
    assertEquals("the model mine is gone: choose another one", gone.error());
  }

  @Test
  void writesDownASoundAgain() throws Exception {
    StudioSamples.tune(workspace, "tune");
    Path sound = folder.resolve("tune.wav");
    Export.run(
        List.of(workspace.resolve("tune.mid")),
        ExportFormat.WAV,
        SoundBank.BUILT_IN,
        Optional.of(sound),
        ReadingListener.NONE);
    new Transcribing("test", 2)
        .write(
            NoteTranscriber.find(NoteTranscriber.SHIPPED),
            Transcribing.request(sound, 0.5, 0),
            workspace.resolve("heard"),
            ReadingListener.NONE);
    Answer again = caller.post("/api/library/again", "{\"stem\":\"heard\"}");
    assertEquals(200, again.status(), again.body());
    JsonObject made = again.json();
    assertEquals(0, made.getAsJsonArray("different").size(), again.body());
    Files.delete(sound);
    Answer gone = caller.post("/api/library/again", "{\"stem\":\"heard\"}");
    assertEquals(422, gone.status());
    assertEquals(sound + ": the sound is not there any more", gone.error());
  }
}
