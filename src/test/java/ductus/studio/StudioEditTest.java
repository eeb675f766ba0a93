package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import ductus.studio.StudioCaller.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tunes that were edited by hand, and the shelf of drafts. */
class StudioEditTest {
  private static final String TUNE = "X:1\nT:Here\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n";

  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path workspace = Path.of("");
  private StudioCaller caller;

  @BeforeEach
  void open() {
    workspace = served.workspace();
    caller = served.caller();
  }

  private JsonObject opened() throws IOException {
    return give("here.abc", TUNE).good();
  }

  private Answer give(String name, String content) throws IOException {
    JsonObject file = new JsonObject();
    file.addProperty("fileName", name);
    file.addProperty(
        "fileContent",
        Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    return caller.post("/api/compose/open", file.toString());
  }

  private JsonObject notes(String midi) throws IOException {
    return caller.get("/api/compose/notes?name=" + midi).good();
  }

  private Answer edit(String parent, JsonArray notes) throws IOException {
    JsonObject wish = new JsonObject();
    wish.addProperty("parent", parent);
    wish.add("notes", notes);
    return caller.post("/api/compose/edit", wish.toString());
  }

  @Test
  void anEditedTuneIsANewDraftThatNamesItsParent() throws Exception {
    String midi = opened().get("midi").getAsString();
    byte[] before = Files.readAllBytes(workspace.resolve(midi));
    JsonObject score = notes(midi);
    assertEquals(2, score.getAsJsonArray("bars").size());
    JsonArray notes = score.getAsJsonArray("notes");
    assertEquals(8, notes.size());
    notes.get(0).getAsJsonObject().addProperty("pitch", 72);
    notes.remove(7);

    JsonObject tune = edit(midi, notes).good();
    String edited = tune.get("midi").getAsString();
    assertNotEquals(midi, edited);
    assertArrayEquals(before, Files.readAllBytes(workspace.resolve(midi)));
    Score written = MidiReader.read(workspace.resolve(edited));
    assertEquals(7, written.notes().size());
    assertEquals(72, written.notes().get(0).pitch());
    assertEquals(2, tune.getAsJsonObject("roll").getAsJsonArray("bars").size());
    assertEquals(8, tune.getAsJsonObject("roll").getAsJsonArray("beats").size());

    String stem = tune.get("stem").getAsString();
    String provenance = Files.readString(workspace.resolve(stem + ".json"));
    assertTrue(provenance.contains("\"kind\": \"edit\""), provenance);
    assertTrue(provenance.contains(midi.replaceAll(".*/", "")), provenance);
    assertTrue(provenance.contains("\"added\": 1"), provenance);
    assertTrue(provenance.contains("\"removed\": 2"), provenance);

    JsonObject drafts = caller.get("/api/compose/drafts").good();
    assertEquals(2, drafts.get("all").getAsInt());
    JsonObject newest = drafts.getAsJsonArray("items").get(0).getAsJsonObject();
    assertEquals("edit", newest.get("kind").getAsString());

    Answer kept = caller.post("/api/library/keep", "{\"stem\":\"%s\"}".formatted(stem));
    String keptStem = kept.good().get("stem").getAsString();
    Answer again = caller.post("/api/library/again", "{\"stem\":\"%s\"}".formatted(keptStem));
    assertEquals(422, again.status(), again.body());
    assertTrue(again.error().contains("was edited by hand, which nothing can do again"));
    assertEquals(1, caller.get("/api/compose/drafts").good().get("all").getAsInt());
  }

  @Test
  void refusesNotesThatNoScoreCanHave() throws Exception {
    String midi = opened().get("midi").getAsString();
    long files = drafts();
    requireRefused(midi, "pitch", 128, "pitch must be 0 to 127");
    requireRefused(midi, "velocity", 0, "velocity 1 to 127");
    requireRefused(midi, "voice", 3, "voice must be one of the 1");
    requireRefused(midi, "duration", 0, "last a tick or more");
    requireRefused(midi, "onset", -1, "must begin at tick 0 or later");
    requireRefused(midi, "onset", 4_000_000_000L, "must begin at tick 0 or later");
    assertTrue(edit(midi, new JsonArray()).error().contains("1 to 20000 notes"));
    assertEquals(404, edit("nowhere.mid", notes(midi).getAsJsonArray("notes")).status());
    assertEquals(403, edit("../else.mid", notes(midi).getAsJsonArray("notes")).status());
    assertTrue(give("here.mid", "no music").error().startsWith("here.mid: "));
    assertEquals(400, caller.post("/api/compose/open", "{\"fileName\":\"a.mid\"}").status());
    assertEquals(files, drafts());
  }

  @Test
  void aTuneIsGivenChordsOrVoices() throws Exception {
    String midi = opened().get("midi").getAsString();
    for (String with : List.of("chords", "voices")) {
      JsonObject tune =
          caller
              .post(
                  "/api/compose/harmonize",
                  "{\"piece\":\"%s\",\"with\":\"%s\"}".formatted(midi, with))
              .good();
      JsonArray voices = tune.getAsJsonObject("roll").getAsJsonArray("voices");
      assertTrue(voices.size() >= 2, voices.toString());
      assertTrue(tune.getAsJsonObject("roll").getAsJsonArray("notes").size() > 12);
    }
    Answer other =
        caller.post(
            "/api/compose/harmonize", "{\"piece\":\"%s\",\"with\":\"bells\"}".formatted(midi));
    assertEquals(422, other.status());
    assertTrue(other.error().contains("with must be chords, bass or voices but was bells"));
  }

  @Test
  void aTuneIsGivenABassOrDrumsAlone() throws Exception {
    String midi = opened().get("midi").getAsString();
    String wish = "{\"piece\":\"%s\",\"with\":\"bass\"}".formatted(midi);
    assertEquals(List.of("Melody", "Bass"), voices(caller.post("/api/compose/harmonize", wish)));
    assertEquals("Drums", voices(caller.post("/api/compose/drums", wish)).get(1));
    assertEquals(2, voices(caller.post("/api/compose/drums", wish)).size());
    assertEquals(404, caller.post("/api/compose/drums", "{\"piece\":\"no.mid\"}").status());
    Answer nothing = caller.post("/api/compose/drums", "{}");
    assertTrue(nothing.status() >= 400 && nothing.status() < 500, nothing.body());
  }

  private static List<String> voices(Answer answer) throws IOException {
    return answer.good().getAsJsonObject("roll").getAsJsonArray("voices").asList().stream()
        .map(voice -> voice.getAsJsonObject().get("name").getAsString())
        .toList();
  }

  private void requireRefused(String midi, String field, long value, String reason)
      throws IOException {
    JsonArray notes = notes(midi).getAsJsonArray("notes");
    notes.get(2).getAsJsonObject().addProperty(field, value);
    Answer answer = edit(midi, notes);
    assertTrue(answer.status() >= 400 && answer.status() < 500, answer.body());
    assertTrue(answer.error().contains(reason), answer.error());
  }

  private long drafts() throws IOException {
    try (var files = Files.list(workspace.resolve(".studio/drafts"))) {
      return files.count();
    }
  }
}
