package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.studio.StudioCaller.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and to what; over bare sockets, since clients do not send what is not allowed. */
class StudioTest {
  @TempDir Path folder = Path.of("");

  private Studio studio;
  private StudioCaller page;
  private Path workspace;

  @BeforeEach
  void open() throws IOException {
    workspace = folder.resolve("generated");
    studio = new Studio(new StudioSettings(workspace, 0, "test", 2));
    page = new StudioCaller(studio);
    Files.writeString(folder.resolve("secret.json"), "{}");
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private String host() {
    return "127.0.0.1:" + studio.port();
  }

  private String cookie() {
    return page.cookie();
  }

  private String origin() {
    return page.origin();
  }

  /** Sends what it is told to, below the secret path, and reads to the end. */
  private Answer send(String line, String host, List<String> headers, String body)
      throws IOException {
    return page.exchange(line.replaceFirst(" /", " " + page.path() + "/"), host, headers, body);
  }

  private Answer get(String path, String... headers) throws IOException {
    return send("GET " + path, host(), List.of(headers), "");
  }

  private Answer post(String path, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return send(
        "POST " + path,
        host(),
        List.of(
            cookie(),
            origin(),
            page.key(),
            "Content-Type: application/json",
            "Content-Length: " + bytes.length),
        json);
  }

  @Test
  void changesTheTokenForACookieThatScriptsCannotSee() throws Exception {
    Answer answer = enter(studio.address());
    assertEquals(200, answer.status());
    assertTrue(answer.headers().contains("; HttpOnly; SameSite=Strict"), answer.headers());
    assertTrue(answer.headers().contains("; Path=" + page.path() + "/;"), answer.headers());
    assertTrue(answer.body().contains("0; url=" + page.path() + "/\""), answer.body());
    Answer shown = get("/", cookie());
    assertEquals(200, shown.status());
    assertTrue(shown.headers().contains("default-src 'self'"), shown.headers());
    assertTrue(shown.headers().contains("frame-ancestors 'none'"), shown.headers());
    assertFalse(shown.headers().contains("unsafe-inline"), shown.headers());
    assertTrue(shown.headers().contains("nosniff"), shown.headers());
  }

  /** Opens an address as it stands. */
  private Answer enter(String address) throws IOException {
    return page.exchange("GET " + address.replaceFirst(".*?:\\d+", ""), List.of(), "");
  }

  @Test
  void thePageNamesAllItsModulesAndOnlyThoseAreKeptByTheBrowser() throws Exception {
    Answer index = get("/", cookie());
    assertTrue(
        index.body().contains("<link rel=\"modulepreload\" href=\"app/score/edit.js\">"),
        index.body());
    assertTrue(index.headers().contains("Cache-Control: no-store"), index.headers());
    Answer module = get("/app/score/edit.js", cookie());
    assertTrue(module.headers().contains("Cache-Control: private, max-age="), module.headers());
    assertFalse(module.headers().contains("no-store"), module.headers());
  }

  @Test
  void letsInOnceWithEachToken() throws Exception {
    String address = studio.address();
    assertEquals(200, enter(address).status());
    Answer again = enter(address);
    assertEquals(403, again.status());
    assertTrue(again.body().contains("used already"), again.body());
    assertFalse(again.headers().contains("Set-Cookie"), again.headers());
    assertFalse(page.cookie().contains(address.replaceAll(".*=", "")), "the cookie is another");
    assertNotEquals(address, studio.address());
  }

  @Test
  void aBrowserThatOnlyPreparesUsesNoTokenUp() throws Exception {
    String address = studio.address();
    String path = address.replaceFirst(".*?:\\d+", "");
    assertEquals(403, page.exchange("GET " + path, List.of("Sec-Purpose: prefetch"), "").status());
    assertEquals(403, page.exchange("HEAD " + path, List.of(), "").status());
    assertEquals(200, enter(address).status());
  }

  @Test
  void isNowhereButBelowItsPath() throws Exception {
    for (String path :
        List.of("/", "/api/library?from=0", "/app/main.js", "//", "/" + "0".repeat(32) + "/")) {
      assertEquals(403, page.exchange("GET " + path, List.of(cookie()), "").status(), path);
    }
    assertEquals(403, page.exchange("GET " + page.path(), List.of(cookie()), "").status());
  }

  @Test
  void refusesWhatOtherPagesOfThisMachineSend() throws Exception {
    for (String site : List.of("cross-site", "same-site")) {
      assertEquals(403, get("/api/library?from=0", cookie(), "Sec-Fetch-Site: " + site).status());
    }
    assertEquals(200, get("/", cookie(), "Sec-Fetch-Site: none").status());
    assertEquals(200, get("/", cookie(), "Sec-Fetch-Site: same-origin").status());
  }

  @Test
  void changesNothingWithoutTheKeyOfThePage() throws Exception {
    List<String> noKey =
        List.of(cookie(), origin(), "Content-Type: application/json", "Content-Length: 2");
    Answer answer = send("POST /api/library/delete", host(), noKey, "{}");
    assertEquals(403, answer.status());
    assertEquals("only the studio's own page may change something", answer.error());
  }

  @Test
  void findsItsCookieAmongThoseOfOtherServers() throws Exception {
    String other = cookie().replace("Cookie: ", "Cookie: ductus=0; ") + "; ductus=1";
    assertEquals(200, get("/", other).status());
  }

  @Test
  void letsNobodyInWithoutTheToken() throws Exception {
    assertEquals(403, get("/").status());
    assertEquals(403, get("/app/main.js").status());
    assertEquals(403, get("/api/library?from=0").status());
    assertEquals(403, enter("/?token=" + "0".repeat(32)).status());
    assertEquals(403, get("/?token=" + studio.address().replaceAll(".*=", "")).status());
    assertEquals(403, get("/", "Cookie: ductus=x").status());
  }

  @Test
  void answersToItsOwnNamesAndPagesOnly() throws Exception {
    assertEquals(403, send("GET /", "evil.example", List.of(cookie()), "").status());
    String other = "127.0.0.1:" + (studio.port() + 1);
    assertEquals(403, send("GET /", other, List.of(cookie()), "").status());
    assertEquals(200, send("GET /", "localhost:" + studio.port(), List.of(cookie()), "").status());
    assertEquals(403, get("/api/library?from=0", cookie(), "Origin: http://evil.example").status());
    assertEquals(403, get("/api/library?from=0", cookie(), "Origin: null").status());
  }

  @Test
  void changesNothingForWhatIsNotItsPagesJson() throws Exception {
    String json = "Content-Type: application/json";
    String length = "Content-Length: 2";
    String path = "POST /api/library/delete";
    assertEquals(403, send(path, host(), List.of(cookie(), json, length), "{}").status());
    List<String> form = List.of(cookie(), origin(), page.key(), "Content-Type: text/plain", length);
    assertEquals(415, send(path, host(), form, "{}").status());
    List<String> chunks =
        List.of(cookie(), origin(), page.key(), json, "Transfer-Encoding: chunked");
    assertEquals(411, send(path, host(), chunks, "2\r\n{}\r\n0\r\n\r\n").status());
    assertEquals(405, send("DELETE /", host(), List.of(cookie(), origin()), "").status());
    assertEquals(400, post("/api/library/delete", "{}").status());
    assertEquals(400, post("/api/library/delete", "no JSON").status());
  }

  @Test
  void refusesAGigabyteBeforeItIsSent() throws Exception {
    List<String> headers =
        List.of(
            cookie(),
            origin(),
            page.key(),
            "Content-Type: application/json",
            "Content-Length: " + (1L << 30));
    Answer answer = send("POST /api/compose", host(), headers, "");
    assertEquals(413, answer.status());
    assertEquals("what is sent must have at most 16 MB but has 1024", answer.error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.json",
        "a/../../secret.json",
        "..%2Fsecret.json",
        "%2e%2e/secret.json",
        "/etc/passwd",
        ".",
        "a%00b"
      })
  void keepsToItsWorkspace(String name) throws Exception {
    for (String path : List.of("/api/file", "/api/save", "/api/roll", "/api/sound", "/api/sheet")) {
      int status = get(path + "?width=500&name=" + name, cookie()).status();
      assertTrue(List.of(400, 403, 404).contains(status), path + " " + status);
    }
  }

  @Test
  void engravesATuneAsWideAsThePageAsks() throws Exception {
    Files.copy(Path.of("corpora/melodies/bingo.mid"), workspace.resolve("sheet.mid"));
    Answer sheet = get("/api/sheet?name=sheet.mid&width=600", cookie());
    assertEquals(200, sheet.status(), sheet.body());
    assertTrue(sheet.headers().contains("image/svg+xml"), sheet.headers());
    assertTrue(sheet.headers().contains("sandbox"), sheet.headers());
    assertTrue(sheet.body().contains("width=\"600px\""), sheet.body());
    assertTrue(sheet.body().contains("data-note=\"0\""), sheet.body());
    Answer narrow = get("/api/sheet?name=sheet.mid&width=20", cookie());
    assertEquals(422, narrow.status());
    assertTrue(narrow.body().contains("width must be 240 to 4000 pixels but was 20"));
  }

  @Test
  void followsNoLinkOutOfItsWorkspace() throws Exception {
    Files.createSymbolicLink(workspace.resolve("link.json"), folder.resolve("secret.json"));
    assertEquals(404, get("/api/file?name=link.json", cookie()).status());
    Files.createSymbolicLink(workspace.resolve("up"), folder);
    assertEquals(404, get("/api/file?name=up/secret.json", cookie()).status());
  }

  @Test
  void servesNothingButThePagesFiles() throws Exception {
    assertEquals(404, get("/app/../StudioTest.class", cookie()).status());
    assertEquals(404, get("/app/..%2F..%2Fductus/models/folk/card.md", cookie()).status());
    assertEquals(404, get("/app/index.html", cookie()).status());
    assertEquals(404, get("/nothing", cookie()).status());
  }

  @Test
  void renamesToNamesOnly() throws Exception {
    StudioSamples.tune(workspace, "tune");
    for (String name : List.of("../out", "a/b", ".hidden", "", "x\\u0000", "a:b", "<b>")) {
      Answer answer = post("/api/library/rename", "{\"stem\":\"tune\",\"name\":\"" + name + "\"}");
      assertEquals(422, answer.status(), name);
    }
    assertTrue(Files.exists(workspace.resolve("tune.mid")));
    assertEquals(403, post("/api/library/delete", "{\"stem\":\"../secret\"}").status());
    assertTrue(Files.exists(folder.resolve("secret.json")));
  }

  @Test
  void scriptInAPictureDoesNotRun() throws Exception {
    Files.writeString(workspace.resolve("x.svg"), "<svg><script>alert(1)</script></svg>");
    Answer answer = get("/api/file?name=x.svg", cookie(), "Accept-Encoding: gzip");
    assertEquals(200, answer.status());
    assertTrue(answer.headers().contains("default-src 'none'"), answer.headers());
    assertTrue(answer.headers().contains("sandbox"), answer.headers());
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
    String content = Base64.getEncoder().encodeToString(bytes.toByteArray());
    Answer answer =
        post(
            "/api/compose",
            "{\"model\":\"folk\",\"count\":1,\"start\":{\"fileName\":\"b.mid\",\"fileContent\":\""
                + content
                + "\"}}");
    assertEquals(422, answer.status());
    assertTrue(answer.error().startsWith("b.mid: "), answer.error());
  }

  @Test
  void saysWhatIsWrongWithAWish() throws Exception {
    Answer kazoo =
        post("/api/compose", "{\"model\":\"folk\",\"count\":1,\"instrument\":\"kazoo\"}");
    assertEquals(422, kazoo.status());
    assertTrue(kazoo.error().startsWith("instrument must be a General MIDI name"), kazoo.error());
    assertEquals(
        "the number of candidates must be 1 to 12 but was 99",
        post("/api/compose", "{\"model\":\"folk\",\"count\":99}").error());
    Answer gone = post("/api/compose", "{\"model\":\"gone\",\"count\":1}");
    assertEquals(404, gone.status());
    assertEquals(403, post("/api/compose", "{\"model\":\"/etc\",\"count\":1}").status());
    String notes = "{\"model\":\"folk\",\"count\":1,\"start\":{\"notes\":\"/etc/passwd\"}}";
    assertEquals(422, post("/api/compose", notes).status());
  }

  @Test
  void saysThatThePortIsInUse() {
    BindException taken =
        assertThrows(
            BindException.class,
            () -> new Studio(new StudioSettings(workspace, studio.port(), "test", 1)).close());
    assertTrue(String.valueOf(taken.getMessage()).contains("--port"));
  }

  @Test
  void servesEveryModuleOfThePage() throws Exception {
    Path scripts = Path.of("src/main/resources/ductus/studio");
    try (Stream<Path> files = Files.walk(scripts)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = scripts.relativize(file).toString().replace('\\', '/');
        // What the server fills in is no file of the page.
        int status = name.endsWith(".html") ? 404 : 200;
        assertEquals(status, get("/app/" + name, cookie()).status(), name);
      }
    }
  }

