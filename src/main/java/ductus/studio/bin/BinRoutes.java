package ductus.studio.bin;

import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the page of the bin asks for. */
public final class BinRoutes implements Routes {
  private final Path root;
  private final Bin bin;

  /**
   * Creates the routes to a bin.
   *
   * @param root of the workspace
   */
  public BinRoutes(Path root, Bin bin) {
    this.root = root;
    this.bin = bin;
  }

  /**
   * Something in the bin, as the page shows it.
   *
   * @param size in bytes
   * @param thrown milliseconds since 1970
   */
  private record Card(int number, BinKind kind, String name, long size, long thrown) {}

  private record Listed(List<Card> entries) {}

  private record Chosen(int number) {}

  private record Restored(String name) {}

  private record Emptying(int last) {}

  private record Emptied(int count) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/bin", ctx -> Json.answer(ctx, listed()));
    routes.post(
        "/api/bin/restore",
        ctx -> Json.answer(ctx, restored(Json.read(ctx, Chosen.class).number())));
    routes.post(
        "/api/bin/empty",
        ctx -> Json.answer(ctx, new Emptied(bin.empty(Json.read(ctx, Emptying.class).last()))));
  }

  private Listed listed() throws IOException {
    List<Card> cards = new ArrayList<>();
    for (BinEntry entry : bin.entries()) {
      bin.size(entry)
          .ifPresent(
              size ->
                  cards.add(
                      new Card(entry.number(), entry.kind(), entry.stem(), size, entry.thrown())));
    }
    return new Listed(cards);
  }

  private Restored restored(int number) throws IOException {
    return new Restored(root.relativize(bin.restore(number)).toString().replace('\\', '/'));
  }
}
