package ductus.studio.corpus;

import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.inspection.ink.InkSurvey;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.studio.collection.Exports;
import ductus.studio.collection.FileAnswer;
import ductus.studio.collection.PianoRollView;
import ductus.studio.collection.Workspace;
import ductus.studio.entry.Guard;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of corpora asks for. */
public final class CorpusRoutes implements Routes {
  /** A body of a request has the file in Base64, and some words around it. */
  private static final long LARGEST_FILE = Guard.MOST_BYTES * 3 / 4 - (1 << 16);

  /** Sound is rendered whole, and has 10 MB a minute. */
  private static final double LONGEST_SOUND_SECONDS = 900;

  private final Corpora corpora;
  private final CorpusBin bin;
  private final CorpusReadings readings;
  private final Exports exports;
  private final int threads;

  /**
   * Creates the routes to the corpora of a workspace.
   *
   * @param threads most that read a corpus
   */
  public CorpusRoutes(Workspace workspace, int threads) {
    this.threads = threads;
    corpora = new Corpora(workspace);
    bin = new CorpusBin(workspace, corpora);
    readings = new CorpusReadings(threads);
    exports = new Exports(workspace);
  }

  private record Card(String id, String name, boolean own, int files) {}

  private record CorpusList(List<Card> corpora, long largestFile, int mostFiles) {}

  private record Running(@Nullable String reading) {}

  private record Chosen(@Nullable String corpus, @Nullable String piece) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/corpora", ctx -> Json.answer(ctx, shelf()));
    routes.get(
        "/api/corpora/table",
        ctx -> Json.answer(ctx, readings.read(folder(ctx), ctx.queryParam("reading"))));
    routes.get(
        "/api/corpora/progress",
        ctx -> Json.answer(ctx, readings.progress(Json.parameter(ctx, "reading"))));
    routes.post("/api/corpora/stop", ctx -> Json.answer(ctx, stop(ctx)));
    routes.get("/api/corpora/roll", ctx -> Json.answer(ctx, PianoRollView.of(score(ctx))));
    routes.get("/api/corpora/sound", this::sound);
    routes.get("/api/corpora/sheet", this::sheet);
    routes.post(
        "/api/corpora/add",
        ctx ->
            Json.answer(
                ctx, CorpusUpload.take(corpora, Json.read(ctx, CorpusUpload.UploadedFile.class))));
    routes.post("/api/corpora/delete", this::delete);
    routes.post(
        "/api/corpora/restore",
        ctx -> {
          CorpusFolder back = bin.takeBack(Json.read(ctx, CorpusBin.DiscardedCorpus.class));
          Json.answer(ctx, card(back));
        });
  }

  private CorpusList shelf() throws IOException {
    List<Card> cards = new ArrayList<>();
    for (CorpusFolder folder : corpora.all()) {
      cards.add(card(folder));
    }
    return new CorpusList(cards, LARGEST_FILE, CorpusUpload.MOST_FILES);
  }

  private static Card card(CorpusFolder folder) throws IOException {
    return new Card(folder.id(), folder.name(), folder.own(), folder.files().size());
  }

  private CorpusReadings.ReadingProgress stop(Context ctx) {
    String reading = Json.read(ctx, Running.class).reading();
    if (reading == null) {
      throw new RequestException(400, "the request lacks reading");
    }
    return readings.stop(reading);
  }

  private CorpusFolder folder(Context ctx) throws IOException {
    return corpora.of(Json.parameter(ctx, "corpus"));
  }

  private Path piece(Context ctx) throws IOException {
    return folder(ctx).piece(Json.parameter(ctx, "piece"));
  }

  private Score score(Context ctx) throws BadFileException, IOException {
    return ScoreFile.read(piece(ctx));
  }

  private void sound(Context ctx) throws BadFileException, IOException {
    Score score = score(ctx);
    double seconds = new TempoMap(score).seconds(score.length());
    if (seconds > LONGEST_SOUND_SECONDS) {
      throw new RequestException(
          422,
          "it lasts %.0f minutes, and the page plays at most %.0f"
              .formatted(seconds / 60, LONGEST_SOUND_SECONDS / 60));
    }
    FileAnswer.show(ctx, exports.sound(score));
  }

  private void sheet(Context ctx) throws BadFileException, IOException {
    FileAnswer.showSvg(ctx, InkSurvey.read(piece(ctx), threads, ReadingListener.NONE).sheet());
  }

  private void delete(Context ctx) throws IOException {
    Chosen chosen = Json.read(ctx, Chosen.class);
    if (chosen.corpus() == null) {
      throw new RequestException(400, "the request lacks corpus");
    }
    String piece = chosen.piece() == null ? "" : chosen.piece();
    Json.answer(ctx, bin.throwAway(chosen.corpus(), piece));
  }
}
