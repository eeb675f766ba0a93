package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.run.RunControl;
import ductus.run.TinyRuns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training runs as the studio begins, shows and commands them; each is a process of its own. */
@Timeout(180)
class TrainingPageTest {
  private final Path folder;
  private final TrainingDesk desk;
  private StudioCaller page;
  private final Path workspace;

  TrainingPageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    desk = new TrainingDesk(folder);
    workspace = desk.workspace();
    page = desk.page();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void offersWhatThereIsToLearnFrom() throws Exception {
    JsonObject choices = page.get("/api/train").json();
    List<String> ids = new ArrayList<>();
    choices.getAsJsonArray("sources").forEach(each -> ids.add(id(each)));
    assertEquals("own/tiny", ids.get(0));
    assertTrue(ids.contains("ships/melodies"), ids.toString());
    assertTrue(ids.contains("ships/hands"), ids.toString());
    assertFalse(ids.contains("ships/expressions"), ids.toString());
    String kinds = choices.getAsJsonArray("kinds").toString();
    assertTrue(kinds.contains("leadsheet") && kinds.contains("handwriting"), kinds);
  }

  private static String id(JsonElement source) {
    return source.getAsJsonObject().get("id").getAsString();
  }

  @Test
  void saysWhatARunWouldTake() throws Exception {
    JsonObject expected = page.post("/api/train/expect", TrainingDesk.wish("", 7)).json();
    assertEquals(9, expected.get("pieces").getAsInt() + expected.get("heldOut").getAsInt());
    assertEquals(7, expected.get("epochs").getAsInt());
    assertTrue(expected.get("fits").getAsBoolean());
    assertTrue(expected.get("seconds").getAsDouble() > 0);
    assertTrue(expected.get("bytes").getAsLong() > 4 * expected.get("weights").getAsLong());
    assertFalse(Files.exists(workspace.resolve("run")));
  }

  @Tag("long")
  @Test
  void goesOnWithoutTheServerAndIsFoundByTheNext() throws Exception {
    assertEquals("STARTING", desk.begin("lasting", 8).good().get("state").getAsString());
    desk.closeStudio();
    while (!Files.exists(workspace.resolve("lasting/checkpoint/state.safetensors"))) {
      Thread.sleep(50);
    }
    page = desk.openStudio();
    desk.await("lasting", "DONE");
    assertEquals("lasting is done: it cannot go on now", desk.tell("resume", "lasting").error());
    assertTrue(Files.exists(workspace.resolve("lasting/model.safetensors")));
    String models = page.get("/api/compose").json().toString();
    assertTrue(models.contains("\"model\":\"lasting\""), models);
  }

  @Test
  @Tag("long")
  void pausesStopsAndGoesOnAsEitherOfTwoServersSays() throws Exception {
    desk.beginPaused("shared");
    StudioCaller.Answer again = desk.begin("shared", 2);
    assertEquals(409, again.status());
    assertEquals("there is a shared already: choose another name", again.error());
    Studio other = new Studio(new StudioSettings(workspace, 0, "test", 1));
    try {
      StudioCaller second = new StudioCaller(other);
      assertTrue(second.get(TrainingDesk.RUNS).json().toString().contains("\"state\":\"PAUSED\""));
      StudioCaller.Answer late = second.post("/api/train/pause", "{\"run\":\"shared\"}");
      assertEquals(409, late.status());
      assertEquals("shared is paused: it cannot pause now", late.error());
      assertEquals(200, second.post("/api/train/stop", "{\"run\":\"shared\"}").status());
    } finally {
      other.close();
    }
    desk.await("shared", "STOPPED");
    assertEquals("shared was stopped: it cannot stop now", desk.tell("stop", "shared").error());
    assertEquals(409, desk.tell("unpause", "shared").status());
    assertEquals("STARTING", desk.tell("resume", "shared").good().get("state").getAsString());
    desk.await("shared", "RUNNING");
    assertEquals("shared is running: it cannot go on now", desk.tell("resume", "shared").error());
  }

