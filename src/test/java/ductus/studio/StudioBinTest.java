package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is deleted or started over lies in one bin until that is emptied. */
class StudioBinTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path workspace = Path.of("");
  private StudioCaller page;

  @BeforeEach
  void open() {
    workspace = served.workspace();
    page = served.caller();
  }

  private void delete(String stem) throws Exception {
    page.post("/api/library/delete", "{\"stem\":\"" + stem + "\"}").good();
  }

  private void draw(String character) throws Exception {
    page.post(
            "/api/hand/draw",
            "{\"character\":\"%s\",\"examples\":[[[[0,0],[0.5,1]]]]}".formatted(character))
        .good();
  }

  private JsonObject restore(int number) throws Exception {
    return page.post("/api/bin/restore", "{\"number\":" + number + "}").good();
  }

  /** What lies in the bin, such as {@code 2 PIECE tune}. */
  private List<String> listed() throws Exception {
    List<String> listed = new ArrayList<>();
    for (JsonElement each : page.get("/api/bin").good().getAsJsonArray("entries")) {
      JsonObject entry = each.getAsJsonObject();
      assertTrue(entry.get("size").getAsLong() > 0, entry.toString());
      assertTrue(entry.get("thrown").getAsLong() > 1e12, entry.toString());
      listed.add(
          "%d %s %s"
              .formatted(
                  entry.get("number").getAsInt(),
                  entry.get("kind").getAsString(),
                  entry.get("name").getAsString()));
    }
    return listed;
  }

  @Test
  void listsAllThatWasThrownAwayWhateverItIs() throws Exception {
    assertEquals(List.of(), listed());
    StudioSamples.tune(workspace, "tune");
    delete("tune");
    page.add("songs", "sub/a.abc", "X:1\nK:C\nC|\n".getBytes(StandardCharsets.UTF_8)).good();
    page.add("songs", "b.abc", "X:1\nK:C\nC|\n".getBytes(StandardCharsets.UTF_8)).good();
    page.post("/api/corpora/delete", "{\"corpus\":\"own/songs\",\"piece\":\"sub/a.abc\"}").good();
    page.post("/api/corpora/delete", "{\"corpus\":\"own/songs\"}").good();
    draw("a");
    page.post("/api/hand/clear", "{}").good();
    assertEquals(
        List.of(
            "4 CHARACTERS .studio/sketches/drawn",
            "3 CORPUS .studio/corpora/songs",
            "2 CORPUS_FILE .studio/corpora/songs/sub/a",
            "1 PIECE tune"),
        listed());
    for (int number = 4; number >= 1; number--) {
      restore(number);
    }
    assertEquals(List.of(), listed());
    assertTrue(Files.exists(workspace.resolve("tune.mid")));
    assertTrue(Files.exists(workspace.resolve(".studio/corpora/songs/sub/a.abc")));
    assertTrue(Files.exists(workspace.resolve(".studio/corpora/songs/b.abc")));
    assertTrue(Files.exists(workspace.resolve(".studio/sketches/drawn.json")));
  }

  @Test
  void bringsBackUnderAFreeNameWhereTheOldOneIsTaken() throws Exception {
    StudioSamples.tune(workspace, "tune");
    byte[] first = Files.readAllBytes(workspace.resolve("tune.mid"));
    delete("tune");
    StudioSamples.tune(workspace, "tune");
    Files.write(workspace.resolve("tune.mid"), new byte[] {1});
    delete("tune");
    StudioSamples.tune(workspace, "tune");
    assertEquals("tune-2", restore(1).get("name").getAsString());
    assertEquals("tune-3", restore(2).get("name").getAsString());
    assertArrayEquals(first, Files.readAllBytes(workspace.resolve("tune-2.mid")));
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(workspace.resolve("tune-3.mid")));
  }

  @Test
  void emptiesWhatWasSeenAndGivesNoNumberTwice() throws Exception {
    for (int i = 0; i < 3; i++) {
      StudioSamples.tune(workspace, "tune");
      delete("tune");
    }
    assertEquals(2, page.post("/api/bin/empty", "{\"last\":2}").good().get("count").getAsInt());
    assertEquals(List.of("3 PIECE tune"), listed());
    assertEquals(404, page.post("/api/bin/restore", "{\"number\":1}").status());
    page.post("/api/bin/empty", "{\"last\":3}").good();
    assertFalse(Files.exists(workspace.resolve(".studio/bin/3")));
    StudioSamples.tune(workspace, "tune");
    delete("tune");
    assertEquals(List.of("4 PIECE tune"), listed());
  }
}
