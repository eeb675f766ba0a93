package ductus.studio.compose;

import ductus.music.Instruments;
import ductus.studio.collection.Workspace;
import ductus.studio.web.ClientProbe;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import ductus.studio.web.Turnstile;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.stream.IntStream;

/** What the page of new music asks for. */
public final class ComposeRoutes implements Routes {
  private static final int PROGRAMS = 128;

  private final Workspace workspace;
  private final DraftComposer composer;
  private final Turnstile turnstile = new Turnstile();

  /** Creates the routes to a composer. */
  public ComposeRoutes(Workspace workspace, DraftComposer composer) {
    this.workspace = workspace;
    this.composer = composer;
  }

  private record Choices(List<ModelCard> models, List<String> instruments) {}

  @Override
  public void addTo(RoutesConfig routes) {
    List<String> instruments = IntStream.range(0, PROGRAMS).mapToObj(Instruments::name).toList();
    routes.get(
        "/api/compose",
        ctx -> Json.answer(ctx, new Choices(ModelCard.all(workspace), instruments)));
    routes.post(
        "/api/compose",
        ctx -> {
          ComposeRequest wish = Json.read(ctx, ComposeRequest.class);
          Json.answer(ctx, turnstile.pass(new ClientProbe(ctx), () -> composer.compose(wish)));
        });
  }
}
