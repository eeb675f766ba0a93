package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks a studio over a bare socket, as its own page would or as told otherwise. */
final class StudioCaller {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String INTERIM = "HTTP/1.1 102 ";
  private static final HttpClient LISTENER = HttpClient.newHttpClient();

  private static final Pattern COOKIE =
      Pattern.compile("Set-Cookie: (ductus=[0-9a-f]+); Path=(/.+)/;");
  private static final Pattern KEY =
      Pattern.compile("name=\"ductus-page\" content=\"([0-9a-f]+)\"");

  private final Studio studio;
  private final Duration patience;
  private String path = "";
  private String cookie = "";
  private String key = "";

  StudioCaller(Studio studio) {
    this(studio, PATIENCE);
  }

  /**
   * Creates a caller.
   *
   * @param patience how long it waits for an answer
   */
  StudioCaller(Studio studio, Duration patience) {
    this.studio = studio;
    this.patience = patience;
  }

  /** Enters as a browser does that is opened with the address. */
  private void enter() {
    if (!key.isEmpty()) {
      return;
    }
    try {
      String entry = studio.address().replaceFirst(".*?:\\d+", "");
      Matcher entered = COOKIE.matcher(exchange("GET " + entry, List.of(), "").headers());
      assertTrue(entered.find());
      cookie = "Cookie: " + entered.group(1);
      path = entered.group(2);
      Matcher told = KEY.matcher(exchange("GET " + path + "/", List.of(cookie), "").body());
      assertTrue(told.find());
      key = "X-Ductus-Page: " + told.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Answer(int status, String headers, String body) {
    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    /** What a request that must have gone well brought. */
    JsonObject good() {
      if (status != 200) {
        throw new AssertionError(status + ": " + body);
      }
      return json();
    }

    String error() {
      return json().get("error").getAsString();
    }
  }

  String cookie() {
    enter();
    return cookie;
  }

  /** What everything is served below, without a slash at its end. */
  String path() {
    enter();
    return path;
  }

  /** What the page alone knows. */
  String key() {
    enter();
    return key;
  }

  String origin() {
    return "Origin: http://127.0.0.1:" + studio.port();
  }

  Answer get(String path) throws IOException {
    return send("GET " + path, List.of(cookie()), "");
  }

  Answer post(String path, String json) throws IOException {
    return send("POST " + path, headersOf(json), json);
  }

  private List<String> headersOf(String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return List.of(
        cookie(), origin(), key(), "Content-Type: application/json", "Content-Length: " + length);
  }

  /** Asks for something, and does not wait for the answer: who asks closes the connection. */
  Socket begin(String path, String json) throws IOException {
    return ask("POST " + path() + path, "127.0.0.1:" + studio.port(), headersOf(json), json);
  }

  /** What an address goes on saying, line by line, until it is closed. */
  HttpResponse<Stream<String>> listen(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + studio.port() + path() + path))
            .header("Cookie", cookie().substring("Cookie: ".length()))
            .header("Accept", "text/event-stream")
            .build();
    return LISTENER.send(request, HttpResponse.BodyHandlers.ofLines());
  }

  /** Adds a file to a corpus. */
  Answer add(String corpus, String path, byte[] content) throws IOException {
    JsonObject given = new JsonObject();
    given.addProperty("corpus", corpus);
    given.addProperty("path", path);
    given.addProperty("content", Base64.getEncoder().encodeToString(content));
    return post("/api/corpora/add", given.toString());
  }

  /** Sends a request such as {@code GET /api/library}, which goes below the secret path. */
  Answer send(String line, List<String> headers, String body) throws IOException {
    return exchange(line.replaceFirst(" /", " " + path() + "/"), headers, body);
  }

  /** Sends a request as it stands. */
  Answer exchange(String line, List<String> headers, String body) throws IOException {
    return exchange(line, "127.0.0.1:" + studio.port(), headers, body);
  }

  /** Sends a request as it stands to a host as it says. */
  Answer exchange(String line, String host, List<String> headers, String body) throws IOException {
    try (Socket socket = ask(line, host, headers, body)) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      while (answer.startsWith(INTERIM)) {
        answer = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      }
      int end = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.split(" ", 3)[1]),
          answer.substring(0, end),
          answer.substring(end + 4));
    }
  }

  private Socket ask(String line, String host, List<String> headers, String body)
      throws IOException {
    StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: " + host + "\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    request.append("Connection: close\r\n\r\n").append(body);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.port());
    socket.setSoTimeout((int) patience.toMillis());
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
