package ductus.studio;

import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the studio is there, and its end where the page asks for it. */
final class QuitRoutes implements Routes {
  private final List<Callable<List<String>>> running;
  private final CountDownLatch asked = new CountDownLatch(1);

  /**
   * Nobody has asked yet.
   *
   * @param running each tells names of trainings that go on without the studio
   */
  QuitRoutes(List<Callable<List<String>>> running) {
    this.running = List.copyOf(running);
  }

  private record Answer(boolean there) {}

  private record Leaving(List<String> running) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/alive", ctx -> Json.answer(ctx, new Answer(true)));
    routes.get("/api/quit", ctx -> Json.answer(ctx, leaving()));
    routes.post("/api/quit", this::quit);
  }

  private Leaving leaving() throws Exception {
    List<String> names = new ArrayList<>();
    for (Callable<List<String>> each : running) {
      names.addAll(each.call());
    }
    return new Leaving(names);
  }

  /** The page has its answer before the server ends. */
  private void quit(Context ctx) throws Exception {
    byte[] answer = Json.line(leaving()).getBytes(StandardCharsets.UTF_8);
    ctx.contentType("application/json; charset=utf-8");
    ctx.res().setContentLength(answer.length);
    try {
      ctx.outputStream().write(answer);
      ctx.outputStream().close();
    } catch (IOException gone) {
      // Whoever asked does not wait for it.
      return;
    } finally {
      asked.countDown();
    }
  }

  /** Waits until the page asks for the end, for so long at most; whether it did. */
  boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }
}
