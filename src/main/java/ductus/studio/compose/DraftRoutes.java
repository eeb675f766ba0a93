package ductus.studio.compose;

import ductus.studio.collection.Workspace;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;

/** Drafts that were made today, and those that are edited by hand. */
public final class DraftRoutes implements Routes {
  private final DraftEditor editor;
  private final DraftShelf shelf;

  /** Creates the routes to the drafts of a workspace. */
  public DraftRoutes(Workspace workspace, String programVersion) {
    editor = new DraftEditor(workspace, programVersion);
    shelf = new DraftShelf(workspace);
  }

  private record GivenFile(String fileName, String fileContent) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/compose/drafts", ctx -> Json.answer(ctx, shelf.newest()));
    routes.get(
        "/api/compose/notes", ctx -> Json.answer(ctx, editor.notes(Json.parameter(ctx, "name"))));
    routes.post(
        "/api/compose/edit", ctx -> Json.answer(ctx, editor.edit(Json.read(ctx, EditWish.class))));
    routes.post(
        "/api/compose/open",
        ctx -> {
          GivenFile given = Json.read(ctx, GivenFile.class);
          Json.answer(ctx, editor.open(given.fileName(), given.fileContent()));
        });
  }
}
