package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.workbench.RunControl;
import ductus.workbench.RunFolder;
import ductus.workbench.TinyRuns;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training runs as the studio begins, shows and commands them; each is a process of its own. */
@Timeout(180)
class TrainingPageTest {
  private static final String RUNS = "/api/train/runs";

  @TempDir private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private Studio studio;
  private StudioClient page;

  @BeforeEach
  void open() throws IOException {
    workspace = folder.resolve("generated");
    TinyRuns.corpus(workspace.resolve(".studio/corpora/tiny"), 9);
    openStudio();
  }

  private void openStudio() throws IOException {
    studio = new Studio(new StudioSettings(workspace, 0, "test", 1));
    page = new StudioClient(studio);
  }

  /** Whatever is still training must not outlive the test. */
  @AfterEach
  void close() throws Exception {
    try (Stream<Path> runs = Files.list(workspace)) {
      for (Path run : runs.toList()) {
        while (RunFolder.isBusy(run)) {
          RunControl.of(run).ask(RunControl.Wish.STOP);
          Thread.sleep(100);
        }
      }
    }
    studio.close();
  }

  private static String wish(String name, int epochs) {
    return "{\"source\":\"own/tiny\",\"kind\":\"melody\",\"recipe\":\"small\",\"epochs\":%d,\"name\":\"%s\"}"
        .formatted(epochs, name);
  }

  private StudioClient.Answer begin(String name, int epochs) throws Exception {
    return page.post("/api/train/begin", wish(name, epochs));
  }

  private StudioClient.Answer tell(String command, String run) throws Exception {
    return page.post("/api/train/" + command, "{\"run\":\"" + run + "\"}");
  }

  private String state(String run) throws Exception {
    for (JsonElement each : page.get(RUNS).content().getAsJsonArray("runs")) {
      JsonObject card = each.getAsJsonObject();
      if (card.get("name").getAsString().equals(run)) {
        return card.get("state").getAsString();
      }
    }
    return "none";
  }

  private void await(String run, String state) throws Exception {
    for (String now = state(run); !now.equals(state); now = state(run)) {
      assertFalse(now.equals("DIED"), () -> "it died: " + runs() + said(run));
      Thread.sleep(50);
    }
  }

