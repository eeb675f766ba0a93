package ductus.studio.read;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.render.SearchablePdf;
import ductus.ink.render.SearchablePdf.InkPage;
import ductus.ink.render.SearchablePdf.PlacedWord;
import ductus.studio.collection.FileAnswer;
import ductus.studio.collection.Workspace;
import ductus.studio.hand.DrawnInk;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.BrowserFile;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the page of reading asks for. */
public final class ReadRoutes implements Routes {
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_NAME = 200;

  private final Readings readings;
  private final InkRecognition recognition;
  private final ReaderLessons lessons;
  private final int threads;
  private final Path folder;

  /**
   * Routes to the readings of a workspace.
   *
   * @param lessons of a reader, which reads until it was taught
   * @param threads most threads of the engine
   */
  public ReadRoutes(Workspace workspace, ReaderLessons lessons, int threads) {
    this.threads = threads;
    this.lessons = lessons;
    readings = new Readings(workspace);
    recognition = new InkRecognition(threads);
    folder = workspace.readings();
  }

  /**
   * A file to read, its bytes in Base64.
   *
   * @param mine whether the reader is to read that was taught
   */
  private record GivenFile(@Nullable String name, @Nullable String bytes, boolean mine) {}

  /**
   * A line that was drawn on the page, as {@link DrawnInk#LINE} has it.
   *
   * @param mine whether the reader is to read that was taught
   */
  private record DrawnLine(@Nullable List<List<List<Double>>> strokes, boolean mine) {}

  /** A word that a person reads otherwise; the numbers count from 0. */
  private record Correction(@Nullable String id, int line, int word, @Nullable String text) {}

  private record RightLine(@Nullable String id, int line) {}

  private record Listed(String id, String name, String date, List<String> lines) {
    static Listed of(String id, Reading reading) {
      return new Listed(
          id,
          reading.name(),
          reading.date(),
          reading.lines().stream().map(Reading.Line::text).toList());
    }
  }

