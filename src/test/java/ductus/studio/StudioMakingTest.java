package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ductus.corpus.ReadingListener;
import ductus.music.audio.SoundBank;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made, made by two at once, made again, and not made since its model is gone. */
class StudioMakingTest {
  @TempDir Path folder = Path.of("");

  private Studio studio;
  private Path workspace;
  private StudioCaller caller;

  @BeforeEach
  void open() throws IOException {
    workspace = folder.resolve("generated");
    studio = new Studio(new StudioSettings(workspace, 0, "test", 2));
    caller = new StudioCaller(studio);
  }

  @AfterEach
  void close() {
    studio.close();
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