  @Test
  void guardsEveryRoute() throws Exception {
    List<ServedRoute> routes = studio.routes();
    assertTrue(routes.size() > 40, routes.toString());
    assertTrue(routes.contains(new ServedRoute("POST", "/api/compose", "ComposeRoutes")));
    String json = "Content-Type: application/json";
    for (ServedRoute route : routes) {
      assertTrue(List.of("GET", "POST").contains(route.method()), route.toString());
      assertTrue(route.by().matches("[A-Z][A-Za-z]+"), route.toString());
      String line = route.method() + " " + route.path().replace("<name>", "main.js");
      String evil = "Origin: http://evil.example";
      List<List<String>> refused =
          List.of(
              List.of(origin(), page.key(), json, "Content-Length: 2"),
              List.of(cookie(), evil, page.key(), json, "Content-Length: 2"),
              List.of(
                  cookie(), page.key(), json, "Content-Length: 2", "Sec-Fetch-Site: same-site"));
      for (List<String> headers : refused) {
        assertEquals(403, send(line, host(), headers, "{}").status(), line + headers);
      }
      List<String> fine = List.of(cookie(), origin(), page.key(), json, "Content-Length: 2");
      assertEquals(403, page.exchange(line, fine, "{}").status(), line + " outside");
      assertEquals(403, send(line, "evil.example", fine, "{}").status(), line);
      if (route.method().equals("POST")) {
        List<String> noKey = List.of(cookie(), origin(), json, "Content-Length: 2");
        assertEquals(403, send(line, host(), noKey, "{}").status(), line);
      }
    }
  }

