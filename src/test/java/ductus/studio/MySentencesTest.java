package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.practice.CopyText;
import ductus.ink.read.InkFile;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copying sentences, keeping and checking them, and teaching a model the hand. */
class MySentencesTest {
  private static final String LEARN = "/api/hand/lines/learn";
  private static final String WRITE = "/api/hand/lines/write";
  private static final List<String> TEXTS = CopyText.sentences();

  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private StudioCaller page;

  @BeforeEach
  void open() {
    page = served.caller();
  }

  /** A line as the page sends it. */
  private static String sent(String text, Handwriting ink) {
    List<List<List<Double>>> strokes = new ArrayList<>();
    for (Stroke stroke : ink.strokes()) {
      strokes.add(stroke.points().stream().map(p -> List.of(p.x(), p.y(), p.seconds())).toList());
    }
    return new Gson().toJson(Map.of("text", text, "strokes", strokes));
  }

  private JsonObject write(int number) throws Exception {
    String text = TEXTS.get(number);
    return page.post(WRITE, sent(text, OwnLines.line(text))).good();
  }

  private JsonObject line(int number) throws Exception {
    return page.get("/api/hand/lines").good().getAsJsonArray("lines").get(number).getAsJsonObject();
  }

  private JsonObject lesson() throws Exception {
    for (int i = 0; i < 1800; i++) {
      JsonObject lesson = page.get("/api/hand/lesson").good();
      if (lesson.has("learned") || lesson.has("error") || lesson.get("stopped").getAsBoolean()) {
        return lesson;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not learned in three minutes");
  }

  @Test
  void keepsStrokesWithTheirTimesAndPressureWhereTheStudioEnds() throws Exception {
    String text = TEXTS.get(2);
    page.post(
            WRITE,
            "{\"text\":\"%s\",\"strokes\":[[[0,0,0],[1,1,0.02,0.5]],[[2,0,0.5]]]}".formatted(text))
        .good();
    served.restart();
    page = served.caller();
    assertEquals(
        "[[[0.0,0.0,0.0],[1.0,1.0,0.02,0.5]],[[2.0,0.0,0.5]]]", line(2).get("strokes").toString());
    assertEquals("[]", line(1).get("strokes").toString());
    Handwriting kept =
        InkFile.read(served.workspace().resolve(".studio/sketches/lines.json")).pieces().get(0);
    assertEquals(text, kept.text().orElseThrow());
    assertEquals(
        new PenPoint(1, 1, 0.02, 0.5), kept.strokes().get(0).points().get(1), "time and pressure");
    page.post(WRITE, "{\"text\":\"%s\",\"strokes\":[]}".formatted(text)).good();
    assertEquals("[]", line(2).get("strokes").toString());
  }

  @Test
  void doubtsALineThatSaysSomethingElseUntilItIsWrittenAgain() throws Exception {
    assertFalse(write(3).has("doubt"));
    JsonObject wrong = page.post(WRITE, sent(TEXTS.get(4), OwnLines.line(TEXTS.get(3)))).good();
    assertTrue(wrong.get("doubt").getAsString().contains("rained"), wrong.get("doubt").toString());
    assertEquals(wrong.get("doubt"), line(4).get("doubt"), "also when the page is opened again");
    assertFalse(line(3).has("doubt"));
    write(4);
    assertFalse(line(4).has("doubt"));
  }

  @Test
  void putsAsideAndBringsBack() throws Exception {
    write(0);
    JsonArray cleared = page.post("/api/hand/lines/clear", "{}").good().getAsJsonArray("lines");
    for (JsonElement each : cleared) {
      assertEquals("[]", each.getAsJsonObject().get("strokes").toString());
    }
    page.post("/api/hand/lines/restore", "{}").good();
    assertFalse(line(0).getAsJsonArray("strokes").isEmpty());
    assertEquals(409, page.post("/api/hand/lines/restore", "{}").status());
  }

  @Test
  @Tag("long")
  void teachesTheHandThroughTheFilesOfTheCommand() throws Exception {
    assertEquals("the hand must have a name", page.post(LEARN, "{\"name\":\" \"}").error());
    write(1);
    assertEquals(
        "lines to learn a hand from must have 60 characters or more together but have 41: write"
            + " another one",
        page.post(LEARN, "{\"name\":\"anna\"}").error());
    write(0);
    page.post(LEARN, "{\"name\":\"anna\"}").good();
    JsonObject lesson = lesson();
    assertTrue(lesson.has("learned"), lesson.toString());
    JsonObject learned = lesson.getAsJsonObject("learned");
    assertEquals(2, learned.get("lines").getAsInt());
    String missing = learned.get("missing").getAsString();
    assertTrue(missing.contains("7") && !missing.contains("Q"), missing);
    List<Handwriting> kept = InkFile.read(served.workspace().resolve("hands/anna.json")).pieces();
    assertEquals(TEXTS.get(1), kept.get(0).text().orElseThrow(), "in the order of writing");
    assertTrue(Files.exists(served.workspace().resolve("hands/anna.safetensors")));
    String hands = page.get("/api/write").good().get("hands").toString();
    assertTrue(hands.contains("\"anna\""), hands);
    assertEquals(409, page.post(LEARN, "{\"name\":\"anna\"}").status());
  }

  @Tag("long")
  @Test
  void stopsAndKeepsNothing() throws Exception {
    write(0);
    write(1);
    page.post(LEARN, "{\"name\":\"anna\"}").good();
    page.post("/api/hand/stop", "{}").good();
    JsonObject lesson = lesson();
    // A tiny model may be done before the wish arrives.
    if (!lesson.has("learned")) {
      assertTrue(lesson.get("stopped").getAsBoolean(), lesson.toString());
      assertFalse(Files.exists(served.workspace().resolve("hands/anna.json")));
      page.post(LEARN, "{\"name\":\"anna\"}").good();
      assertTrue(lesson().has("learned"), "once more, to the end");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"so\",\"strokes\":[]}|a line must say one of the sentences",
        "{\"text\":\"%s\"}|a line must have strokes",
        "{\"text\":\"%s\",\"strokes\":[[]]}|a stroke of the line",
        "{\"text\":\"%s\",\"strokes\":[[[1,1]]]}|a point of the line",
        "{\"text\":\"%s\",\"strokes\":[[[1,1,-1]]]}|seconds must be 0 or more",
        "{\"text\":\"%s\",\"strokes\":[[[1,1,0,7]]]}|a pressure must be 0 to 1",
        "{\"text\":\"%s\",\"strokes\":[[[1,1e9,0]]]}|the line \"We left"
      })
  void refusesWhatIsNoLine(String json, String why) throws Exception {
    StudioCaller.Answer answer = page.post(WRITE, json.formatted(TEXTS.get(3)));
    assertEquals(422, answer.status());
    assertTrue(answer.error().startsWith(why), answer.error());
    assertEquals("[]", line(3).get("strokes").toString());
  }
}
