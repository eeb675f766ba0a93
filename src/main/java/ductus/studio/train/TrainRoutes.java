package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.studio.collection.FileAnswer;
import ductus.studio.collection.Workspace;
import ductus.studio.train.RunEvent.RunCard;
import ductus.studio.train.plan.FinerPoints;
import ductus.studio.train.plan.KnownModels;
import ductus.studio.train.plan.RunEstimate;
import ductus.studio.train.plan.TrainingChoice;
import ductus.studio.train.plan.TrainingFolder;
import ductus.studio.train.plan.TrainingForm;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the page of training asks for. */
public final class TrainRoutes implements Routes {
  private static final int MOST_CURVES = 8;

  private final Workspace workspace;
  private final int threads;
  private final Runs runs;
  private final RunFeeds feeds;
  private final ModelImport imports;

  /**
   * Routes to the runs of a workspace.
   *
   * @param threads most threads of a training
   */
  public TrainRoutes(Workspace workspace, int threads) {
    this.workspace = workspace;
    this.threads = threads;
    runs = new Runs(workspace, threads);
    feeds = new RunFeeds(runs);
    imports = new ModelImport(workspace);
  }

  private record Choice(String id, String name, Map<String, Integer> files) {
    static Choice of(TrainingFolder source) {
      return new Choice(source.id(), source.name(), source.files());
    }
  }

  /** What can be learned, and what its recipe decides. */
  private record Kind(
      String id, String task, String words, int epochs, boolean goesOn, FinerPoints usual) {
    static Kind of(TrainingChoice<?> choice) {
      return new Kind(
          choice.variant().name(),
          choice.task().name(),
          choice.variant().words(),
          choice.variant().usual().plan().epochs(),
          choice.goesOn(),
          FinerPoints.of(choice.variant().usual()));
    }
  }

  private record Choices(List<Choice> sources, List<Kind> kinds) {}

  private record Shown(List<RunCard> runs) {}

  private record Chosen(String run) {}

  private record Known(List<String> models) {}

  private record Curves(List<RunEvent.Curve> curves) {}

  /** What is done to a run by its name. */
  @FunctionalInterface
  private interface Command {
    RunCard run(String name) throws IOException;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/train", ctx -> Json.answer(ctx, choices()));
    routes.get("/api/train/runs", ctx -> Json.answer(ctx, new Shown(runs.all())));
    routes.get("/api/train/events", this::watch);
    routes.get("/api/train/models", ctx -> Json.answer(ctx, known(Json.parameter(ctx, "kind"))));
    routes.get("/api/train/curves", ctx -> Json.answer(ctx, curves(ctx.queryParams("run"))));
    routes.get("/api/train/about", ctx -> Json.answer(ctx, ModelAbout.of(model(ctx))));
    routes.get("/api/train/export", this::export);
    routes.post(
        "/api/train/import",
        ctx -> Json.answer(ctx, imports.take(Json.read(ctx, ModelImport.ModelPart.class))));
    routes.post("/api/train/expect", ctx -> Json.answer(ctx, expect(wish(ctx))));
    routes.post("/api/train/begin", ctx -> Json.answer(ctx, runs.begin(wish(ctx))));
    routes.post("/api/train/pause", ctx -> tell(ctx, runs::pause));
    routes.post("/api/train/unpause", ctx -> tell(ctx, runs::unpause));
    routes.post("/api/train/stop", ctx -> tell(ctx, runs::stop));
    routes.post("/api/train/resume", ctx -> tell(ctx, runs::goOn));
    routes.post("/api/train/delete", ctx -> Json.answer(ctx, runs.delete(chosen(ctx))));
    routes.post(
        "/api/train/restore",
        ctx -> Json.answer(ctx, runs.restore(Json.read(ctx, RunBin.DiscardedRun.class))));
  }

  private Choices choices() throws IOException {
    return new Choices(
        TrainingFolder.all(workspace).stream().map(Choice::of).toList(),
        TrainingChoice.all().stream().map(Kind::of).toList());
  }

  private static TrainingForm wish(Context ctx) {
    return Json.read(ctx, TrainingForm.class);
  }

  /** Estimates a run, one at a time, since it measures. */
  private synchronized RunEstimate expect(TrainingForm wish) throws BadFileException, IOException {
    return wish.choice().estimate(wish, wish.start(workspace), threads);
  }

  private Known known(String kind) throws IOException {
    return new Known(new KnownModels(workspace).fitting(TrainingChoice.named(kind)));
  }

  private Curves curves(List<String> names) throws IOException {
    if (names.size() > MOST_CURVES) {
      throw new RequestException(422, "at most %d runs are compared".formatted(MOST_CURVES));
    }
    List<RunEvent.Curve> curves = new ArrayList<>();
    for (String name : names) {
      curves.add(runs.reading(runs.existing(name)).curve());
    }
    return new Curves(curves);
  }

  private Path model(Context ctx) throws IOException {
    return runs.model(Json.parameter(ctx, "run"));
  }

  private void export(Context ctx) throws IOException {
    Path model = model(ctx);
    Path folder = Objects.requireNonNull(model.getParent());
    FileAnswer.save(ctx, model, folder.getFileName() + ".safetensors");
  }

  private static void tell(Context ctx, Command command) throws IOException {
    Json.answer(ctx, command.run(chosen(ctx)));
  }

  private static String chosen(Context ctx) {
    String run = Json.read(ctx, Chosen.class).run();
    if (run == null) {
      throw new RequestException(400, "the request lacks run");
    }
    return run;
  }

  /** Events named {@code run}, each a {@link RunEvent}, until the page goes away. */
  private void watch(Context ctx) {
    String run = runs.existing(Json.parameter(ctx, "run"));
    feeds.requireRoom();
    new SseHandler(
            client -> {
              client.keepAlive();
              feeds.watch(run, client);
            })
        .handle(ctx);
  }
}