  /**
   * All that was read.
   *
   * @param taught lines in the corpus
   * @param mine whether a reader was taught
   */
  private record Shelf(
      List<Listed> readings,
      String corpus,
      int taught,
      boolean mine,
      LessonStatus<ReaderLessonResult> lesson) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/read", ctx -> Json.answer(ctx, shelf()));
    routes.get("/api/read/one", ctx -> Json.answer(ctx, view(Json.parameter(ctx, "id"))));
    routes.get("/api/read/pdf", this::sendPdf);
    routes.post("/api/read/file", this::readFile);
    routes.post("/api/read/drawn", this::readDrawn);
    routes.post("/api/read/correct", this::correct);
    routes.post("/api/read/teach", this::teach);
    routes.get("/api/read/lesson", ctx -> Json.answer(ctx, lessons.lesson()));
    routes.post("/api/read/learn", ctx -> Json.answer(ctx, lessons.begin(readings.taughtLines())));
    routes.post("/api/read/stop", ctx -> Json.answer(ctx, lessons.stop()));
  }

  private Shelf shelf() throws IOException {
    List<Listed> listed = new ArrayList<>();
    readings.all().forEach((id, reading) -> listed.add(Listed.of(id, reading)));
    return new Shelf(
        listed, Readings.CORPUS, readings.taught(), lessons.taught().isPresent(), lessons.lesson());
  }

  private ReadingView view(String id) throws BadFileException, IOException {
    Reading reading = readings.of(id);
    return ReadingView.of(id, reading, readings.ink(id));
  }

  private void readFile(Context ctx) throws BadFileException, IOException {
    GivenFile given = Json.read(ctx, GivenFile.class);
    if (given.name() == null || given.bytes() == null) {
      throw new RequestException(400, "the request lacks name or bytes");
    }
    String name = shortened(given.name());
    byte[] content = Base64.getDecoder().decode(given.bytes());
    Json.answer(
        ctx,
        BrowserFile.read(
            folder,
            ".tmp",
            name,
            content,
            file -> read(name, InkToRead.of(file, threads), given.mine())));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private void readDrawn(Context ctx) throws BadFileException, IOException {
    DrawnLine drawn = Json.read(ctx, DrawnLine.class);
    if (drawn.strokes() == null || drawn.strokes().isEmpty()) {
      throw new IllegalArgumentException("there must be ink to read but there is none");
    }
    Handwriting line =
        Handwriting.of(DrawnInk.LINE.read("", "the line", drawn.strokes()).strokes());
    Json.answer(ctx, read("", new InkToRead("drawn", List.of(line)), drawn.mine()));
  }

  private synchronized ReadingView read(String name, InkToRead ink, boolean mine)
      throws BadFileException, IOException {
    String model = mine ? lessons.taught().map(Path::toString).orElse("") : lessons.model();
    if (model.isEmpty()) {
      throw new RequestException(409, "no reader was taught here yet");
    }
    InkRecognition.Lines lines = recognition.read(ink.pieces(), model);
    String date =
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    Reading reading = new Reading(name, ink.format(), date, lines.lines());
    return ReadingView.of(readings.add(reading, lines.ink()), reading, lines.ink());
  }

  private void correct(Context ctx) throws BadFileException, IOException {
    Correction wish = Json.read(ctx, Correction.class);
    String text = wish.text() == null ? "" : wish.text().strip();
    if (text.isEmpty() || text.length() > LONGEST_WORD) {
      throw new IllegalArgumentException(
          "a word must have 1 to %d characters but has %d".formatted(LONGEST_WORD, text.length()));
    }
    String id = String.valueOf(wish.id());
    synchronized (readings) {
      Reading reading = readings.of(id);
      Reading.Line line = line(reading, wish.line());
      if (wish.word() < 0 || wish.word() >= line.words().size()) {
        throw new RequestException(404, "there is no such word in this line");
      }
      Reading.Word word = line.words().get(wish.word()).corrected(text);
      readings.keep(id, reading.with(wish.line(), line.with(wish.word(), word)));
    }
    Json.answer(ctx, view(id));
  }

  private static Reading.Line line(Reading reading, int line) {
    if (line < 0 || line >= reading.lines().size()) {
      throw new RequestException(404, "there is no such line in this reading");
    }
    return reading.lines().get(line);
  }

  private void teach(Context ctx) throws BadFileException, IOException {
    RightLine right = Json.read(ctx, RightLine.class);
    String id = String.valueOf(right.id());
    if (line(readings.of(id), right.line()).text().isBlank()) {
      throw new IllegalArgumentException("a line must say something before a reader learns it");
    }
    readings.teach(id, right.line());
    Json.answer(ctx, view(id));
  }

  private void sendPdf(Context ctx) throws BadFileException, IOException {
    String id = Json.parameter(ctx, "id");
    Reading reading = readings.of(id);
    List<Handwriting> ink = readings.ink(id);
    Map<Integer, List<Stroke>> strokes = new TreeMap<>();
    Map<Integer, List<List<PlacedWord>>> words = new TreeMap<>();
    for (int i = 0; i < reading.lines().size(); i++) {
      Reading.Line line = reading.lines().get(i);
      strokes.computeIfAbsent(line.page(), any -> new ArrayList<>()).addAll(ink.get(i).strokes());
      words
          .computeIfAbsent(line.page(), any -> new ArrayList<>())
          .add(line.words().stream().map(ReadRoutes::placed).toList());
    }
    List<InkPage> pages = new ArrayList<>();
    strokes.forEach(
        (page, all) ->
            pages.add(new InkPage(Handwriting.of(all), words.getOrDefault(page, List.of()))));
    FileAnswer.name(ctx, "reading-" + id + ".pdf");
    ctx.contentType("application/pdf").result(SearchablePdf.pdf(pages, reading.name()));
  }

  private static PlacedWord placed(Reading.Word word) {
    return new PlacedWord(
        word.text(), new Box(word.left(), word.bottom(), word.right(), word.top()));
  }
}
