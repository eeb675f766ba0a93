package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.template.HandTemplate;
import ductus.studio.collection.FileAnswer;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import ductus.task.handwriting.adaptation.DrawnHand;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page of one's own hand asks for. */
public final class HandRoutes implements Routes {
  private final DrawnCharacters sketchbook;
  private final HandLessons lessons;
  private final int threads;

  /**
   * Creates the routes to a sketchbook, whose drawings are taught.
   *
   * @param threads most threads of the engine
   */
  public HandRoutes(DrawnCharacters sketchbook, HandLessons lessons, int threads) {
    this.threads = threads;
    this.sketchbook = sketchbook;
    this.lessons = lessons;
  }

  private record EditorState(
      String characters,
      int fewest,
      Map<String, List<List<List<List<Double>>>>> drawings,
      LessonStatus<HandLessonResult> lesson) {}

  private record TakenSheet(long characters, List<String> doubtful, EditorState desk) {}

  private record Neighbors(@Nullable SetWord word) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/hand", ctx -> Json.answer(ctx, desk()));
    routes.get("/api/hand/lesson", ctx -> Json.answer(ctx, lessons.lesson()));
    routes.get(
        "/api/hand/word", ctx -> Json.answer(ctx, neighbors(Json.parameter(ctx, "character"))));
    routes.get("/api/hand/sheet", HandRoutes::sendSheet);
    routes.post("/api/hand/sheet", this::takeSheet);
    routes.post("/api/hand/draw", this::draw);
    routes.post("/api/hand/clear", ctx -> clear(ctx));
    routes.post("/api/hand/restore", ctx -> restore(ctx));
    routes.post("/api/hand/learn", this::learn);
    routes.post("/api/hand/again", ctx -> Json.answer(ctx, lessons.again()));
    routes.post("/api/hand/stop", ctx -> Json.answer(ctx, lessons.stop()));
  }

  private EditorState desk() throws BadFileException, IOException {
    String characters =
        HandTemplate.characters().stream().map(Character::toString).collect(Collectors.joining());
    return new EditorState(characters, DrawnHand.FEWEST, sketchbook.drawings(), lessons.lesson());
  }

  private Neighbors neighbors(String character) throws BadFileException, IOException {
    if (character.isEmpty()) {
      throw new RequestException(400, "the address lacks a character");
    }
    return new Neighbors(SetWord.of(sketchbook.sketches().ink(), character).orElse(null));
  }

  private void draw(Context ctx) throws BadFileException, IOException {
    Drawing drawing = Json.read(ctx, Drawing.class);
    sketchbook.draw(drawing);
    Json.answer(ctx, neighbors(drawing.character()));
  }

  private static void sendSheet(Context ctx) {
    FileAnswer.showSvg(ctx, HandTemplate.svg());
    FileAnswer.name(ctx, "hand-sheet.svg");
  }

  private void takeSheet(Context ctx) throws BadFileException, IOException {
    FilledSheet.Content taken =
        Json.read(ctx, FilledSheet.class)
            .characters(sketchbook.sketches().path().resolveSibling("sheets"), threads);
    sketchbook.add(taken.pieces());
    long characters = taken.pieces().stream().map(Handwriting::text).distinct().count();
    Json.answer(ctx, new TakenSheet(characters, taken.doubtful(), desk()));
  }

  private void clear(Context ctx) throws BadFileException, IOException {
    sketchbook.sketches().clear();
    Json.answer(ctx, desk());
  }

  private void restore(Context ctx) throws BadFileException, IOException {
    sketchbook.sketches().restore();
    Json.answer(ctx, desk());
  }

  private void learn(Context ctx) throws BadFileException, IOException {
    LearnRequest wish = Json.read(ctx, LearnRequest.class);
    Json.answer(ctx, lessons.begin(sketchbook.enough(), wish));
  }
}
