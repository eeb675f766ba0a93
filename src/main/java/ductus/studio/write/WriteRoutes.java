package ductus.studio.write;

import ductus.studio.collection.Workspace;
import ductus.studio.web.ClientProbe;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import ductus.studio.web.Turnstile;
import ductus.studio.write.WritingHands.HandCard;
import ductus.studio.write.WrittenDrafts.BindRequest;
import ductus.studio.write.WrittenDrafts.DraftCard;
import ductus.task.handwriting.page.ModelReference;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** What the page of handwriting asks for. */
public final class WriteRoutes implements Routes {
  private final WritingHands hands;
  private final HandSamples samples;
  private final DraftWriter scribe;
  private final LiveWriter live;
  private final Turnstile turnstile = new Turnstile();
  private final WrittenDrafts drafts;

  /**
   * Creates the routes to the hands that write.
   *
   * @param given model that writes, and where the user's hands are
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public WriteRoutes(
      Workspace workspace, ModelReference given, String programVersion, int threads) {
    hands = new WritingHands(workspace, given);
    samples = new HandSamples(hands, programVersion, threads);
    scribe = new DraftWriter(workspace, hands, programVersion, threads);
    live = new LiveWriter(hands, programVersion, threads);
    drafts = new WrittenDrafts(workspace);
  }

  private record Choices(List<HandCard> hands) {}

  private record Shelf(List<DraftCard> drafts) {}

  private record Desk(String desk) {}

  private record Bound(String name) {}

  private record Stopped() {}

  /** Shows a hand anew that was taught again. */
  public void forget(String hand) {
    samples.forget(hand);
    hands.forget();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/write", ctx -> Json.answer(ctx, new Choices(hands.cards(model(ctx)))));
    routes.get(
        "/api/write/sample",
        ctx ->
            ctx.contentType("image/svg+xml")
                .result(samples.of(Json.parameter(ctx, "hand"), model(ctx))));
    routes.get("/api/write/reached", ctx -> Json.answer(ctx, scribe.reached()));
    routes.get("/api/write/drafts", ctx -> Json.answer(ctx, new Shelf(drafts.shelf())));
    routes.post(
        "/api/write",
        ctx -> {
          WriteRequest wish = Json.read(ctx, WriteRequest.class);
          Json.answer(ctx, turnstile.pass(new ClientProbe(ctx), () -> scribe.write(wish)));
        });
    routes.post(
        "/api/write/live", ctx -> Json.answer(ctx, live.view(Json.read(ctx, LiveRequest.class))));
    routes.post("/api/write/onpaper", this::saveOnPaper);
    routes.post("/api/write/stop", this::stop);
    routes.post(
        "/api/write/letters",
        ctx -> Json.answer(ctx, Json.read(ctx, LetterTable.Asked.class).letters()));
    routes.post(
        "/api/write/bind",
        ctx -> Json.answer(ctx, new Bound(drafts.bind(Json.read(ctx, BindRequest.class)))));
  }

  private void saveOnPaper(Context ctx) throws Exception {
    LetterOnPaper wish = Json.read(ctx, LetterOnPaper.class);
    byte[] file = turnstile.pass(new ClientProbe(ctx), () -> drafts.onPaper(wish));
    ctx.contentType(wish.ending().equals(".pdf") ? "application/pdf" : "image/png").result(file);
  }

  private void stop(Context ctx) {
    live.stop(String.valueOf(Json.read(ctx, Desk.class).desk()));
    Json.answer(ctx, new Stopped());
  }

  private static String model(Context ctx) {
    String model = ctx.queryParam("model");
    return model == null ? "" : model;
  }
}
