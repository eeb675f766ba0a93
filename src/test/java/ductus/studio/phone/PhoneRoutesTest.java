package ductus.studio.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.studio.DocumentedRoute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the phone's page stands in {@code src/docs/routes.md}, and is guarded. */
class PhoneRoutesTest {
  private static final String TYPE = "Content-Type: application/octet-stream";
  private static final String LENGTH = "Content-Length: 1";

  @TempDir Path folder = Path.of("");
  private PhoneLink link;
  private String host = "";
  private String cookie = "";

  @BeforeEach
  void open() throws IOException {
    PhoneInbox inbox = new PhoneInbox(folder.resolve("phone"));
    link = new PhoneLink(InetAddress.getLoopbackAddress(), Duration.ofMinutes(10), inbox);
    host = link.address().replaceFirst("http://([^/]*)/.*", "$1");
    String entry = link.address().replaceFirst(".*/", "/");
    Matcher given = Pattern.compile("Set-Cookie: ([^;]*)").matcher(send("GET " + entry, host));
    given.find();
    cookie = "Cookie: " + given.group(1);
  }

  @AfterEach
  void close() {
    link.close();
  }

  private String send(String line, String to, String... headers) throws IOException {
    int port = Integer.parseInt(host.replaceFirst(".*:", ""));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\nx"
              .formatted(line, to, String.join("\r\n", headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void assertStatus(int status, String line, String to, String... headers)
      throws IOException {
    String answer = send(line, to, headers);
    assertEquals(status, Integer.parseInt(answer.split(" ", 3)[1]), line + ": " + answer);
  }

  @Test
  void hasTheRoutesOfTheTable() throws Exception {
    List<String> documented =
        DocumentedRoute.below("The phone").stream()
            .map(route -> route.method() + " " + route.path())
            .sorted()
            .toList();
    assertEquals(documented, link.routes().stream().sorted().toList());
  }

  @Test
  void eachIsGuarded() throws Exception {
    String origin = "Origin: http://" + host;
    for (String route : link.routes()) {
      assertStatus(403, route, host, origin, TYPE, LENGTH);
      assertStatus(403, route, "evil.example", cookie, origin, TYPE, LENGTH);
      for (String method : List.of("DELETE", "PUT", "PATCH", "OPTIONS")) {
        assertStatus(405, route.replaceFirst("\\w+", method), host, cookie, origin, TYPE, LENGTH);
      }
      if (route.startsWith("POST")) {
        assertStatus(403, route, host, cookie, TYPE, LENGTH);
        assertStatus(403, route, host, cookie, "Origin: null", TYPE, LENGTH);
        assertStatus(415, route, host, cookie, origin, LENGTH);
        assertStatus(413, route, host, cookie, origin, TYPE, "Transfer-Encoding: chunked");
        assertStatus(413, route, host, cookie, origin, TYPE, "Content-Length: 99999999");
      }
    }
  }

  @Test
  void noPathLeadsAnywhere() throws Exception {
    List<String> paths =
        List.of("/x", "/upload.html", "/upload.js/x", "/phone/upload.html", "/index.html");
    for (String path : paths) {
      assertStatus(404, "GET " + path, host, cookie);
    }
    for (String path : List.of("/..%2fupload.js", "/%2e%2e/main.js", "/../main.js", "/%00")) {
      String answer = send("GET " + path, host, cookie);
      assertEquals("4", answer.split(" ", 3)[1].substring(0, 1), path + ": " + answer);
    }
  }
}
