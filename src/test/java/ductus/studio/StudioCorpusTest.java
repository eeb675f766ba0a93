package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ductus.corpus.line.UnipenLines;
import ductus.file.Home;
import ductus.studio.StudioCaller.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taken into a corpus, what is told of it, and to whom. */
class StudioCorpusTest {
  private static final Path MELODIES = Home.folder().resolve("corpora/melodies");
  private static final String OWN = "/api/corpora/table?corpus=own/my%20corpus";

  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private StudioCaller caller;

  @BeforeEach
  void open() throws IOException {
    folder = served.folder();
    workspace = served.workspace();
    caller = served.caller();
    Files.writeString(folder.resolve("secret.abc"), "X:1\nM:4/4\nK:C\nC\n");
  }

  private void add(String path, byte[] content) throws IOException {
    Answer answer = caller.add("my corpus", path, content);
    assertEquals(200, answer.status(), answer.body());
    assertFalse(answer.json().has("refusal"), answer.body());
  }

  private void add(String path, String content) throws IOException {
    add(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject row(Answer table, String name) {
    JsonArray rows = table.json().getAsJsonArray("rows");
    for (var row : rows) {
      if (row.getAsJsonObject().get("name").getAsString().equals(name)) {
        return row.getAsJsonObject();
      }
    }
    throw new AssertionError(name + " is not in " + rows);
  }

  @Test
  void tellsWhatWasReadWhatIsThereTwiceAndWhatWasLeftOutAndWhy() throws Exception {
    byte[] grace = Files.readAllBytes(MELODIES.resolve("amazing-grace.mid"));
    add("grace.mid", grace);
    add("graceful.mid", grace);
    add("broken.mid", "MThd and no more");
    add("book.abc", "X:1\nT:A\nM:4/4\nK:C\nCDEF|\n\nX:2\nT:B\nM:4/4\nK:G\nGABc|GABc|\n");
    add("hand.json", Files.readAllBytes(Home.folder().resolve("corpora/hands/italic.json")));
    Answer table = caller.get(OWN);
    assertEquals(6, table.json().getAsJsonArray("rows").size(), table.body());
    JsonObject music = row(table, "grace.mid").getAsJsonObject("music");
    assertEquals(17, music.get("bars").getAsInt());
    assertEquals("G major", music.get("key").getAsString());
    assertEquals("the same as grace.mid", row(table, "graceful.mid").get("why").getAsString());
    JsonObject broken = row(table, "broken.mid");
    assertEquals("LEFT_OUT", broken.get("state").getAsString());
    assertTrue(broken.get("why").getAsString().startsWith("byte "), broken.toString());
    assertEquals(2, row(table, "book.abc#2").getAsJsonObject("music").get("bars").getAsInt());
    JsonObject ink = row(table, "hand.json");
    assertEquals("Ductus hand", ink.get("kind").getAsString());
    assertTrue(ink.getAsJsonObject("ink").get("strokes").getAsInt() > 200);
  }

  @Test
  void tellsHowManyLinesOfPeopleThereAreAndWhatIsPassedOver() throws Exception {
    add("hand.json", Files.readAllBytes(Home.folder().resolve("corpora/hands/italic.json")));
    assertFalse(caller.get(OWN).json().has("learnable"));
    add("a.dat", new UnipenLines("italic").add("anna", "never odd or even").file());
    UnipenLines both = new UnipenLines("print").add("otto", "the rain in Spain");
    add("b.dat", both.add("otto", "x").add("anna", "some more words").file());
    JsonObject table = caller.get(OWN).json();
    assertEquals(
        "{\"lines\":3,\"writers\":2,\"characters\":49,"
            + "\"passedOver\":[{\"what\":\"of a single character\",\"count\":1}]}",
        table.get("learnable").toString());
    JsonObject row = row(caller.get(OWN), "b.dat");
    assertEquals(2, row.getAsJsonObject("ink").get("lines").getAsInt());
    assertEquals("passed over 1 of a single character", row.get("why").getAsString());
    Answer sheet = caller.get("/api/corpora/sheet?corpus=own/my%20corpus&piece=b.dat");
    assertTrue(sheet.body().contains("the rain in Spain"), "a picture of its lines");
  }

  @Test
  void showsAndPlaysEachPiece() throws Exception {
    add("book.abc", "X:1\nT:<b>A</b>\nM:4/4\nK:C\nCDEF|\n\nX:2\nT:B\nM:4/4\nK:G\nGABc|GABc|\n");
    add("hand.json", Files.readAllBytes(Home.folder().resolve("corpora/hands/italic.json")));
    String second = "corpus=own/my%20corpus&piece=book.abc%232";
    Answer roll = caller.get("/api/corpora/roll?" + second);
    assertEquals(8, roll.json().getAsJsonArray("notes").size());
    Answer sound = caller.get("/api/corpora/sound?" + second);
    assertEquals(200, sound.status());
    assertTrue(sound.body().startsWith("RIFF"));
    Answer sheet = caller.get("/api/corpora/sheet?corpus=own/my%20corpus&piece=hand.json");
    assertTrue(sheet.body().contains("<svg"), sheet.body());
    assertTrue(sheet.headers().contains("sandbox"), sheet.headers());
  }

  @Test
  void showsWhatShipsButChangesNothingOfIt() throws Exception {
    assertTrue(caller.get("/api/corpora").body().contains("\"ships/melodies\""));
    String roll = "/api/corpora/roll?corpus=ships/melodies&piece=bingo.mid";
    assertEquals(200, caller.get(roll).status());
    Answer refused =
        caller.post(
            "/api/corpora/delete", "{\"corpus\":\"ships/melodies\",\"piece\":\"bingo.mid\"}");
    assertEquals(403, refused.status());
    assertEquals("melodies ships with Ductus and stays as it is", refused.error());
    assertTrue(Files.exists(MELODIES.resolve("bingo.mid")));
  }

  @Test
  void throwsFilesAndCorporaIntoTheBinAndTakesThemBack() throws Exception {
    add("sub/a.abc", "X:1\nM:4/4\nK:C\nCDEF|\n");
    Path file = workspace.resolve(".studio/corpora/my corpus/sub/a.abc");
    for (String piece : List.of("sub/a.abc", "")) {
      for (int time = 1; time <= 2; time++) {
        Answer thrown =
            caller.post(
                "/api/corpora/delete",
                "{\"corpus\":\"own/my corpus\",\"piece\":\"" + piece + "\"}");
        assertEquals(200, thrown.status(), thrown.body());
        assertFalse(Files.exists(file));
        Answer back = caller.post("/api/corpora/restore", thrown.body());
        assertEquals(200, back.status(), back.body());
        assertTrue(Files.exists(file));
        assertEquals(404, caller.post("/api/corpora/restore", thrown.body()).status());
      }
    }
  }

  @Test
  void keepsToItsCorpora() throws Exception {
    add("a.abc", "X:1\nM:4/4\nK:C\nCDEF|\n");
    Files.createSymbolicLink(
        workspace.resolve(".studio/corpora/my corpus/link.abc"), folder.resolve("secret.abc"));
    for (String piece :
        List.of("..%2F..%2F..%2F..%2Fsecret.abc", "link.abc", "%2Fetc%2Fpasswd", ".", "a%00b")) {
      for (String what : List.of("roll", "sound", "sheet")) {
        int status =
            caller.get("/api/corpora/" + what + "?corpus=own/my%20corpus&piece=" + piece).status();
        assertTrue(List.of(400, 403, 404).contains(status), what + " " + piece + " " + status);
      }
      String json =
          "{\"corpus\":\"own/my corpus\",\"piece\":\"" + piece.replace("%2F", "/") + "\"}";
      assertFalse(caller.post("/api/corpora/delete", json).status() == 200, piece);
    }
    for (String corpus : List.of("own/..", "own/../..", "ships/../..", "ships/texts", "/etc", "")) {
      assertEquals(404, caller.get("/api/corpora/table?corpus=" + corpus).status(), corpus);
    }
    assertEquals(
        "there is no corpus gone any more",
        caller.get("/api/corpora/table?corpus=own/gone").error());
    assertEquals("there is nothing here", caller.get("/api/nothing").error());
    String up = "{\"corpus\":\"own/my corpus\",\"file\":\"../../x\",\"number\":1}";
    assertEquals(403, caller.post("/api/corpora/restore", up).status());
    assertEquals(403, caller.add("my corpus", "../x.abc", new byte[] {'X'}).status());
    assertEquals(403, caller.add("my corpus", "/x.abc", new byte[] {'X'}).status());
    assertEquals(422, caller.add("../out", "x.abc", new byte[] {'X'}).status());
    assertTrue(Files.exists(folder.resolve("secret.abc")));
  }

  @Test
  void letsNobodyElseIn() throws Exception {
    for (String path : List.of("/api/corpora", "/api/corpora/table?corpus=ships/melodies")) {
      assertEquals(403, caller.send("GET " + path, List.of(), "").status());
      List<String> foreign = List.of(caller.cookie(), "Origin: http://evil.example");
      assertEquals(403, caller.send("GET " + path, foreign, "").status());
    }
    for (String path : List.of("add", "delete", "restore")) {
      List<String> headers =
          List.of(
              caller.cookie(),
              "Origin: http://evil.example",
              "Content-Type: application/json",
              "Content-Length: 2");
      assertEquals(403, caller.send("POST /api/corpora/" + path, headers, "{}").status());
      assertEquals(400, caller.post("/api/corpora/" + path, "{}").status());
    }
  }

  @Test
  void refusesAGigabyteBeforeItIsSent() throws Exception {
    List<String> headers =
        List.of(
            caller.cookie(),
            caller.origin(),
            caller.key(),
            "Content-Type: application/json",
            "Content-Length: " + (1L << 30));
    assertEquals(413, caller.send("POST /api/corpora/add", headers, "").status());
  }

  @Test
  void doesNotUnpackABomb() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("tune.mid"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(nothing);
      }
    }
    Answer answer = caller.add("my corpus", "tunes.mid", bytes.toByteArray());
    assertEquals(
        "is a zip archive, which the studio does not open: unpack it, and choose the folder",
        answer.json().get("refusal").getAsString());
    assertFalse(Files.exists(workspace.resolve(".studio/corpora/my corpus")));
  }

  @Test
  void refusesToPlayForHours() throws Exception {
    StringBuilder hours = new StringBuilder("X:1\nQ:1/4=20\nL:1/1\nM:4/4\nK:C\n");
    hours.append("C|".repeat(200));
    add("hours.abc", hours.toString());
    Answer answer = caller.get("/api/corpora/sound?corpus=own/my%20corpus&piece=hours.abc");
    assertEquals(422, answer.status());
    assertTrue(answer.error().endsWith("the page plays at most 15"), answer.error());
  }
}
