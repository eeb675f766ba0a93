package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.template.LineTemplate;
import ductus.studio.collection.FileAnswer;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import ductus.task.handwriting.adaptation.WrittenHand;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** What the page of one's own hand asks for where sentences are copied. */
public final class SentenceRoutes implements Routes {
  private final CopiedLines lines;
  private final HandLessons training;
  private final int threads;

  /**
   * Creates the routes to copied lines, which are taught to the model one hand after another.
   *
   * @param threads most threads of the engine
   */
  public SentenceRoutes(CopiedLines lines, HandLessons training, int threads) {
    this.threads = threads;
    this.lines = lines;
    this.training = training;
  }

  private record CopyState(
      List<CopiedLines.LineState> lines, int fewest, LessonStatus<HandLessonResult> lesson) {}

  private record TakenLines(int lines, CopyState desk) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/hand/lines", ctx -> Json.answer(ctx, state()));
    routes.post(
        "/api/hand/lines/write",
        ctx -> Json.answer(ctx, lines.write(Json.read(ctx, CopiedLine.class))));
    routes.get("/api/hand/lines/sheet", SentenceRoutes::sendSheet);
    routes.post("/api/hand/lines/sheet", this::takeSheet);
    routes.post("/api/hand/lines/clear", this::clear);
    routes.post("/api/hand/lines/restore", this::restore);
    routes.post("/api/hand/lines/learn", this::learn);
  }

  private CopyState state() throws BadFileException, IOException {
    return new CopyState(lines.states(), WrittenHand.FEWEST_CHARACTERS, training.lesson());
  }

  private static void sendSheet(Context ctx) {
    FileAnswer.showSvg(ctx, LineTemplate.svg());
    FileAnswer.name(ctx, "line-sheet.svg");
  }

  private void takeSheet(Context ctx) throws BadFileException, IOException {
    FilledSheet.Content taken =
        Json.read(ctx, FilledSheet.class)
            .lines(lines.sketches().path().resolveSibling("sheets"), threads);
    lines.add(taken.pieces());
    Json.answer(ctx, new TakenLines(taken.pieces().size(), state()));
  }

  private void clear(Context ctx) throws BadFileException, IOException {
    lines.sketches().clear();
    Json.answer(ctx, state());
  }

  private void restore(Context ctx) throws BadFileException, IOException {
    lines.sketches().restore();
    Json.answer(ctx, state());
  }

  private void learn(Context ctx) throws BadFileException, IOException {
    LearnRequest wish = Json.read(ctx, LearnRequest.class);
    Json.answer(ctx, training.begin(lines.enough(), wish));
  }
}
