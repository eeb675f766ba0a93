package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.run.TinyRuns;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a run beyond its recipe, and what becomes of its model. */
@Timeout(180)
class TrainingModelsTest {
  private static final int PART = 100_000;

  private final TrainingDesk desk;
  private final StudioCaller page;
  private final Path workspace;

  TrainingModelsTest(@TempDir Path folder) throws IOException {
    desk = new TrainingDesk(folder);
    page = desk.page();
    workspace = desk.workspace();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private static String wish(String name, String finer) {
    return TrainingDesk.wish(name, 2).replaceFirst("}$", ",\"finer\":{" + finer + "}}");
  }

  @Test
  void offersEveryTaskOfTheRegistry() throws Exception {
    Set<String> offered = new HashSet<>();
    for (JsonElement kind : page.get("/api/train").good().getAsJsonArray("kinds")) {
      offered.add(kind.getAsJsonObject().get("task").getAsString());
    }
    assertEquals(Tasks.ALL.stream().map(Task::name).collect(Collectors.toSet()), offered);
  }

  @Test
  @Tag("long")
  void asksForFinerPointsGoesOnFromAModelAndTellsAllAboutIt() throws Exception {
    page.post("/api/train/begin", wish("first", "\"cell\":\"gru\",\"hiddenSize\":8,\"seed\":\"7\""))
        .good();
    desk.await("first", "DONE");
    String config = Files.readString(workspace.resolve("first/config.json"));
    assertTrue(config.contains("\"gru\"") && config.contains("\"seed\": 7"), config);
    assertTrue(config.contains("\"hiddenSize\": 8"), config);
    JsonObject card =
        page.get(TrainingDesk.RUNS).good().getAsJsonArray("runs").get(0).getAsJsonObject();
    assertTrue(card.get("countingNats").getAsDouble() > 0, card.toString());
    assertEquals(8, card.getAsJsonObject("size").get("hiddenSize").getAsInt());
    JsonObject curves = page.get("/api/train/curves?run=first").good();
    assertEquals(
        2,
        curves.getAsJsonArray("curves").get(0).getAsJsonObject().getAsJsonArray("heldOut").size());

    Files.writeString(desk.corpus("tiny").resolve("LICENSE.txt"), "Free for all.");
    JsonObject about = page.get("/api/train/about?run=first").good();
    assertTrue(about.get("licences").toString().contains("Free for all."), about.toString());
    assertTrue(about.get("report").getAsString().contains("held out"), about.toString());

    String known = page.get("/api/train/models?kind=melody").good().toString();
    assertTrue(known.contains("first") && known.contains("folk"), known);
    String on = wish("on", "\"from\":\"folk\"");
    assertTrue(page.post("/api/train/expect", on).good().get("weights").getAsLong() > 100_000);
    // What the model knows already is not held out.
    TinyRuns.corpus(desk.corpus("more"), 30);
    page.post(
            "/api/train/begin",
            wish("further", "\"from\":\"first\"").replace("own/tiny", "own/more"))
        .good();
    desk.await("further", "DONE");
    assertTrue(
        Files.readString(workspace.resolve("further/config.json")).contains("first"), "from");
    assertEquals(404, page.post("/api/train/expect", wish("", "\"from\":\"../x\"")).status());
    assertEquals(422, page.post("/api/train/expect", wish("", "\"hiddenSize\":0")).status());
    assertEquals(422, page.post("/api/train/expect", wish("", "\"cell\":\"brain\"")).status());
  }

  @Test
  void bringsAModelInThatWasSavedAndReplacesNothing() throws Exception {
    byte[] folk;
    try (var stream =
        TrainingModelsTest.class.getResourceAsStream("/ductus/models/folk/model.safetensors")) {
      folk = Objects.requireNonNull(stream).readAllBytes();
    }
    JsonObject kept = new JsonObject();
    for (int offset = 0; offset < folk.length; offset += PART) {
      byte[] part = Arrays.copyOfRange(folk, offset, Math.min(folk.length, offset + PART));
      kept = part("brought", offset, part, offset + PART >= folk.length).good();
    }
    assertEquals("music", kept.get("task").getAsString());
    assertArrayEquals(folk, Files.readAllBytes(workspace.resolve("brought/model.safetensors")));
    assertEquals("IMPORTED", desk.state("brought"));
    assertTrue(page.get("/api/compose").good().toString().contains("\"model\":\"brought\""));
    StudioCaller.Answer saved = page.get("/api/train/export?run=brought");
    assertEquals(200, saved.status());
    assertTrue(saved.headers().contains("brought.safetensors"), saved.headers());

    assertEquals(409, part("brought", 0, new byte[] {1}, true).status());
    StudioCaller.Answer none =
        part("none", 0, "no model at all".getBytes(StandardCharsets.UTF_8), true);
    assertEquals(422, none.status(), none.body());
    assertEquals(409, part("late", 5, new byte[] {1}, true).status());
    assertEquals(422, part("../x", 0, new byte[] {1}, true).status());
    assertFalse(Files.exists(workspace.resolve("none")));
    assertEquals(404, page.get("/api/train/export?run=none").status());
  }

  private StudioCaller.Answer part(String name, int offset, byte[] content, boolean last)
      throws IOException {
    JsonObject part = new JsonObject();
    part.addProperty("name", name);
    part.addProperty("offset", offset);
    part.addProperty("content", Base64.getEncoder().encodeToString(content));
    part.addProperty("last", last);
    return page.post("/api/train/import", part.toString());
  }
}