  private String runs() {
    try {
      return page.get(RUNS).content().toString();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String said(String run) {
    try {
      return Files.readString(workspace.resolve(".studio/training").resolve(run + ".txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Begins a run that does not end by itself: it pauses after its first update. */
  private void beginPaused(String name) throws Exception {
    assertEquals(200, begin(name, 500).status());
    while (!Files.exists(workspace.resolve(name).resolve("config.json"))) {
      Thread.sleep(5);
    }
    RunControl.of(workspace.resolve(name)).ask(RunControl.Wish.PAUSE);
    await(name, "PAUSED");
  }

  @Test
  void offersWhatThereIsToLearnFrom() throws Exception {
    JsonObject choices = page.get("/api/train").content();
    List<String> ids = new ArrayList<>();
    choices.getAsJsonArray("sources").forEach(each -> ids.add(id(each)));
    assertEquals("own/tiny", ids.get(0));
    assertTrue(ids.contains("ships/melodies"), ids.toString());
    assertFalse(ids.contains("ships/hands"), ids.toString());
    assertTrue(choices.getAsJsonArray("kinds").toString().contains("leadsheet"));
  }

  private static String id(JsonElement source) {
    return source.getAsJsonObject().get("id").getAsString();
  }

  @Test
  void saysWhatARunWouldTake() throws Exception {
    JsonObject expected = page.post("/api/train/expect", wish("", 7)).content();
    assertEquals(9, expected.get("pieces").getAsInt() + expected.get("heldOut").getAsInt());
    assertEquals(7, expected.get("epochs").getAsInt());
    assertTrue(expected.get("fits").getAsBoolean());
    assertTrue(expected.get("seconds").getAsDouble() > 0);
    assertTrue(expected.get("bytes").getAsLong() > 4 * expected.get("weights").getAsLong());
    assertFalse(Files.exists(workspace.resolve("run")));
  }

  @Test
  void goesOnWithoutTheServerAndIsFoundByTheNext() throws Exception {
    assertEquals("STARTING", begin("lasting", 8).good().get("state").getAsString());
    studio.close();
    while (!Files.exists(workspace.resolve("lasting/checkpoint/state.safetensors"))) {
      Thread.sleep(50);
    }
    openStudio();
    await("lasting", "DONE");
    assertTrue(Files.exists(workspace.resolve("lasting/model.safetensors")));
    String models = page.get("/api/compose").content().toString();
    assertTrue(models.contains("\"model\":\"lasting\""), models);
  }

  @Test
  void pausesStopsAndGoesOnAsEitherOfTwoServersSays() throws Exception {
    beginPaused("shared");
    StudioClient.Answer again = begin("shared", 2);
    assertEquals(409, again.status());
    assertEquals("there is a shared already: choose another name", again.error());
    Studio other = new Studio(new StudioSettings(workspace, 0, "test", 1));
    try {
      StudioClient second = new StudioClient(other);
      assertTrue(second.get(RUNS).content().toString().contains("\"state\":\"PAUSED\""));
      StudioClient.Answer late = second.post("/api/train/pause", "{\"run\":\"shared\"}");
      assertEquals(409, late.status());
      assertEquals("shared is paused: it cannot pause now", late.error());
      assertEquals(200, second.post("/api/train/stop", "{\"run\":\"shared\"}").status());
    } finally {
      other.close();
    }
    await("shared", "STOPPED");
    assertEquals("shared was stopped: it cannot stop now", tell("stop", "shared").error());
    assertEquals(409, tell("unpause", "shared").status());
    assertEquals("STARTING", tell("resume", "shared").good().get("state").getAsString());
    await("shared", "DONE");
    assertEquals("shared is done: it cannot go on now", tell("resume", "shared").error());
  }

  @Test
  void tellsViewersAllThatTheyMissedAndWhatIsNew() throws Exception {
    beginPaused("watched");
    HttpResponse<Stream<String>> early = page.listen("/api/train/events?run=watched");
    assertEquals(200, early.statusCode());
    try (Stream<String> lines = early.body()) {
      Iterator<String> events = lines.filter(line -> line.startsWith("data: ")).iterator();
      JsonObject news = news(events);
      assertEquals("PAUSED", news.getAsJsonObject("run").get("state").getAsString());
      assertTrue(news.get("anew").getAsBoolean());
      List<Double> rows = new ArrayList<>(numbers(news));
      JsonObject rest = news.getAsJsonObject("rest");
      assertEquals(200, tell("unpause", "watched").status());
      do {
        news = news(events);
        assertFalse(news.get("anew").getAsBoolean());
        rows.addAll(numbers(news));
        rest = news.has("rest") ? news.getAsJsonObject("rest") : rest;
      } while (!news.getAsJsonObject("run").get("state").getAsString().equals("DONE"));
      assertTrue(rows.size() >= 2, rows.toString());
      for (int i = 1; i < rows.size(); i++) {
        assertTrue(rows.get(i - 1) < rows.get(i), rows.toString());
      }
      String columns = news.getAsJsonObject("updates").get("columns").toString();
      assertTrue(columns.contains("learning_rate"), columns);
      assertTrue(columns.contains("gradient_norm_lstm.0"), columns);
      assertTrue(rest.getAsJsonObject("epochs").getAsJsonArray("rows").size() > 1);
      assertTrue(rest.getAsJsonObject("lags").getAsJsonArray("rows").size() > 0);
      assertTrue(rest.getAsJsonArray("samples").toString().contains("epoch-0001.mid"));
      try (Stream<String> late = page.listen("/api/train/events?run=watched").body()) {
        JsonObject all = news(late.filter(line -> line.startsWith("data: ")).iterator());
        assertEquals(rows, numbers(all));
      }
    }
  }

  private static JsonObject news(Iterator<String> events) {
    return JsonParser.parseString(events.next().substring("data: ".length())).getAsJsonObject();
  }

  /** The updates that are told of. */
  private static List<Double> numbers(JsonObject news) {
    List<Double> numbers = new ArrayList<>();
    news.getAsJsonObject("updates")
        .getAsJsonArray("rows")
        .forEach(row -> numbers.add(row.getAsJsonArray().get(0).getAsDouble()));
    return numbers;
  }

  @Test
  void letsInNoMoreViewersThanItCanServeAndForgetsThoseThatLeft() throws Exception {
    beginPaused("crowded");
    List<Stream<String>> viewers = new ArrayList<>();
    String events = "/api/train/events?run=crowded";
    try {
      for (int i = 0; i < 64; i++) {
        HttpResponse<Stream<String>> viewer = page.listen(events);
        assertEquals(200, viewer.statusCode());
        viewers.add(viewer.body());
      }
      StudioClient.Answer refused = page.get(events);
      assertEquals(503, refused.status());
      assertEquals("64 pages are watching already: close one of them", refused.error());
      viewers.remove(0).close();
      // It is noticed when it is told something.
      assertEquals(200, tell("stop", "crowded").status());
      int status = 503;
      while (status == 503) {
        Thread.sleep(100);
        HttpResponse<Stream<String>> another = page.listen(events);
        status = another.statusCode();
        viewers.add(another.body());
      }
      assertEquals(200, status);
    } finally {
      viewers.forEach(Stream::close);
    }
  }

  @Test
  void saysWhyARunDiedBeforeItBegan() throws Exception {
    Path one = workspace.resolve(".studio/corpora/one");
    TinyRuns.corpus(one, 1);
    StudioClient.Answer expected =
        page.post("/api/train/expect", wish("", 1).replace("tiny", "one"));
    assertEquals(422, expected.status());
    assertTrue(expected.error().contains("training needs two tunes at least"), expected.error());
    page.post("/api/train/begin", wish("hopeless", 1).replace("tiny", "one"));
    while (!state("hopeless").equals("DIED")) {
      Thread.sleep(50);
    }
    assertTrue(runs().contains("training needs two tunes at least"), runs());
    assertFalse(Files.exists(workspace.resolve("hopeless")));
  }

  @Test
  void showsThatARunWasKilledAndGoesOnWithIt() throws Exception {
    beginPaused("killed");
    ProcessHandle.current()
        .children()
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .forEach(ProcessHandle::destroyForcibly);
    while (!state("killed").equals("DIED")) {
      Thread.sleep(50);
    }
    assertEquals(200, tell("resume", "killed").status());
    await("killed", "DONE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "a/b", ".hidden", "", "/tmp/x", "a:b", "..", "-out", "<b>"})
  void namesRunsByNamesOnly(String name) throws Exception {
    assertNotEquals(200, begin(name, 1).status());
    for (String command : List.of("pause", "unpause", "stop", "resume")) {
      int status = tell(command, name).status();
      assertTrue(List.of(403, 404).contains(status), command + " " + status);
    }
    String events = "/api/train/events?run=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    assertTrue(List.of(403, 404).contains(page.get(events).status()));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"own/../tiny", "own/..", "../..", "/etc", "ships/../src", "own/link", ""})
  void learnsFromItsCorporaOnly(String source) throws Exception {
    Path elsewhere = TinyRuns.corpus(folder.resolve("elsewhere"), 3);
    Files.createSymbolicLink(workspace.resolve(".studio/corpora/link"), elsewhere);
    String json = wish("x", 1).replace("own/tiny", source);
    assertEquals(404, page.post("/api/train/expect", json).status());
    assertEquals(404, page.post("/api/train/begin", json).status());
    assertFalse(Files.exists(workspace.resolve("x")));
  }

  @Test
  void followsNoLinkToARunElsewhere() throws Exception {
    Path run = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(run.resolve("config.json"), "{}");
    Files.createSymbolicLink(workspace.resolve("link"), run);
    assertEquals("none", state("link"));
    assertEquals(404, page.get("/api/train/events?run=link").status());
  }

  @Test
  void saysWhatIsWrongWithAWish() throws Exception {
    assertEquals(
        "recipe must be small, medium or large but was huge",
        page.post("/api/train/expect", wish("", 1).replace("small", "huge")).error());
    assertTrue(
        page.post("/api/train/expect", wish("", 1).replace("melody", "noise"))
            .error()
            .startsWith("encoding must be melody, "));
    assertEquals("epochs must be 1 to 10,000 but were 0", begin("x", 0).error());
    assertEquals(400, page.post("/api/train/pause", "{}").status());
    assertEquals(422, page.post("/api/train/begin", "{}").status());
  }
}
