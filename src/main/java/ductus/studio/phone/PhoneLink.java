package ductus.studio.phone;

import ductus.file.Reasons;
import ductus.studio.web.Assets;
import ductus.studio.web.Json;
import ductus.studio.web.LocalServer;
import ductus.studio.web.RequestException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of one page for one phone, which ends by itself. */
final class PhoneLink implements AutoCloseable {
  /** Most pictures that one link takes. */
  private static final int MOST_PICTURES = 20;

  private final PhoneGuard guard = new PhoneGuard();
  private final PhoneInbox inbox;
  private final AtomicInteger taken = new AtomicInteger();
  private final Javalin server;
  private final Timer timer = new Timer("phone link", true);
  private final Instant end;
  private final String address;
  private volatile boolean closed;

  /**
   * Serves from now on.
   *
   * @param at address of this machine in the local network
   */
  PhoneLink(InetAddress at, Duration lasting, PhoneInbox inbox) {
    this.inbox = inbox;
    end = Instant.now().plus(lasting);
    server = Javalin.create(this::configure);
    server.start(at.getHostAddress(), 0);
    String host = at.getHostAddress() + ":" + server.port();
    guard.serveAt(host);
    address = "http://" + host + guard.path();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            close();
          }
        },
        lasting.toMillis());
  }

  private void configure(JavalinConfig config) {
    LocalServer.configure(config, PhoneGuard.MOST_BYTES);
    config.routes.before(guard::check);
    config.routes.get("/", ctx -> send(ctx, "upload.html", "text/html"));
    config.routes.get("/upload.css", ctx -> send(ctx, "upload.css", "text/css"));
    config.routes.get("/upload.js", ctx -> send(ctx, "upload.js", "text/javascript"));
    config.routes.post("/picture", this::take);
    config.routes.exception(
        RequestException.class,
        (e, ctx) -> refuse(ctx, e.status(), String.valueOf(e.getMessage())));
    config.routes.exception(
        NotFoundResponse.class, (e, ctx) -> refuse(ctx, 404, "there is nothing here"));
    config.routes.exception(Exception.class, (e, ctx) -> refuse(ctx, 500, Reasons.of(e)));
  }

  private static void refuse(Context ctx, int status, String why) {
    ctx.status(status).contentType("text/plain; charset=utf-8").result(why);
  }

  private static void send(Context ctx, String name, String type) throws IOException {
    ctx.contentType(type + "; charset=utf-8").result(Assets.bytes("phone/" + name));
  }

  private record Taken(String name) {}

  private void take(Context ctx) throws IOException {
    if (taken.incrementAndGet() > MOST_PICTURES) {
      throw new RequestException(
          429, "a link takes at most %d pictures: make a new one".formatted(MOST_PICTURES));
    }
    Json.answer(ctx, new Taken(inbox.take(ctx.bodyAsBytes())));
  }

  /**
   * All that can be asked for, such as {@code GET /}; {@link PhoneGuard#check} comes before each.
   */
  List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .filter(each -> each.method.isHttpMethod())
        .map(each -> each.method.name() + " " + each.path)
        .toList();
  }

  /** What the phone is to open. */
  String address() {
    return address;
  }

  /** Whether a phone has opened it. */
  boolean isUsed() {
    return guard.isUsed();
  }

  /** Seconds until it ends; 0 where it has ended. */
  long seconds() {
    return closed ? 0 : Math.max(0, Duration.between(Instant.now(), end).toSeconds());
  }

  @Override
  public void close() {
    closed = true;
    timer.cancel();
    server.stop();
  }
}
