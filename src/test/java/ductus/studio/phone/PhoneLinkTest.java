package ductus.studio.phone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link for a phone, tried at the loopback address. */
class PhoneLinkTest {
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};

  @TempDir Path folder = Path.of("");
  private final HttpClient phone = HttpClient.newHttpClient();
  private PhoneInbox inbox;
  private PhoneLink link;

  @BeforeEach
  void open() {
    inbox = new PhoneInbox(folder.resolve("phone"));
    link = new PhoneLink(InetAddress.getLoopbackAddress(), Duration.ofMinutes(10), inbox);
  }

  @AfterEach
  void close() {
    link.close();
  }

  private String base() {
    return link.address().substring(0, link.address().lastIndexOf('/'));
  }

  private HttpResponse<String> get(String address, String cookie) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    return phone.send(
        (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String enter() throws Exception {
    HttpResponse<String> entered = get(link.address(), "");
    assertEquals(302, entered.statusCode());
    return entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private int send(String cookie, String origin, String type, byte[] picture) throws Exception {
    return phone
        .send(
            HttpRequest.newBuilder(URI.create(base() + "/picture"))
                .header("Cookie", cookie)
                .header("Origin", origin)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void letsTheFirstPhoneInAndNobodyElse() throws Exception {
    assertEquals(403, get(base() + "/", "").statusCode());
    assertEquals(403, get(base() + "/" + "0".repeat(32), "").statusCode());
    assertFalse(link.isUsed());
    String cookie = enter();
    assertTrue(link.isUsed());
    assertTrue(get(base() + "/", cookie).body().contains("upload.js"));
    assertEquals(410, get(link.address(), "").statusCode(), "the token serves once");
    String token = link.address().substring(link.address().lastIndexOf('/') + 1);
    assertEquals(403, get(base() + "/", "ductus-phone=" + token).statusCode());
    for (String path : List.of("/api/hand", "/app/main.js", "/picture")) {
      assertEquals(404, get(base() + path, cookie).statusCode(), path);
    }
  }

  @Test
  void takesPicturesAndNothingElse() throws Exception {
    String cookie = enter();
    String bytes = "application/octet-stream";
    assertEquals(200, send(cookie, base(), bytes, PICTURE));
    assertEquals(200, send(cookie, base(), bytes, PICTURE));
    assertEquals(List.of("000001.jpg", "000002.jpg"), inbox.names());
    assertArrayEquals(PICTURE, inbox.picture("000002.jpg"));
    assertEquals(415, send(cookie, base(), bytes, new byte[] {'<', 's', 'v', 'g'}));
    assertEquals(415, send(cookie, base(), "application/json", PICTURE));
    assertEquals(413, send(cookie, base(), bytes, new byte[0]));
    assertEquals(403, send(cookie, "http://elsewhere", bytes, PICTURE));
    assertEquals(403, send("ductus-phone=no", base(), bytes, PICTURE));
    try {
      assertEquals(413, send(cookie, base(), bytes, new byte[(15 << 20) + 1]));
    } catch (IOException cut) {
      // It is refused before all of it is sent.
      assertEquals(2, inbox.names().size());
    }
    assertEquals(2, inbox.names().size());
    for (int i = 0; i < 20; i++) {
      send(cookie, base(), bytes, PICTURE);
    }
    assertEquals(429, send(cookie, base(), bytes, PICTURE));
    assertTrue(inbox.names().size() <= 20);
  }

  @Test
  void endsByItself() throws Exception {
    link.close();
    link = new PhoneLink(InetAddress.getLoopbackAddress(), Duration.ofMillis(700), inbox);
    String address = link.address();
    for (int i = 0; i < 100 && link.seconds() > 0; i++) {
      Thread.sleep(100);
    }
    Thread.sleep(1500);
    assertEquals(0, link.seconds());
    assertThrows(IOException.class, () -> get(address, ""));
  }
}
