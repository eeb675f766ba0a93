package ductus.studio;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.studio.bin.BinRoutes;
import ductus.studio.collection.LibraryRoutes;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.ComposeRoutes;
import ductus.studio.compose.DraftComposer;
import ductus.studio.compose.DraftRoutes;
import ductus.studio.corpus.CorpusRoutes;
import ductus.studio.hand.CopiedLines;
import ductus.studio.hand.DrawnCharacters;
import ductus.studio.hand.HandLessons;
import ductus.studio.hand.HandRoutes;
import ductus.studio.hand.SentenceRoutes;
import ductus.studio.inside.InsideRoutes;
import ductus.studio.inside.InspectionCache;
import ductus.studio.read.ReadRoutes;
import ductus.studio.shelf.ShelfRoutes;
import ductus.studio.train.TrainRoutes;
import ductus.studio.web.Assets;
import ductus.studio.web.Guard;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import ductus.studio.write.WriteRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.jspecify.annotations.Nullable;

/** The server of the local page, on 127.0.0.1 alone. Serves from its making until it is closed. */
public final class Studio implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Guard guard = new Guard();
  private final Javalin server;

  /**
   * Starts to serve.
   *
   * @throws BindException if the port is in use
   * @throws IOException if the workspace cannot be used
   */
  public Studio(StudioSettings settings) throws IOException {
    Workspace workspace = Workspace.open(settings.workspace());
    String version = settings.programVersion();
    int threads = settings.threads();
    WriteRoutes write = new WriteRoutes(workspace, settings.hands(), version, threads);
    HandLessons hands = new HandLessons(workspace, settings.hands(), threads, write::forget);
    List<Routes> routes =
        List.of(
            new Assets(guard.pageKey()),
            new LibraryRoutes(workspace, version, threads),
            new ShelfRoutes(workspace),
            new ComposeRoutes(workspace, new DraftComposer(workspace, version, threads)),
            new DraftRoutes(workspace, version),
            write,
            new CorpusRoutes(workspace, threads),
            new InsideRoutes(workspace, new InspectionCache(workspace, version, threads)),
            new HandRoutes(new DrawnCharacters(workspace), hands),
            new SentenceRoutes(new CopiedLines(workspace), hands),
            new ReadRoutes(workspace, threads),
            new TrainRoutes(workspace, threads),
            new BinRoutes(workspace.root(), workspace.bin()));
    server = Javalin.create(config -> configure(config, routes));
    try {
      server.start(LOOPBACK, settings.port());
    } catch (JavalinException failed) {
      server.stop();
      BindException inUse =
          new BindException(
              "port %d of %s is in use or not allowed: name another one with --port, or --port 0 for any that is free"
                  .formatted(settings.port(), LOOPBACK));
      inUse.initCause(failed);
      throw inUse;
    }
    guard.serveAt(server.port());
  }

  private void configure(JavalinConfig config, List<Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = Guard.MOST_BYTES;
    // Nothing is won on this very machine, and files would not have the length that they say.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServletContextHandler(
        context ->
            context.addFilter(
                new FilterHolder(guard.path()), "/*", EnumSet.of(DispatcherType.REQUEST)));
    config.routes.before(guard::check);
    routes.forEach(each -> each.addTo(config.routes));
    config.routes.exception(
        RequestException.class, (e, ctx) -> refuse(ctx, e.status(), e.getMessage()));
    config.routes.exception(BadFileException.class, (e, ctx) -> refuse(ctx, 422, e.getMessage()));
    config.routes.exception(
        IllegalArgumentException.class, (e, ctx) -> refuse(ctx, 422, e.getMessage()));
    config.routes.exception(IOException.class, (e, ctx) -> refuse(ctx, 500, Reasons.of(e)));
    config.routes.exception(Exception.class, (e, ctx) -> refuse(ctx, 500, Reasons.of(e)));
    config.routes.exception(
        NotFoundResponse.class, (e, ctx) -> refuse(ctx, 404, "there is nothing here"));
  }

  private static void refuse(Context ctx, int status, @Nullable String why) {
    try {
      ctx.status(status);
      Json.answer(ctx, new ErrorResponse(String.valueOf(why)));
    } catch (RuntimeException gone) {
      // Nobody is there any more, nor the request. What is thrown here Javalin would handle again,
      // and again, for ever.
      return;
    }
  }

  private record ErrorResponse(String error) {}

  /** The port that it serves at. */
  public int port() {
    return server.port();
  }

  /** A new address to open in a browser, with a token that lets one browser in, once. */
  public String address() {
    return "http://%s:%d/?token=%s".formatted(LOOPBACK, port(), guard.issueToken());
  }

  @Override
  public void close() {
    server.stop();
  }
}
