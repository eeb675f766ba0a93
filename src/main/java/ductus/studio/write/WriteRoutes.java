package ductus.studio.write;

import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** What the page of handwriting asks for. */
public final class WriteRoutes implements Routes {
  private final Scribe scribe;

  /** Those of a scribe. */
  public WriteRoutes(Scribe scribe) {
    this.scribe = scribe;
  }

  private record Choices(List<HandCard> hands) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/write", ctx -> Json.answer(ctx, new Choices(scribe.hands())));
    routes.get(
        "/api/write/sample",
        ctx -> ctx.contentType("image/svg+xml").result(scribe.sample(Json.parameter(ctx, "hand"))));
    routes.get("/api/write/reached", ctx -> Json.answer(ctx, scribe.reached()));
    routes.post(
        "/api/write", ctx -> Json.answer(ctx, scribe.write(Json.read(ctx, LetterWish.class))));
  }
}
