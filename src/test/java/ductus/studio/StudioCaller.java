package ductus.studio;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Asks a studio over a bare socket, as its own page would or as told otherwise. */
record StudioCaller(Studio studio) {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final HttpClient LISTENER = HttpClient.newHttpClient();

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
    return "Cookie: ductus-%d=%s"
        .formatted(studio.port(), studio.address().replaceAll(".*token=", ""));
  }

  String origin() {
    return "Origin: http://127.0.0.1:" + studio.port();
  }

  Answer get(String path) throws IOException {
    return send("GET " + path, List.of(cookie()), "");
  }

  Answer post(String path, String json) throws IOException {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return send(
        "POST " + path,
        List.of(cookie(), origin(), "Content-Type: application/json", "Content-Length: " + length),
        json);
  }

  /** What an address goes on saying, line by line, until it is closed. */
  HttpResponse<Stream<String>> listen(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + studio.port() + path))
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

  Answer send(String line, List<String> headers, String body) throws IOException {
    StringBuilder request =
        new StringBuilder(line + " HTTP/1.1\r\nHost: 127.0.0.1:" + studio.port() + "\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    request.append("Connection: close\r\n\r\n").append(body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.split(" ", 3)[1]),
          answer.substring(0, end),
          answer.substring(end + 4));
    }
  }
}
