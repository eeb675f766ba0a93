package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawing characters, keeping them, and teaching a model the hand. */
class MyHandTest {
  private static final String LEARN = "/api/hand/learn";

  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private StudioCaller page;

  @BeforeEach
  void open() {
    page = served.caller();
  }

  /** An arch of one stroke. */
  private JsonObject draw(String character) throws Exception {
    return page.post(
            "/api/hand/draw",
            "{\"character\":\"%s\",\"examples\":[[[[1,0],[1,1,0.5],[1.5,0.9],[1.7,0]]]]}"
                .formatted(character))
        .good();
  }

  private void drawAll(String characters) throws Exception {
    for (int i = 0; i < characters.length(); i++) {
      draw(characters.substring(i, i + 1));
    }
  }

  private JsonObject lesson() throws Exception {
    for (int i = 0; i < 600; i++) {
      JsonObject lesson = page.get("/api/hand/lesson").good();
      if (lesson.has("learned") || lesson.has("error")) {
        return lesson;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not learned in a minute");
  }

  @Test
  void keepsWhatIsDrawnWhereTheStudioEnds() throws Exception {
    draw("a");
    draw("b");
    served.restart();
    page = served.caller();
    JsonObject drawings = page.get("/api/hand").good().getAsJsonObject("drawings");
    assertEquals(List.of("a", "b"), List.copyOf(drawings.keySet()));
    assertEquals("[[[[1.0,0.0],[1.0,1.0,0.5],[1.5,0.9],[1.7,0.0]]]]", drawings.get("a").toString());
    page.post("/api/hand/draw", "{\"character\":\"a\",\"examples\":[]}").good();
    drawings = page.get("/api/hand").good().getAsJsonObject("drawings");
    assertEquals(List.of("b"), List.copyOf(drawings.keySet()));
  }

  @Test
  void showsACharacterAmongItsNeighbors() throws Exception {
    assertFalse(page.get("/api/hand/word?character=a").good().has("word"));
    assertFalse(draw("B").has("word"), "nothing to measure it by");
    draw("a");
    JsonObject word = draw("n").getAsJsonObject("word");
    assertTrue(word.get("text").getAsString().matches("[an]+"), word.toString());
    assertTrue(word.get("own").getAsString().startsWith("M"));
    assertTrue(word.get("others").getAsString().startsWith("M"));
    assertFalse(page.get("/api/hand/word?character=z").good().has("word"));
  }

  @Test
  void putsAsideAndBringsBack() throws Exception {
    draw("a");
    assertEquals("[]", characters("clear"));
    assertEquals("[a]", characters("restore"));
    assertEquals(409, page.post("/api/hand/restore", "{}").status());
  }

  /** Clears or restores; the characters that are drawn then. */
  private String characters(String what) throws Exception {
    JsonObject desk = page.post("/api/hand/" + what, "{}").good();
    return desk.getAsJsonObject("drawings").keySet().toString();
  }

  @Test
  void losesNothingThatIsStartedOverTwice() throws Exception {
    draw("a");
    assertEquals("[]", characters("clear"));
    draw("b");
    assertEquals("[a]", characters("restore"), "also behind a new stroke");
    assertEquals("[b]", characters("restore"), "which changed places with it");
    assertEquals("[]", characters("clear"));
    assertEquals(2, page.get("/api/bin").good().getAsJsonArray("entries").size());
  }

  /** The sheet that the page gives, with strokes on it, in millimeters. */
  private StudioCaller.Answer bring(String strokes) throws Exception {
    String sheet = page.get("/api/hand/sheet").body();
    JsonObject filled = new JsonObject();
    filled.addProperty("name", "mine.svg");
    filled.addProperty("content", sheet.replace("</svg>", strokes + "</svg>"));
    return page.post("/api/hand/sheet", filled.toString());
  }

  @Test
  void takesTheCharactersOfASheetThatWasDrawnOn() throws Exception {
    draw("a");
    assertTrue(page.get("/api/hand/sheet").headers().contains("hand-sheet.svg"));
    // The first box is that of a, the second that of b; small letters are 5 mm high.
    JsonObject taken = bring("<path d='M20 37v-5h2'/><path d='M38 37V27'/>").good();
    assertEquals(2, taken.get("characters").getAsInt());
    JsonObject drawings = taken.getAsJsonObject("desk").getAsJsonObject("drawings");
    assertEquals(2, drawings.getAsJsonArray("a").size(), "what was drawn before stays");
    assertEquals(
        "[[[1.0,0.0],[1.0,2.0]]]", drawings.getAsJsonArray("b").get(0).toString(), "x-heights");
    for (int time = 0; time < 5; time++) {
      bring("<path d='M38 37V27'/>").good();
    }
    drawings = page.get("/api/hand").good().getAsJsonObject("drawings");
    assertEquals(5, drawings.getAsJsonArray("b").size());
  }

  /** Notes of Xournal++ are packed with gzip, in 1/72 inch. */
  @Test
  void takesTheSheetFromXournal() throws Exception {
    String notes =
        "<xournal><page width='595' height='842'><layer><stroke tool='pen' width='1'>%s</stroke></layer></page></xournal>"
            .formatted("107.72 104.88 107.72 76.54");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(notes.getBytes(StandardCharsets.UTF_8));
    }
    JsonObject filled = new JsonObject();
    filled.addProperty("name", "mine.xopp");
    filled.addProperty("bytes", Base64.getEncoder().encodeToString(packed.toByteArray()));
    JsonObject desk =
        page.post("/api/hand/sheet", filled.toString()).good().getAsJsonObject("desk");
    assertEquals("[b]", desk.getAsJsonObject("drawings").keySet().toString());
    filled.addProperty("corpus", "notes");
    filled.addProperty("path", "mine.xopp");
    filled.addProperty("content", Base64.getEncoder().encodeToString(packed.toByteArray()));
    assertFalse(page.post("/api/corpora/add", filled.toString()).good().has("refusal"));
  }

  @Test
  void saysWhyASheetCannotBeTaken() throws Exception {
    StudioCaller.Answer empty = bring("");
    assertEquals(422, empty.status());
    assertTrue(empty.error().startsWith("mine.svg: must have ink"), empty.error());
    String photograph = "{\"name\":\"p.svg\",\"content\":\"JFIF\"}";
    assertTrue(page.post("/api/hand/sheet", photograph).error().startsWith("p.svg: must be ink"));
    assertEquals(422, page.post("/api/hand/sheet", "{}").status());
    assertEquals(422, bring("<path d='M38 37V27'/>".repeat(21)).status());
    assertEquals("{}", page.get("/api/hand").good().get("drawings").toString());
  }

  @Tag("long")
  @Test
  void teachesTheHandThroughTheFilesOfTheCommand() throws Exception {
    drawAll("abcdefghijklm");
    page.post(LEARN, "{\"name\":\"anna\"}").good();
    StudioCaller.Answer busy = page.post(LEARN, "{\"name\":\"otto\"}");
    JsonObject lesson = lesson();
    assertTrue(lesson.has("learned"), lesson.toString());
    // A tiny model may be done before the second wish arrives.
    if (busy.status() != 200) {
      assertEquals(423, busy.status());
      assertEquals("the model is still learning anna: wait for it", busy.error());
    }
    Hand hand = HandFile.read(served.workspace().resolve("hands/anna.json"));
    assertTrue(hand.characters().containsAll(List.of((int) 'a', (int) 'm')));
    String missing = lesson.getAsJsonObject("learned").get("missing").getAsString();
    assertTrue(missing.contains("z") && !missing.contains("a"), missing);
    JsonObject choices = page.get("/api/write").good();
    assertTrue(
        choices
            .getAsJsonArray("hands")
            .get(0)
            .toString()
            .equals("{\"name\":\"anna\",\"joined\":false,\"added\":true}"));
    assertEquals(409, page.post(LEARN, "{\"name\":\"anna\"}").status());
    byte[] before = Files.readAllBytes(served.workspace().resolve("hands/anna.json"));
    draw("z");
    page.post(LEARN, "{\"name\":\"anna\",\"replace\":true}").good();
    assertTrue(lesson().has("learned"));
    byte[] after = Files.readAllBytes(served.workspace().resolve("hands/anna.json"));
    assertTrue(after.length > before.length);
  }

  @Tag("long")
  @Test
  void aLessonGoesOnWhereTheStudioEnds() throws Exception {
    drawAll("abcdefghijklm");
    page.post(LEARN, "{\"name\":\"anna\"}").good();
    served.restart();
    page = served.caller();
    assertEquals("anna", page.get("/api/hand/lesson").good().get("name").getAsString());
    assertTrue(lesson().has("learned"), () -> "not learned");
    assertTrue(Files.exists(served.workspace().resolve("hands/anna.safetensors")));
  }

  @Test
  @Tag("long")
  void aLessonThatWasStoppedKeepsNothingAndBeginsAnew() throws Exception {
    assertEquals(409, page.post("/api/hand/again", "{}").status());
    drawAll("abcdefghijklm");
    page.post(LEARN, "{\"name\":\"anna\"}").good();
    page.post("/api/hand/stop", "{}").good();
    JsonObject stopped = page.get("/api/hand/lesson").good();
    for (int i = 0; i < 600 && !stopped.get("stopped").getAsBoolean(); i++) {
      Thread.sleep(100);
      stopped = page.get("/api/hand/lesson").good();
    }
    assertTrue(stopped.get("stopped").getAsBoolean(), stopped.toString());
    assertFalse(Files.exists(served.workspace().resolve("hands/anna.safetensors")));
    page.post("/api/hand/again", "{}").good();
    assertTrue(lesson().has("learned"), () -> "not learned");
  }

  @Test
  void servesNothingAtTheNetworkUntilAskedTo() throws Exception {
    JsonObject off = page.get("/api/phone").good();
    assertEquals("", off.get("address").getAsString());
    assertEquals("[]", off.get("pictures").toString());
    assertEquals(404, page.get("/api/phone/picture?name=000001.jpg").status());
    assertEquals(404, page.get("/api/phone/picture?name=../drawn.json").status());
    StudioCaller.Answer on = page.post("/api/phone/open", "{}");
    if (on.status() == 200) {
      assertTrue(on.good().get("address").getAsString().matches("http://[0-9.:]+/[0-9a-f]{32}"));
      assertTrue(on.good().get("code").getAsString().startsWith("M0 0h1v1h-1z"));
    } else {
      assertEquals(409, on.status(), "a machine in no local network");
    }
    off = page.post("/api/phone/close", "{}").good();
    assertEquals("", off.get("address").getAsString());
  }

  @Test
  void saysWhyAHandCannotBeLearned() throws Exception {
    assertEquals("the hand must have a name", page.post(LEARN, "{\"name\":\" \"}").error());
    drawAll("abc");
    assertEquals(
        "a hand must have 10 characters or more but has 3: draw some more",
        page.post(LEARN, "{\"name\":\"anna\"}").error());
    drawAll("defghijk");
    assertTrue(page.post(LEARN, "{\"name\":\"../x\"}").error().startsWith("name must be 1 to 64"));
    assertEquals(
        "name must be new but there is a hand one already",
        page.post(LEARN, "{\"name\":\"one\",\"replace\":true}").error());
    page.post("/api/hand/clear", "{}").good();
    drawAll("0123456789");
    assertTrue(page.post(LEARN, "{\"name\":\"anna\"}").error().contains("acemnorsuvwxz"));
    Files.delete(served.folder().resolve("tiny.safetensors"));
    StudioCaller.Answer gone = page.post(LEARN, "{\"name\":\"anna\"}");
    assertTrue(gone.error().contains("tiny.safetensors"), gone.error());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"character\":\"ab\",\"examples\":[]}|a character must be a letter",
        "{\"character\":\"é\",\"examples\":[]}|a character must be a letter",
        "{\"character\":\"a\"}|a must have examples",
        "{\"character\":\"a\",\"examples\":[[]]}|an example of a must have a stroke",
        "{\"character\":\"a\",\"examples\":[[[]]]}|a stroke of a must have a point",
        "{\"character\":\"a\",\"examples\":[[[[1]]]]}|a point of a must be x, y",
        "{\"character\":\"a\",\"examples\":[[[[1,null]]]]}|a point of a must be x, y",
        "{\"character\":\"a\",\"examples\":[[[[1,1e9]]]]}|a must be within 10 x-heights",
        "{\"character\":\"a\",\"examples\":[[[[1,1,7]]]]}|a pressure must be 0 to 1",
        "{\"character\":\"a\",\"examples\":[[],[],[],[],[],[]]}|a must have at most 5 examples"
      })
  void refusesWhatIsNoDrawing(String json, String why) throws Exception {
    StudioCaller.Answer answer = page.post("/api/hand/draw", json);
    assertEquals(422, answer.status());
    assertTrue(answer.error().startsWith(why), answer.error());
    assertEquals("{}", page.get("/api/hand").good().get("drawings").toString());
  }

  @Test
  void boundsPointsAndStrokes() throws Exception {
    String stroke = "[" + "[1,1],".repeat(5000) + "[1,1]]";
    String many = "{\"character\":\"a\",\"examples\":[[%s]]}".formatted(stroke);
    assertEquals(
        "a must have at most 5000 points but has 5001", page.post("/api/hand/draw", many).error());
    String strokes = "[[1,1]],".repeat(20) + "[[1,1]]";
    many = "{\"character\":\"a\",\"examples\":[[%s]]}".formatted(strokes);
    assertEquals(
        "a must have at most 20 strokes but has 21", page.post("/api/hand/draw", many).error());
  }
}
