package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.task.handwriting.adaptation.OwnLines;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ink that is read, corrected, kept to learn from, and saved as PDF. */
class ReadTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private Path folder = Path.of("");
  private StudioCaller page;

  @BeforeEach
  void open() {
    folder = served.folder();
    page = served.caller();
  }

  private StudioCaller.Answer read(String name, byte[] content) throws Exception {
    JsonObject given = new JsonObject();
    given.addProperty("name", name);
    given.addProperty("bytes", Base64.getEncoder().encodeToString(content));
    return page.post("/api/read/file", given.toString());
  }

  private static byte[] ink(Handwriting... pieces) {
    return InkJson.write(List.of(pieces)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JsonObject line) {
    StringBuilder text = new StringBuilder();
    for (var word : line.getAsJsonArray("words")) {
      text.append(text.length() == 0 ? "" : " ")
          .append(word.getAsJsonObject().get("text").getAsString());
    }
    return text.toString();
  }

  @Test
  void readsInkKeepsCorrectionsAndMakesACorpusOfThem() throws Exception {
    String said = CopyText.sentences().get(0);
    JsonObject reading = read("note.json", ink(OwnLines.line(said))).good();
    JsonArray lines = reading.getAsJsonArray("lines");
    assertEquals(1, lines.size());
    JsonObject line = lines.get(0).getAsJsonObject();
    assertTrue(line.get("path").getAsString().startsWith("M"));
    int words = line.getAsJsonArray("words").size();
    assertTrue(words >= said.split(" ", -1).length - 2, text(line) + " for " + said);
    String id = reading.get("id").getAsString();

    JsonObject right =
        page.post(
                "/api/read/correct",
                "{\"id\":\"%s\",\"line\":0,\"word\":0,\"text\":\" Ünlike \"}".formatted(id))
            .good();
    line = right.getAsJsonArray("lines").get(0).getAsJsonObject();
    assertTrue(text(line).startsWith("Ünlike "), text(line));
    assertFalse(
        line.getAsJsonArray("words").get(0).getAsJsonObject().get("doubtful").getAsBoolean());
    page.post("/api/read/teach", "{\"id\":\"%s\",\"line\":0}".formatted(id)).good();
    Path corpus = folder.resolve("generated/.studio/corpora/Lines I corrected");
    Handwriting kept = InkFile.read(corpus.resolve("reading 0001 line 1.json")).pieces().get(0);
    assertEquals(text(line), kept.text().orElseThrow());
    assertTrue(page.get("/api/corpora").good().toString().contains("Lines I corrected"));

    JsonObject shelf = page.get("/api/read").good();
    assertEquals(1, shelf.get("taught").getAsInt());
    assertTrue(shelf.getAsJsonArray("readings").toString().contains("Ünlike"));
    StudioCaller.Answer pdf = page.get("/api/read/pdf?id=" + id);
    assertTrue(pdf.body().startsWith("%PDF"), pdf.body());
    assertTrue(pdf.headers().contains("reading-0001.pdf"));
  }

  @Test
  void findsTheStrokesOfAPicture() throws Exception {
    BufferedImage image = new BufferedImage(900, 120, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, 900, 120);
    paper.setColor(Color.DARK_GRAY);
    paper.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (var stroke : OwnLines.line("no tea").strokes()) {
      Path2D path = new Path2D.Double();
      stroke.points().forEach(p -> add(path, 30 + 40 * p.x(), 80 - 40 * p.y()));
      paper.draw(path);
    }
    paper.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    JsonObject reading = read("photo.png", png.toByteArray()).good();
    assertEquals("picture", reading.get("format").getAsString());
    assertEquals(1, reading.getAsJsonArray("lines").size());
  }

  private static void add(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  @Test
  void saysWhyItCannotRead() throws Exception {
    assertTrue(read("x.txt", new byte[] {'h', 'i'}).error().startsWith("x.txt: must be ink"));
    byte[] zip = {'P', 'K', 3, 4, 0, 0};
    assertEquals(
        "x.zip: is an archive: unpack it, and give the folder", read("x.zip", zip).error());
    byte[] broken = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    assertTrue(read("x.png", broken).error().startsWith("x.png: is a broken PNG picture"));
    assertEquals(400, page.post("/api/read/file", "{}").status());
    assertEquals(422, page.post("/api/read/drawn", "{\"strokes\":[]}").status());
    assertEquals(422, page.post("/api/read/drawn", "{\"strokes\":[[[1,1]]]}").status());
    for (String id : List.of("0001", "../sketches", "x")) {
      assertEquals(404, page.get("/api/read/one?id=" + id).status());
      assertEquals(
          404,
          page.post(
                  "/api/read/correct",
                  "{\"id\":\"%s\",\"line\":0,\"word\":0,\"text\":\"a\"}".formatted(id))
              .status());
    }
    page.post("/api/read/drawn", "{\"strokes\":[[[1,1,0],[1,0,0.1]]]}").good();
    for (String wrong :
        List.of("\"line\":9,\"word\":0,\"text\":\"a\"", "\"line\":0,\"word\":-1,\"text\":\"a\"")) {
      assertEquals(404, page.post("/api/read/correct", "{\"id\":\"0001\"," + wrong + "}").status());
    }
    String long101 = "\"line\":0,\"word\":0,\"text\":\"" + "a".repeat(101) + "\"";
    assertEquals(422, page.post("/api/read/correct", "{\"id\":\"0001\"," + long101 + "}").status());
    try (var left = Files.list(folder.resolve("generated/.studio/readings"))) {
      assertEquals(List.of("0001"), left.map(each -> each.getFileName().toString()).toList());
    }
  }
}
