package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What stands around all pages, and the bin, in a real browser. */
@Timeout(180)
class StudioShellPageTest {
  @RegisterExtension final BrowsedStudio studio = BrowsedStudio.withTinyHands();

  @Test
  void sendsItsCookieToNoOtherServerOfTheMachine() throws Exception {
    Browsing browser = studio.browser();
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          received.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
          exchange.getResponseHeaders().add("Set-Cookie", "ductus=evil; Path=/");
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    other.start();
    try {
      String page = browser.address();
      assertFalse(page.contains("token"), page);
      browser.run(
          "await fetch('http://127.0.0.1:%d/', { mode: 'no-cors', credentials: 'include' }).catch(() => {})"
              .formatted(other.getAddress().getPort()));
      browser.visit("http://127.0.0.1:" + other.getAddress().getPort() + "/take");
      browser.visit(page);
      browser.find("#pages a[aria-current]");
      browser.turnTo("bin");
      browser.await("main", "The bin is empty.");
    } finally {
      other.stop(0);
    }
    assertFalse(received.isEmpty());
    assertEquals(
        List.of(),
        received.stream()
            .filter(each -> each.contains("ductus=") && !each.equals("ductus=evil"))
            .toList());
  }

  @Test
  void keepsThePageWhateverItsAddressNamesAndWhateverIsDroppedOnIt() throws Exception {
    Browsing browser = studio.browser();
    browser.run("location.hash = 'constructor'");
    browser.find("#pages a[aria-current][href='#compose']");
    browser.await("main h1", "Compose");
    browser.turnTo("library");
    for (String kind : List.of("dragover", "drop")) {
      assertEquals(
          true,
          browser.ask(
              """
              const transfer = new DataTransfer();
              transfer.items.add(new File(['x'], 'x.txt'));
              const event = new DragEvent('%s', { dataTransfer: transfer, bubbles: true, cancelable: true });
              document.querySelector('h1').dispatchEvent(event);
              return event.defaultPrevented;
              """
                  .formatted(kind)));
    }
    browser.requireQuietConsole();
  }

  @Test
  void bringsBackFromTheBinEmptiesItAndQuits() throws Exception {
    Browsing browser = studio.browser();
    StudioSamples.tune(studio.workspace(), "first");
    StudioSamples.tune(studio.workspace(), "second");
    browser.turnTo("library");
    for (String name : List.of("first", "second")) {
      browser.byKeyboard(browser.named("[aria-label='" + name + "']", "Delete"), Keys.ENTER);
      browser.await(".notice", name + " is in the bin");
    }
    browser.named("main", "What was deleted").click();
    browser.await(".bin", "from the library");
    browser.requireAccessible();
    browser.byKeyboard(browser.find("[aria-label='Restore first']"), Keys.ENTER);
    browser.await(".notice", "first is back");
    assertTrue(Files.exists(studio.workspace().resolve("first.mid")));
    browser.named("main", "Empty the bin").click();
    browser.await("dialog", "Delete 1 thing for ever?");
    browser.requireAccessible();
    browser.named("dialog", "Cancel").click();
    assertTrue(Files.exists(studio.workspace().resolve(".studio/bin/2/second.mid")));
    browser.named("main", "Empty the bin").click();
    browser.named("dialog", "Empty the bin").click();
    browser.await("main", "The bin is empty.");
    assertFalse(Files.exists(studio.workspace().resolve(".studio/bin/2")));
    browser.named("header", "Quit").click();
    browser.await("dialog", "End the studio?");
    browser.named("dialog", "Quit").click();
    browser.await(".ended", "The studio has ended.");
    browser.requireAccessible();
    browser.requireQuietConsole();
  }

  @Test
  void saysThatTheStudioIsGoneAndFindsTheOneThatWasStartedAnew() throws Exception {
    Browsing browser = studio.browser();
    browser.turnTo("library");
    studio.restart();
    browser.named("header", "Quit").click();
    browser.await(".ended", "The studio was started anew");
    browser.openTab(studio.address());
    browser.find("#pages a[aria-current]");
    browser.backToFirstTab();
    browser.named(".ended", "Go on there").click();
    browser.find("#pages a[aria-current][href='#library']");
    browser.awaitGone(".ended");
  }
}
