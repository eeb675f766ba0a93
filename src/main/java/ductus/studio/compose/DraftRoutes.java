package ductus.studio.compose;

import ductus.studio.collection.Workspace;
import ductus.studio.compose.DraftDrummer.DrumWish;
import ductus.studio.compose.DraftHarmonizer.HarmonyWish;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;

/** Drafts that were made today, those that are edited by hand, and those that get other voices. */
public final class DraftRoutes implements Routes {
  private final DraftEditor editor;
  private final DraftHarmonizer harmonizer;
  private final DraftDrummer drummer;
  private final DraftShelf shelf;

  /** Creates the routes to the drafts of a workspace. */
  public DraftRoutes(Workspace workspace, String programVersion, int threads) {
    editor = new DraftEditor(workspace, programVersion);
    harmonizer = new DraftHarmonizer(workspace, programVersion, threads);
    drummer = new DraftDrummer(workspace, programVersion, threads);
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
        "/api/compose/harmonize",
        ctx -> Json.answer(ctx, harmonizer.harmonize(Json.read(ctx, HarmonyWish.class))));
    routes.post(
        "/api/compose/drums",
        ctx -> Json.answer(ctx, drummer.drum(Json.read(ctx, DrumWish.class))));
    routes.post(
        "/api/compose/open",
        ctx -> {
          GivenFile given = Json.read(ctx, GivenFile.class);
          Json.answer(ctx, editor.open(given.fileName(), given.fileContent()));
        });
  }
}
