package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
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
  private Path workspace;

  @BeforeEach
  void open() throws IOException {
    workspace = folder.resolve("generated");
    studio = new Studio(new StudioSettings(workspace, 0, "test", 2));
    Files.writeString(folder.resolve("secret.json"), "{}");
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private record Answer(int status, String headers, String body) {
    String error() {
      JsonObject complaint = JsonParser.parseString(body).getAsJsonObject();
      return complaint.get("error").getAsString();
    }
  }

  private String host() {
    return "127.0.0.1:" + studio.port();
  }

  private String token() {
    return studio.address().replaceAll(".*token=", "");
  }

  private String cookie() {
    return "Cookie: ductus-" + studio.port() + "=" + token();
  }

  private String origin() {
    return "Origin: http://" + host();
  }

  /** Sends what it is told to, and reads to the end. */
  private Answer send(String line, String host, List<String> headers, String body)
      throws IOException {
    StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: " + host + "\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    request.append("Connection: close\r\n\r\n").append(body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.split(" ", 3)[1]),
          answer.substring(0, end),
          answer.substring(end + 4));
    }
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
            "Content-Type: application/json",
            "Content-Length: " + bytes.length),
        json);
  }

  @Test
  void changesTheTokenForACookieThatScriptsCannotSee() throws Exception {
    Answer answer = get("/?token=" + token());
    assertEquals(302, answer.status());
    assertTrue(answer.headers().contains("Location: /"), answer.headers());
    assertTrue(answer.headers().contains("HttpOnly; SameSite=Strict"), answer.headers());
    Answer page = get("/", cookie());
    assertEquals(200, page.status());
    assertTrue(page.headers().contains("default-src 'self'"), page.headers());
    assertTrue(page.headers().contains("frame-ancestors 'none'"), page.headers());
    assertFalse(page.headers().contains("unsafe-inline"), page.headers());
    assertTrue(page.headers().contains("nosniff"), page.headers());
  }

  @Test
  void letsNobodyInWithoutTheToken() throws Exception {
    assertEquals(403, get("/").status());
    assertEquals(403, get("/app/main.js").status());
    assertEquals(403, get("/api/library?from=0").status());
    assertEquals(403, get("/?token=" + "0".repeat(32)).status());
    assertEquals(403, get("/", "Cookie: ductus-" + studio.port() + "=x").status());
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
    List<String> form = List.of(cookie(), origin(), "Content-Type: text/plain", length);
    assertEquals(415, send(path, host(), form, "{}").status());
    List<String> chunks = List.of(cookie(), origin(), json, "Transfer-Encoding: chunked");
    assertEquals(411, send(path, host(), chunks, "2\r\n{}\r\n0\r\n\r\n").status());
    assertEquals(405, send("DELETE /", host(), List.of(cookie(), origin()), "").status());
    assertEquals(400, post("/api/library/delete", "{}").status());
    assertEquals(400, post("/api/library/delete", "no JSON").status());
  }

  @Test
  void refusesAGigabyteBeforeItIsSent() throws Exception {
    List<String> headers =
        List.of(
            cookie(), origin(), "Content-Type: application/json", "Content-Length: " + (1L << 30));
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
}
