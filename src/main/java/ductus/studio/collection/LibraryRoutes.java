package ductus.studio.collection;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.ink.render.PageFormat;
import ductus.music.Score;
import ductus.music.engraving.SheetMusic;
import ductus.studio.web.ClientProbe;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import ductus.studio.web.Turnstile;
import ductus.task.music.export.ExportFormat;
import ductus.task.music.report.ScoreReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;

/** The library, and the files of the workspace for every page. */
public final class LibraryRoutes implements Routes {
  private static final int SHELF = 24;
  private static final String PAGES = PageFormat.JSON.ending();

  private final Workspace workspace;
  private final Library library;
  private final Exports exports;
  private final Regeneration regeneration;
  private final Turnstile turnstile = new Turnstile();

  /** Creates the routes to the library of a workspace. */
  public LibraryRoutes(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    library = new Library(workspace);
    exports = new Exports(workspace);
    regeneration = new Regeneration(workspace, programVersion, threads);
  }

  private record Named(String stem, String name) {}

  private record Chosen(String stem) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/library", ctx -> Json.answer(ctx, library.shelf(number(ctx, "from"), SHELF)));
    routes.get("/api/file", ctx -> FileAnswer.show(ctx, file(ctx)));
    routes.get("/api/save", ctx -> save(ctx, file(ctx)));
    routes.get("/api/roll", ctx -> Json.answer(ctx, PianoRollView.read(file(ctx))));
    routes.get("/api/sheet", this::sheet);
    routes.get(
        "/api/sound", ctx -> FileAnswer.show(ctx, exports.score(file(ctx), ExportFormat.WAV)));
    routes.get("/api/export", this::export);
    routes.post("/api/library/rename", this::rename);
    routes.post("/api/library/keep", ctx -> Json.answer(ctx, library.keep(stem(ctx))));
    routes.post("/api/library/delete", ctx -> Json.answer(ctx, library.delete(stem(ctx))));
    routes.post("/api/library/restore", ctx -> Json.answer(ctx, library.restore(stem(ctx))));
    routes.post(
        "/api/library/again",
        ctx -> {
          Creation before = library.creation(stem(ctx));
          Json.answer(
              ctx, turnstile.pass(new ClientProbe(ctx), () -> regeneration.run(library, before)));
        });
  }

  /** Sends a score as sheet music that is as wide as the page asks. */
  private void sheet(Context ctx) throws BadFileException, IOException {
    Path file = file(ctx);
    int width = number(ctx, "width");
    Score score = ScoreFile.read(file);
    FileAnswer.showSvg(ctx, SheetMusic.screen(score, ScoreReport.title(file, score), width));
  }

  private static int number(Context ctx, String name) {
    try {
      return Math.max(0, Integer.parseInt(Json.parameter(ctx, name)));
    } catch (NumberFormatException none) {
      throw new RequestException(400, name + " must be a number");
    }
  }

  private Path file(Context ctx) throws IOException {
    return workspace.file(Json.parameter(ctx, "name"));
  }

  private static void save(Context ctx, Path file) throws IOException {
    FileAnswer.save(ctx, file, String.valueOf(file.getFileName()));
  }

  private static String stem(Context ctx) {
    return required(Json.read(ctx, Chosen.class).stem());
  }

  private static String required(String stem) {
    if (stem == null) {
      throw new RequestException(400, "the request lacks stem");
    }
    return stem;
  }

  private void rename(Context ctx) throws IOException {
    Named named = Json.read(ctx, Named.class);
    Json.answer(ctx, library.rename(required(named.stem()), String.valueOf(named.name()).strip()));
  }

  /** Sends a creation in another format; pages have their number in the address, from 0. */
  private void export(Context ctx) throws BadFileException, IOException {
    Path file = file(ctx);
    String name = String.valueOf(file.getFileName());
    String to = Json.parameter(ctx, "to");
    if (name.endsWith(PAGES)) {
      PageFormat format = PageFormat.parse(to);
      int page = ctx.queryParam("page") == null ? 0 : number(ctx, "page");
      String stem = name.substring(0, name.length() - PAGES.length());
      FileAnswer.save(ctx, exports.page(file, format, page), stem + format.ending());
      return;
    }
    ExportFormat format = ExportFormat.parse(to);
    String stem = name.replaceAll("\\.[^.]*$", "");
    FileAnswer.save(ctx, exports.score(file, format), stem + format.ending());
  }
}
