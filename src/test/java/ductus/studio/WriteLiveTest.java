package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters that are shown while they are typed, and what is made of them. */
class WriteLiveTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private Path workspace = Path.of("");
  private StudioCaller caller;

  @BeforeEach
  void open() {
    workspace = served.workspace();
    caller = served.caller();
  }

  private static String letter(String text, String more) {
    JsonObject quoted = new JsonObject();
    quoted.addProperty("text", text);
    String field = quoted.toString();
    return field.substring(0, field.length() - 1)
        + """
        ,"hands":{"one":1},"neatness":0.5,"slant":0,"paper":"300x60","ruling":"plain",
        "alignment":"left","ink":"blue","seed":"7"%s}
        """
            .formatted(more);
  }

  private JsonObject live(String letter, String... have) throws Exception {
    JsonArray keys = new JsonArray();
    List.of(have).forEach(keys::add);
    return caller
        .post(
            "/api/write/live",
            "{\"desk\":\"test\",\"have\":%s,\"letter\":%s}".formatted(keys, letter))
        .good();
  }

  private static List<JsonObject> lines(JsonObject view) {
    List<JsonObject> lines = new ArrayList<>();
    for (JsonElement page : view.getAsJsonArray("pages")) {
      page.getAsJsonObject()
          .getAsJsonArray("lines")
          .forEach(line -> lines.add(line.getAsJsonObject()));
    }
    return lines;
  }

  private static JsonObject word(JsonObject view, int line, int word) {
    return lines(view).get(line).getAsJsonArray("words").get(word).getAsJsonObject();
  }

  private String saved(String letter) throws Exception {
    JsonObject draft = caller.post("/api/write", letter).good();
    return Files.readString(
        workspace.resolve(draft.get("pages").getAsString()), StandardCharsets.UTF_8);
  }

  @Test
  void leavesTheInkOfALineAloneWhenAnotherChanges() throws Exception {
    JsonObject before = live(letter("a b\nc d\ne", ""));
    String kept = lines(before).get(2).get("key").getAsString();
    JsonObject after = live(letter("a b\nc dd\ne", ""), kept);
    assertEquals(word(before, 0, 1), word(after, 0, 1));
    assertNotEquals(word(before, 1, 1), word(after, 1, 1));
    assertEquals(kept, lines(after).get(2).get("key").getAsString());
    assertFalse(lines(after).get(2).has("words"), "told again what the page has");
  }

  @Test
  void savesTheSameBytesAsADrawingFromTheBeginning() throws Exception {
    String letter = letter("a b\nc d\na b", "");
    live(letter("a", ""));
    live(letter("c d\na b", ""));
    live(letter);
    String seen = saved(letter);
    try (Studio other =
        new Studio(
            new StudioSettings(
                workspace, 0, "test", 2, StudioSamples.hands(workspace.resolveSibling("x"))))) {
      JsonObject draft = new StudioCaller(other).post("/api/write", letter).good();
      assertArrayEquals(
          seen.getBytes(StandardCharsets.UTF_8),
          Files.readAllBytes(workspace.resolve(draft.get("pages").getAsString())));
    }
  }

  private StudioCaller.Answer onPaper(String pages, String to, byte[] picture) throws Exception {
    JsonObject wish = new JsonObject();
    wish.addProperty("pages", pages);
    wish.addProperty("to", to);
    wish.addProperty("picture", Base64.getEncoder().encodeToString(picture));
    return caller.post("/api/write/onpaper", wish.toString());
  }

  @Test
  void savesALetterWithThePictureOfItsPaper() throws Exception {
    String pages = caller.post("/api/write", letter("a b", "")).good().get("pages").getAsString();
    BufferedImage paper = new BufferedImage(30, 6, BufferedImage.TYPE_INT_ARGB);
    paper.setRGB(3, 3, 0xffd04020);
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(paper, "png", picture);
    String pdf = onPaper(pages, "pdf", picture.toByteArray()).body();
    assertTrue(pdf.startsWith("%PDF"), pdf);
    assertTrue(pdf.contains("/Subtype /Image /Width 30 /Height 6"), pdf);
    assertTrue(pdf.contains("/Picture Do"), pdf);
    assertEquals(200, onPaper(pages, "png", picture.toByteArray()).status());

    assertTrue(
        onPaper(pages, "svg", picture.toByteArray()).error().startsWith("paper is saved in pdf"));
    byte[] text = "<svg/>".getBytes(StandardCharsets.UTF_8);
    assertTrue(onPaper(pages, "pdf", text).error().contains("must be a PNG or JPEG picture"));
    byte[] broken = Arrays.copyOf(picture.toByteArray(), 30);
    assertTrue(onPaper(pages, "pdf", broken).error().contains("is a broken PNG picture"));
    assertTrue(onPaper(pages, "pdf", new byte[12_000_000]).error().contains("at most 11 MB"));
    assertEquals(403, onPaper("../x.page.json", "pdf", picture.toByteArray()).status());
  }

  @Test
  void writesAWordAnewAndMovesAParagraphAndKeepsBoth() throws Exception {
    JsonObject before = live(letter("a b\nc", ""));
    String changed =
        letter(
            "a b\nc",
            ",\"arrangement\":{\"words\":[{\"line\":0,\"word\":1,\"take\":1}],"
                + "\"paragraphs\":[{\"line\":1,\"right\":10,\"up\":-5}]}");
    JsonObject after = live(changed);
    assertEquals(word(before, 0, 0), word(after, 0, 0));
    assertNotEquals(word(before, 0, 1).get("d"), word(after, 0, 1).get("d"));
    double moved =
        word(after, 1, 0).getAsJsonArray("box").get(0).getAsDouble()
            - word(before, 1, 0).getAsJsonArray("box").get(0).getAsDouble();
    assertEquals(10, moved, 0.02);
    JsonObject draft = caller.post("/api/write", changed).good();
    JsonObject again =
        caller
            .post(
                "/api/library/again",
                "{\"stem\":\"%s\"}"
                    .formatted(
                        caller
                            .post(
                                "/api/library/keep",
                                "{\"stem\":\"%s\"}".formatted(draft.get("stem").getAsString()))
                            .good()
                            .get("stem")
                            .getAsString()))
            .good();
    assertEquals(0, again.getAsJsonArray("different").size(), again.toString());
  }

  @Test
  void namesWhatIsAllowedInPlainWords() throws Exception {
    String wrong = letter("a", "").replace("\"plain\"", "\"dotted\"");
    assertEquals(
        "ruling must be one of plain, ruled, squared but was dotted",
        caller.post("/api/write", wrong).error());
    String margins = letter("a", ",\"margins\":[1,2]");
    assertEquals(
        "margins must be of four sides but were of 2", caller.post("/api/write", margins).error());
  }

  @Test
  void fillsLettersFromATableAndBindsThem() throws Exception {
    JsonObject table =
        caller
            .post(
                "/api/write/letters",
                """
                {"csv":"name;town\\nAnna;Ulm\\nBen;\\nCleo;Bern\\n",\
                "text":"Dear {name},\\n{town}\\n{street}"}
                """)
            .good();
    assertEquals("[\"street\"]", table.getAsJsonArray("unknown").toString());
    assertEquals(3, table.getAsJsonArray("letters").size());
    JsonObject ben = table.getAsJsonArray("letters").get(1).getAsJsonObject();
    assertEquals("Dear Ben,\n{street}", ben.get("text").getAsString());
    assertEquals("[\"town\"]", ben.getAsJsonArray("blank").toString());

    JsonObject one = caller.post("/api/write", letter("a", "")).good();
    JsonObject two = caller.post("/api/write", letter("b", "")).good();
    JsonArray pages = new JsonArray();
    pages.add(one.get("pages"));
    pages.add(two.get("pages"));
    for (String to : List.of("pdf", "zip")) {
      JsonObject bound =
          caller
              .post("/api/write/bind", "{\"to\":\"%s\",\"pages\":%s}".formatted(to, pages))
              .good();
      byte[] bytes = Files.readAllBytes(workspace.resolve(bound.get("name").getAsString()));
      String head = new String(bytes, 0, 2, StandardCharsets.US_ASCII);
      assertEquals(to.equals("pdf") ? "%P" : "PK", head);
      if (to.equals("zip")) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
          ZipEntry first = zip.getNextEntry();
          assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), first.getTimeLocal(), "not the clock's");
        }
      }
    }
    JsonArray shelf = caller.get("/api/write/drafts").good().getAsJsonArray("drafts");
    assertEquals(2, shelf.size());
    assertEquals("b", shelf.get(0).getAsJsonObject().get("text").getAsString());
    String outside = "{\"to\":\"pdf\",\"pages\":[\"../x.page.json\"]}";
    assertTrue(caller.post("/api/write/bind", outside).status() >= 400);
  }

  @Test
  void twoStudiosOfAWorkspaceTakeNoNamesFromEachOther() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (Studio other =
        new Studio(
            new StudioSettings(
                workspace, 0, "test", 2, StudioSamples.hands(workspace.resolveSibling("x"))))) {
      StudioCaller second = new StudioCaller(other);
      List<Callable<String>> asked = new ArrayList<>();
      for (String word : List.of("a", "b", "c", "d")) {
        for (StudioCaller page : List.of(caller, second)) {
          asked.add(
              () ->
                  page.post("/api/write", letter(word + " x", ""))
                      .good()
                      .get("stem")
                      .getAsString());
        }
      }
      Set<String> stems = new HashSet<>();
      for (Future<String> stem : both.invokeAll(asked)) {
        stems.add(stem.get());
      }
      assertEquals(8, stems.size(), stems.toString());
    } finally {
      both.shutdownNow();
    }
  }
}