  @Test
  void tellsAPersonWhatToDoWhereTheStudioWasStartedAnew() throws Exception {
    String before = page.path();
    int port = studio.port();
    studio.close();
    studio = new Studio(new StudioSettings(workspace, port, "test", 2));
    page = new StudioCaller(studio);
    assertNotEquals(before, page.path());
    Answer reloaded =
        page.exchange("GET " + before + "/", List.of("Accept: text/html,*/*", cookie()), "");
    assertEquals(403, reloaded.status());
    assertTrue(reloaded.headers().contains("Content-Type: text/html"), reloaded.headers());
    assertTrue(reloaded.body().contains("<b>What to do:</b>"), reloaded.body());
    Answer asked = page.exchange("GET " + before + "/api/library?from=0", List.of(cookie()), "");
    assertEquals("open the address that ductus studio printed last", asked.error());
    Answer marked = get("/<i>", cookie(), "Accept: text/html");
    assertFalse(marked.body().contains("<i>"), marked.body());
  }

  @Test
  void keepsWhatIsItsOwnFromOtherUsers() throws Exception {
    Path own = workspace.resolve(".studio");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
  }

  @Test
  void takesNoLinkForAModel() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("model.safetensors"), new byte[] {1});
    Files.createSymbolicLink(workspace.resolve("linked"), outside);
    Path halfLinked = Files.createDirectories(workspace.resolve("half"));
    Files.createSymbolicLink(
        halfLinked.resolve("model.safetensors"), outside.resolve("model.safetensors"));
    for (String model : List.of("linked", "half", "linked/model.safetensors")) {
      Answer answer = post("/api/compose", "{\"model\":\"" + model + "\",\"count\":1}");
      assertEquals(404, answer.status(), answer.body());
    }
    String write =
        """
        {"text":"a","hands":{"plain":1},"neatness":1,"slant":0,"paper":"a5","ruling":"plain",\
        "alignment":"left","ink":"blue","model":"linked"}\
        """;
    assertEquals(404, post("/api/write", write).status());
  }

  @Test
  void namesWhatCanBeChosen() throws Exception {
    String write =
        """
        {"text":"a","hands":{"print":1},"neatness":1,"slant":0,"paper":"a5","ruling":"wavy",\
        "alignment":"left","ink":"blue"}\
        """;
    Answer answer = post("/api/write", write);
    assertEquals(422, answer.status());
    assertTrue(answer.error().startsWith("ruling must be one of plain, ruled"), answer.error());
    Answer aligned = post("/api/write", write.replace("wavy", "plain").replace("left", "up"));
    assertEquals("alignment must be one of left, center, right, block but was up", aligned.error());
  }

  @Test
  void endsWhenThePageAsksForIt() throws Exception {
    assertEquals(200, get("/api/alive", cookie()).status());
    assertEquals("{\"running\":[]}", get("/api/quit", cookie()).body());
    assertFalse(studio.awaitQuit(1));
    assertEquals("{\"running\":[]}", post("/api/quit", "{}").body());
    assertTrue(studio.awaitQuit(10_000));
  }
}
