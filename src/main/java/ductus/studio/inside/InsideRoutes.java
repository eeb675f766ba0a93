package ductus.studio.inside;

import ductus.analysis.unit.ReplayedPage;
import ductus.analysis.unit.ReplayedTune;
import ductus.file.BadFileException;
import ductus.studio.collection.Library;
import ductus.studio.collection.LibraryItem;
import ductus.studio.collection.PianoRollView;
import ductus.studio.collection.Workspace;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.music.generation.TuneWriting;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page that looks inside asks for. */
public final class InsideRoutes implements Routes {
  private final Workspace workspace;
  private final Library library;
  private final InspectionCache insights;

  /** Creates the routes to the insides of models in a workspace. */
  public InsideRoutes(Workspace workspace, InspectionCache insights) {
    this.workspace = workspace;
    library = new Library(workspace);
    this.insights = insights;
  }

  /** A thing as it is looked into: a tune or a letter. */
  private record InspectedItem(
      LibraryItem item, @Nullable TuneView tune, @Nullable LetterView letter) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/inside", ctx -> Json.answer(ctx, look(Json.parameter(ctx, "stem"))));
    routes.get("/api/inside/token", this::token);
    routes.get("/api/inside/line", this::line);
    routes.get("/api/inside/point", this::point);
  }

  private InspectedItem look(String stem) throws BadFileException, IOException {
    LibraryItem item = library.item(stem);
    if (item.kind().equals(TextWriting.KIND.name())) {
      return new InspectedItem(item, null, LetterView.of(insights.letter(stem)));
    }
    Optional<String> midi = item.files().stream().filter(f -> f.endsWith(".mid")).findFirst();
    if (!item.kind().equals(TuneWriting.KIND.name()) || midi.isEmpty()) {
      throw new RequestException(
          422,
          "the page looks into music and handwriting, but %s is %s".formatted(stem, item.kind()));
    }
    PianoRollView roll = PianoRollView.read(workspace.file(midi.get()));
    return new InspectedItem(item, TuneView.of(midi.get(), roll, insights.tune(stem)), null);
  }

  private void token(Context ctx) throws BadFileException, IOException {
    ReplayedTune inside = insights.tune(Json.parameter(ctx, "stem")).inside();
    Json.answer(ctx, TuneView.step(inside, number(ctx, "step", inside.read().steps())));
  }

  private void line(Context ctx) throws BadFileException, IOException {
    ReplayedPage letter = insights.letter(Json.parameter(ctx, "stem"));
    int line = number(ctx, "line", letter.parts().size());
    Json.answer(ctx, LetterView.line(letter.parts().get(line)));
  }

  private void point(Context ctx) throws BadFileException, IOException {
    ReplayedPage letter = insights.letter(Json.parameter(ctx, "stem"));
    int line = number(ctx, "line", letter.parts().size());
    int point = number(ctx, "point", letter.parts().get(line).trail().points());
    Json.answer(ctx, LetterView.step(letter, line, point));
  }

  private static int number(Context ctx, String name, int count) {
    String given = Json.parameter(ctx, name);
    try {
      int number = Integer.parseInt(given);
      if (number >= 0 && number < count) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw new RequestException(
        422, "%s must be 0 to %d but was %s".formatted(name, count - 1, given));
  }
}
