package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library searched and tagged, and things that leave it. */
class ShelfTest {
  private static final int MANY = 500;
  private static final String SCRIPT = "<script>alert(1)</script>";

  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path workspace = Path.of("");
  private StudioCaller page;

  @BeforeEach
  void open() {
    workspace = served.workspace();
    page = served.caller();
  }

  /** A letter as the command leaves it, but for its pictures. */
  private void letter(String name, String text) throws IOException {
    Files.writeString(
        workspace.resolve(name + ".json"),
        """
        {"kind":"handwriting","program":"1","model":{"model":"hands"},"modelSha256":"ab",
         "request":{"text":"%s","seed":"%s"},"files":{".svg":"cd"}}
        """
            .formatted(text, name));
    Files.writeString(
        workspace.resolve(name + ".svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
  }

  private JsonObject search(String query) throws IOException {
    return page.get("/api/library/search?" + query).good();
  }

  private static int found(JsonObject answer) {
    return answer.get("found").getAsInt();
  }

  @Test
  void findsByNameKindModelAndText() throws Exception {
    StudioSamples.tune(workspace, "Evening air");
    letter("to Anna", "The boats came home");
    assertEquals(2, found(search("")));
    assertEquals(1, found(search("words=EVENING")));
    assertEquals(1, found(search("words=boats%20hands")));
    assertEquals(0, found(search("words=boats%20folk")));
    assertEquals(1, found(search("kind=music")));
    assertEquals(1, found(search("model=hands")));
    assertEquals("[\"handwriting\",\"music\"]", search("").get("kinds").toString());
    assertEquals(400, page.get("/api/library/search?from=x").status());
  }

  @Test
  void keepsTagsBesideWhatWasMadeAlsoWhenItIsRenamed() throws Exception {
    letter("one", "a");
    letter("two", "b");
    byte[] before = Files.readAllBytes(workspace.resolve("one.json"));
    String tags = "{\"stem\":\"one\",\"tags\":[\"calm\",\" for Anna \",\"calm\"]}";
    assertEquals(
        "[\"calm\",\"for Anna\"]",
        page.post("/api/library/tags", tags).good().get("tags").toString());
    assertEquals(1, found(search("tag=calm")));
    assertEquals(1, found(search("words=anna")));
    assertArrayEquals(before, Files.readAllBytes(workspace.resolve("one.json")));
    page.post("/api/library/rename", "{\"stem\":\"one\",\"name\":\"uno\"}").good();
    assertTrue(search("tag=calm").get("tagged").toString().contains("uno"));
    // Another thing that gets the name has none of its tags.
    letter("one", "c");
    assertEquals("{\"uno\":[\"calm\",\"for Anna\"]}", search("tag=calm").get("tagged").toString());
    for (String bad : new String[] {"", "a/b", SCRIPT, "x".repeat(41)}) {
      String json = "{\"stem\":\"two\",\"tags\":[\"" + bad + "\"]}";
      assertEquals(422, page.post("/api/library/tags", json).status(), bad);
    }
    assertEquals(404, page.post("/api/library/tags", "{\"stem\":\"../two\",\"tags\":[]}").status());
  }

  @Test
  void zipsAllOrWhatIsChosen() throws Exception {
    letter("one", "a");
    letter("two", "b");
    assertEquals(
        Map.of(
            "one.json", Files.readString(workspace.resolve("one.json")),
            "one.svg", Files.readString(workspace.resolve("one.svg"))),
        archive("{\"stems\":[\"one\",\"gone\",\"../x\"]}"));
    assertEquals(4, archive("{}").size());
    assertEquals(404, page.post("/api/library/archive", "{\"stems\":[\"none\"]}").status());
    assertEquals(404, page.get("/api/library/zip?ticket=x").status());
  }

  private Map<String, String> archive(String wish) throws IOException {
    String ticket = page.post("/api/library/archive", wish).good().get("ticket").getAsString();
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(
                    "http://127.0.0.1:%d%s/api/library/zip?ticket=%s"
                        .formatted(served.studio().port(), page.path(), ticket))
                .toURL()
                .openConnection();
    connection.setRequestProperty("Cookie", page.cookie().substring("Cookie: ".length()));
    Map<String, String> files = new TreeMap<>();
    try (InputStream body = connection.getInputStream();
        ZipInputStream zip = new ZipInputStream(body)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void sharesOnePageThatNeedsNothingElse() throws Exception {
    StudioSamples.tune(workspace, "Evening air");
    letter("letter", SCRIPT);
    String tune = page.get("/api/library/share?stem=Evening%20air").body();
    assertTrue(tune.contains("AudioContext") && tune.contains("\"notes\":[{"), tune);
    assertTrue(tune.contains("default-src 'none'"), tune);
    String letter = page.get("/api/library/share?stem=letter").body();
    assertTrue(letter.contains("data:image/svg+xml;base64,"), letter);
    for (String shared : new String[] {tune, letter}) {
      assertFalse(shared.contains(SCRIPT), "script of others");
      assertFalse(shared.matches("(?s).*(src|href)=\"(?!data:).*"), "something else is loaded");
    }
    assertEquals(403, page.get("/api/library/share?stem=../x").status());
  }

  @Test
  void staysFastWithFiveHundredThings() throws Exception {
    for (int i = 0; i < MANY; i++) {
      letter("thing " + i, "text number " + i);
    }
    assertEquals(MANY, found(search("")));
    long start = System.nanoTime();
    JsonObject answer = search("words=number%20499");
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(1, found(answer));
    assertTrue(seconds < 1, "a search took %.2f s".formatted(seconds));
  }
}
