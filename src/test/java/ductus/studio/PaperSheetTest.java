package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import ductus.ink.scan.SheetMarks;
import ductus.ink.template.HandTemplate;
import ductus.ink.template.LineTemplate;
import ductus.ink.template.SheetCell;
import ductus.task.handwriting.adaptation.OwnLines;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hand on paper: sheets that were printed, filled in and photographed. */
class PaperSheetTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private StudioCaller page;

  @BeforeEach
  void open() {
    page = served.caller();
  }

  private StudioCaller.Answer bring(String path, byte[] photo) throws Exception {
    JsonObject given = new JsonObject();
    given.addProperty("name", "photo.jpg");
    given.addProperty("bytes", Base64.getEncoder().encodeToString(photo));
    return page.post(path, given.toString());
  }

  private static Map<Integer, Handwriting> letters(String characters) throws Exception {
    List<SheetCell> cells = HandTemplate.cells();
    Map<Integer, Handwriting> ink = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      if (characters.contains(text) && ink.size() < characters.length()) {
        ink.put(i, OwnLines.line(text));
      }
    }
    return ink;
  }

  private static double highest(JsonArray example) {
    double highest = -9;
    for (JsonElement stroke : example) {
      for (JsonElement point : stroke.getAsJsonArray()) {
        highest = Math.max(highest, point.getAsJsonArray().get(1).getAsDouble());
      }
    }
    return highest;
  }

  @Test
  void takesCharactersFromAPhotographHoweverItIsTurned() throws Exception {
    byte[] photo =
        PaperPhoto.of(
            SheetMarks.Kind.LETTERS,
            HandTemplate.cells(),
            letters("abcdefghijklmnopqrstuvwxyz"),
            1);
    JsonObject taken = bring("/api/hand/sheet", photo).good();
    assertEquals(26, taken.get("characters").getAsInt(), taken.get("doubtful").toString());
    assertTrue(taken.getAsJsonArray("doubtful").size() <= 4, taken.get("doubtful").toString());
    JsonObject drawings = taken.getAsJsonObject("desk").getAsJsonObject("drawings");
    for (String character : List.of("a", "b", "h", "o", "p")) {
      Handwriting drawn = OwnLines.line(character);
      double expected = drawn.box().orElseThrow().top();
      assertEquals(
          expected,
          highest(drawings.getAsJsonArray(character).get(0).getAsJsonArray()),
          0.15,
          character + " in x-heights");
    }
  }

  @Tag("long")
  @Test
  void takesLinesFromAPhotographAndChecksThem() throws Exception {
    List<String> sentences = CopyText.sentences();
    Map<Integer, Handwriting> ink = new HashMap<>();
    ink.put(0, OwnLines.line(sentences.get(0)));
    ink.put(4, OwnLines.line(sentences.get(4)));
    ink.put(7, OwnLines.line("tea"));
    byte[] photo = PaperPhoto.of(SheetMarks.Kind.LINES, LineTemplate.cells(), ink, 0);
    assertTrue(
        bring("/api/hand/sheet", photo).error().contains("is the sheet of sentences"), "the kind");
    JsonObject taken = bring("/api/hand/lines/sheet", photo).good();
    assertEquals(3, taken.get("lines").getAsInt());
    JsonArray lines = taken.getAsJsonObject("desk").getAsJsonArray("lines");
    for (int line : List.of(0, 4)) {
      JsonObject state = lines.get(line).getAsJsonObject();
      assertTrue(!state.has("doubt"), state.get("doubt") + " of " + sentences.get(line));
      assertTrue(state.getAsJsonArray("strokes").size() > 5);
    }
    assertTrue(lines.get(7).getAsJsonObject().has("doubt"), "three letters are no sentence");
    assertTrue(lines.get(1).getAsJsonObject().getAsJsonArray("strokes").isEmpty());
  }

  @Test
  void saysWhyAPictureIsNoSheet() throws Exception {
    byte[] empty = PaperPhoto.of(SheetMarks.Kind.LETTERS, HandTemplate.cells(), Map.of(), 0);
    assertEquals(
        "photo.jpg: is a sheet on which nothing is written",
        bring("/api/hand/sheet", empty).error());
    byte[] broken = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2};
    assertTrue(bring("/api/hand/sheet", broken).error().startsWith("photo.jpg: is a broken JPEG"));
    assertTrue(page.get("/api/hand/lines/sheet").headers().contains("line-sheet.svg"));
  }
}
