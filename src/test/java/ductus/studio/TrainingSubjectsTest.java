package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ductus.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Handwriting and text are learned, watched and gone on with like music; runs are thrown away. */
@Timeout(180)
class TrainingSubjectsTest {
  private static final String SENTENCE = "The lake was still, and nobody said a word about it. ";

  private final TrainingDesk desk;
  private final StudioCaller page;

  TrainingSubjectsTest(@TempDir Path folder) throws IOException {
    desk = new TrainingDesk(folder);
    page = desk.page();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private static String wish(String source, String kind, String name) {
    return TrainingDesk.wish(name, 1).replace("own/tiny", source).replace("melody", kind);
  }

  private JsonObject card(String run) throws IOException {
    for (var each : page.get(TrainingDesk.RUNS).good().getAsJsonArray("runs")) {
      if (each.getAsJsonObject().get("name").getAsString().equals(run)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError("no run " + run);
  }

  @Tag("long")
  @Test
  void learnsToWriteInTheHandsOfAFolderStopsAndGoesOn() throws Exception {
    Path hands = Files.createDirectories(desk.corpus("pens"));
    Files.copy(
        Home.folder().resolve("corpora/hands/capitals.json"), hands.resolve("capitals.json"));
    JsonObject expected =
        page.post("/api/train/expect", wish("own/pens", "handwriting", "")).good();
    assertEquals("hands", expected.get("what").getAsString());
    assertEquals(1, expected.get("pieces").getAsInt());
    assertTrue(expected.get("seconds").getAsDouble() > 0);
    assertTrue(expected.get("bytes").getAsLong() > 12 * expected.get("weights").getAsLong());

    page.post("/api/train/begin", wish("own/pens", "handwriting", "writer")).good();
    desk.await("writer", "RUNNING");
    assertEquals("hands", card("writer").get("task").getAsString());
    assertEquals("pens", card("writer").get("source").getAsString());
    desk.tell("stop", "writer").good();
    desk.await("writer", "STOPPED");
    assertTrue(card("writer").get("resumable").getAsBoolean());
    desk.tell("resume", "writer").good();
    desk.await("writer", "RUNNING");
  }

  @Test
  @Tag("long")
  void learnsText() throws Exception {
    Path texts = Files.createDirectories(desk.corpus("letters"));
    Files.writeString(texts.resolve("a.txt"), SENTENCE.repeat(60));
    Files.writeString(texts.resolve("b.txt"), SENTENCE.replace("lake", "sea").repeat(60));
    JsonObject expected = page.post("/api/train/expect", wish("own/letters", "text", "")).good();
    assertEquals("passages", expected.get("what").getAsString());
    page.post("/api/train/begin", wish("own/letters", "text", "reader")).good();
    desk.await("reader", "DONE");
    assertEquals("text", card("reader").get("task").getAsString());
    assertEquals("character", card("reader").get("unit").getAsString());
    assertFalse(
        page.get("/api/file?name=reader/samples/epoch-0001.txt").body().isBlank(), "a sample");
  }

  @Test
  void learnsTheClassesThatFoldersAre() throws Exception {
    Path moods = desk.corpus("moods");
    for (String mood : new String[] {"glad", "sad"}) {
      Path texts = Files.createDirectories(moods.resolve(mood));
      for (int i = 0; i < 6; i++) {
        Files.writeString(texts.resolve(i + ".txt"), "a %s day, number %d".formatted(mood, i));
      }
    }
    JsonObject source = null;
    for (var each : page.get("/api/train").good().getAsJsonArray("sources")) {
      if (each.getAsJsonObject().get("id").getAsString().equals("own/moods")) {
        source = each.getAsJsonObject().getAsJsonObject("files");
      }
    }
    assertEquals("{\"text\":12,\"classifier\":12}", String.valueOf(source));
    page.post("/api/train/begin", wish("own/moods", "classifier", "teller")).good();
    desk.await("teller", "DONE");
    assertEquals("classifier", card("teller").get("task").getAsString());
  }

  @Test
  @Tag("long")
  void throwsAwayRunsThatHaveEndedAndTakesThemBack() throws Exception {
    desk.beginPaused("old");
    StudioCaller.Answer refused = desk.tell("delete", "old");
    assertEquals(409, refused.status());
    assertEquals("old is paused: it cannot be deleted now", refused.error());
    desk.tell("stop", "old").good();
    desk.await("old", "STOPPED");

    StudioCaller.Answer thrown = desk.tell("delete", "old");
    assertEquals("{\"run\":\"old\",\"number\":1}", thrown.good().toString());
    assertEquals("none", desk.state("old"));
    assertFalse(Files.exists(desk.workspace().resolve("old")));
    assertEquals(404, desk.tell("delete", "old").status());

    Files.createDirectories(desk.workspace().resolve("old"));
    JsonObject back = page.post("/api/train/restore", thrown.body()).good();
    assertEquals("old-2", back.get("name").getAsString(), "old is another one now");
    assertEquals("STOPPED", desk.state("old-2"));
    assertEquals(404, page.post("/api/train/restore", thrown.body()).status());
    for (String elsewhere : new String[] {"../x", ".studio/bin", "/tmp"}) {
      String json = "{\"run\":\"%s\",\"number\":1}".formatted(elsewhere);
      int status = page.post("/api/train/restore", json).status();
      assertTrue(status == 403 || status == 404, elsewhere + " " + status);
    }
    desk.tell("resume", "old-2").good();
    desk.await("old-2", "RUNNING");
  }
}
