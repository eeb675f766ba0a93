package ductus.studio;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Asks a studio as its page does. */
final class StudioClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Studio studio;

  StudioClient(Studio studio) {
    this.studio = studio;
  }

  /** An answer: its status and what it says. */
  record Answer(int status, JsonObject content) {
    String error() {
      return content.get("error").getAsString();
    }

    JsonObject good() {
      if (status != 200) {
        throw new AssertionError(status + ": " + content);
      }
      return content;
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** What an address goes on saying, line by line, until it is closed. */
  HttpResponse<Stream<String>> listen(String path) throws IOException, InterruptedException {
    return client.send(
        request(path).header("Accept", "text/event-stream").build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Origin", address())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build());
  }

  private String address() {
    return "http://127.0.0.1:" + studio.port();
  }

  private HttpRequest.Builder request(String path) {
    String token = studio.address().replaceAll(".*token=", "");
    return HttpRequest.newBuilder(URI.create(address() + path))
        .header("Cookie", "ductus-" + studio.port() + "=" + token);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
  }
}