  @Test
  void tellsViewersAllThatTheyMissedAndWhatIsNew() throws Exception {
    desk.beginPaused("watched");
    HttpResponse<Stream<String>> early = page.listen("/api/train/events?run=watched");
    assertEquals(200, early.statusCode());
    try (Stream<String> lines = early.body()) {
      Iterator<String> events = lines.filter(line -> line.startsWith("data: ")).iterator();
      JsonObject news = news(events);
      assertEquals("PAUSED", news.getAsJsonObject("run").get("state").getAsString());
      assertTrue(news.get("anew").getAsBoolean());
      List<Double> rows = new ArrayList<>(numbers(news));
      JsonObject rest = news.getAsJsonObject("rest");
      assertEquals(200, desk.tell("unpause", "watched").status());
      boolean asked = false;
      do {
        news = news(events);
        assertFalse(news.get("anew").getAsBoolean());
        rows.addAll(numbers(news));
        rest = news.has("rest") ? news.getAsJsonObject("rest") : rest;
        if (!asked && rows(rest, "epochs") > 1 && rows(rest, "lags") > 0) {
          // It may have ended by itself by now.
          desk.tell("stop", "watched");
          asked = true;
        }
      } while (!List.of("STOPPED", "DONE")
          .contains(news.getAsJsonObject("run").get("state").getAsString()));
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

  private static int rows(JsonObject rest, String table) {
    return rest.getAsJsonObject(table).getAsJsonArray("rows").size();
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

  @Tag("long")
  @Test
  void letsInNoMoreViewersThanItCanServeAndForgetsThoseThatLeft() throws Exception {
    desk.beginPaused("crowded");
    List<Stream<String>> viewers = new ArrayList<>();
    String events = "/api/train/events?run=crowded";
    try {
      for (int i = 0; i < 64; i++) {
        HttpResponse<Stream<String>> viewer = page.listen(events);
        assertEquals(200, viewer.statusCode());
        viewers.add(viewer.body());
        // Told something, it is counted.
        assertFalse(viewer.body().iterator().next().isEmpty());
      }
      StudioCaller.Answer refused = page.get(events);
      assertEquals(503, refused.status());
      assertEquals("64 pages are watching already: close one of them", refused.error());
      viewers.remove(0).close();
      // It is noticed when it is told something.
      assertEquals(200, desk.tell("stop", "crowded").status());
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

  @Tag("long")
  @Test
  void isNotKeptBusyByViewersOnceItIsClosed() throws Exception {
    desk.beginPaused("left");
    List<Stream<String>> viewers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      viewers.add(page.listen("/api/train/events?run=left").body());
    }
    desk.closeStudio();
    RunControl.of(workspace.resolve("left")).ask(RunControl.Request.GO_ON);
    // The first news after that find nobody; a sender that then still has work has it for ever.
    Thread.sleep(5000);
    long before = sendersNanos();
    Thread.sleep(2000);
    double share = (sendersNanos() - before) / 2e9;
    viewers.forEach(Stream::close);
    assertTrue(share < 0.2, "senders to nobody take %.2f of a processor".formatted(share));
  }

  private static long sendersNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("ductus-studio-sender"))
        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getId())))
        .sum();
  }

  @Test
  void saysWhyARunDiedBeforeItBegan() throws Exception {
    Path one = workspace.resolve(".studio/corpora/one");
    TinyRuns.corpus(one, 1);
    StudioCaller.Answer expected =
        page.post("/api/train/expect", TrainingDesk.wish("", 1).replace("tiny", "one"));
    assertEquals(422, expected.status());
    assertTrue(expected.error().contains("training needs two tunes at least"), expected.error());
    page.post("/api/train/begin", TrainingDesk.wish("hopeless", 1).replace("tiny", "one"));
    while (!desk.state("hopeless").equals("DIED")) {
      Thread.sleep(50);
    }
    assertTrue(desk.runs().contains("training needs two tunes at least"), desk.runs());
    assertFalse(Files.exists(workspace.resolve("hopeless")));
  }

  @Tag("long")
  @Test
  void showsThatARunWasKilledAndGoesOnWithIt() throws Exception {
    desk.beginPaused("killed");
    ProcessHandle.current()
        .children()
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .forEach(ProcessHandle::destroyForcibly);
    while (!desk.state("killed").equals("DIED")) {
      Thread.sleep(50);
    }
    assertEquals(200, desk.tell("resume", "killed").status());
    desk.await("killed", "RUNNING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "a/b", ".hidden", "", "/tmp/x", "a:b", "..", "-out", "<b>"})
  void namesRunsByNamesOnly(String name) throws Exception {
    assertNotEquals(200, desk.begin(name, 1).status());
    for (String command : List.of("pause", "unpause", "stop", "resume")) {
      int status = desk.tell(command, name).status();
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
    String json = TrainingDesk.wish("x", 1).replace("own/tiny", source);
    assertEquals(404, page.post("/api/train/expect", json).status());
    assertEquals(404, page.post("/api/train/begin", json).status());
    assertFalse(Files.exists(workspace.resolve("x")));
  }

  @Test
  void followsNoLinkToARunElsewhere() throws Exception {
    Path run = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(run.resolve("config.json"), "{}");
    Files.createSymbolicLink(workspace.resolve("link"), run);
    assertEquals("none", desk.state("link"));
    assertEquals(404, page.get("/api/train/events?run=link").status());
  }

  @Test
  void saysWhatIsWrongWithAWish() throws Exception {
    assertEquals(
        "recipe must be small, medium or large but was huge",
        page.post("/api/train/expect", TrainingDesk.wish("", 1).replace("small", "huge")).error());
    assertTrue(
        page.post("/api/train/expect", TrainingDesk.wish("", 1).replace("melody", "noise"))
            .error()
            .startsWith("kind must be melody or "));
    assertEquals("epochs must be 1 to 10,000 but were 0", desk.begin("x", 0).error());
    assertEquals(400, page.post("/api/train/pause", "{}").status());
    assertEquals(422, page.post("/api/train/begin", "{}").status());
  }
}
