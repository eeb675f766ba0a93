package ductus.studio.phone;

import ductus.studio.collection.Workspace;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the studio's own page asks for of the way from a phone, which is off until it is asked for.
 */
public final class PhoneRoutes implements Routes, AutoCloseable {
  private static final Duration LASTING = Duration.ofMinutes(10);

  private final PhoneInbox inbox;
  private @Nullable PhoneLink link;

  /** Creates the routes of a workspace; nothing is served at the network yet. */
  public PhoneRoutes(Workspace workspace) {
    inbox = new PhoneInbox(workspace.sketches().resolve("phone"));
  }

  /**
   * The state of the link.
   *
   * @param address that the phone is to open; empty where nothing is served
   * @param code of the address, as path data
   * @param size of the code, in its units
   * @param used whether a phone has opened it
   * @param pictures that have come, by name
   */
  private record LinkState(
      String address, String code, int size, boolean used, long seconds, List<String> pictures) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/phone", ctx -> Json.answer(ctx, state()));
    routes.post("/api/phone/open", this::open);
    routes.post("/api/phone/close", this::end);
    routes.get(
        "/api/phone/picture",
        ctx ->
            ctx.contentType("application/octet-stream")
                .result(inbox.picture(Json.parameter(ctx, "name"))));
  }

  private synchronized LinkState state() throws IOException {
    PhoneLink now = link;
    if (now == null || now.seconds() == 0) {
      return new LinkState("", "", 0, false, 0, inbox.names());
    }
    QrCode code = QrCode.of(now.address());
    return new LinkState(
        now.address(), code.path(), code.size(), now.isUsed(), now.seconds(), inbox.names());
  }

  private synchronized void open(Context ctx) throws IOException {
    close();
    InetAddress at =
        LocalNetwork.address()
            .orElseThrow(
                () ->
                    new RequestException(
                        409, "this machine is in no local network that a phone could be in"));
    link = new PhoneLink(at, LASTING, inbox);
    Json.answer(ctx, state());
  }

  private synchronized void end(Context ctx) throws IOException {
    close();
    Json.answer(ctx, state());
  }

  @Override
  public synchronized void close() {
    PhoneLink now = link;
    if (now != null) {
      now.close();
      link = null;
    }
  }
}
