package ductus.studio.write;

import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import ductus.studio.web.Turnstile;
import ductus.studio.write.DraftWriter.HandCard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** What the page of handwriting asks for. */
public final class WriteRoutes implements Routes {
  private final DraftWriter scribe;
  private final Turnstile turnstile = new Turnstile();

  /** Creates the routes to a scribe. */
  public WriteRoutes(DraftWriter scribe) {
    this.scribe = scribe;
  }

  private record Choices(List<HandCard> hands) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/write", ctx -> Json.answer(ctx, new Choices(scribe.hands(model(ctx)))));
    routes.get(
        "/api/write/sample",
        ctx ->
            ctx.contentType("image/svg+xml")
                .result(scribe.sample(Json.parameter(ctx, "hand"), model(ctx))));
    routes.get("/api/write/reached", ctx -> Json.answer(ctx, scribe.reached()));
    routes.post(
        "/api/write",
        ctx -> {
          WriteRequest wish = Json.read(ctx, WriteRequest.class);
          Json.answer(ctx, turnstile.pass(() -> scribe.write(wish)));
        });
  }

  private static String model(Context ctx) {
    String model = ctx.queryParam("model");
    return model == null ? "" : model;
  }
}
