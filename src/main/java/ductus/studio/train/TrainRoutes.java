package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.studio.collection.Workspace;
import ductus.studio.train.RunEvent.RunCard;
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
import java.util.List;
import java.util.Map;

/** What the page of training asks for. */
public final class TrainRoutes implements Routes {
  private final Workspace workspace;
  private final int threads;
  private final Runs runs;
  private final RunFeeds feeds;

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
  }

  private record Choice(String id, String name, Map<String, Integer> files) {
    static Choice of(TrainingFolder source) {
      return new Choice(source.id(), source.name(), source.files());
    }
  }

  private record Kind(String id, String task, String words) {
    static Kind of(TrainingChoice<?> choice) {
      return new Kind(choice.variant().name(), choice.task().name(), choice.variant().words());
    }
  }

  private record Choices(List<Choice> sources, List<Kind> kinds) {}

  private record Shown(List<RunCard> runs) {}

  private record Chosen(String run) {}

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

  /** Names of the runs that are processes of their own, and go on without the studio. */
  public List<String> running() throws IOException {
    return runs.all().stream().filter(Runs::computes).map(RunCard::name).toList();
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
    return wish.choice().estimate(wish, wish.source(workspace).path(), threads);
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
