package ductus.studio;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.ink.recognition.ReadingModels;
import ductus.studio.bin.BinRoutes;
import ductus.studio.collection.LibraryRoutes;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.ComposeRoutes;
import ductus.studio.compose.DraftComposer;
import ductus.studio.compose.DraftRoutes;
import ductus.studio.compose.PortRoutes;
import ductus.studio.corpus.CorpusRoutes;
import ductus.studio.entry.EntryFile;
import ductus.studio.entry.Guard;
import ductus.studio.hand.CopiedLines;
import ductus.studio.hand.DrawnCharacters;
import ductus.studio.hand.HandLessons;
import ductus.studio.hand.HandRoutes;
import ductus.studio.hand.SentenceRoutes;
import ductus.studio.inside.InsideRoutes;
import ductus.studio.inside.InspectionCache;
import ductus.studio.phone.PhoneRoutes;
import ductus.studio.read.ReadRoutes;
import ductus.studio.read.ReaderLessons;
import ductus.studio.shelf.ShelfRoutes;
import ductus.studio.train.TrainRoutes;
import ductus.studio.web.Assets;
import ductus.studio.web.LocalServer;
import ductus.studio.web.Refusal;
import ductus.studio.web.RequestException;
import ductus.studio.web.RestingMemory;
import ductus.studio.web.Routes;
import ductus.studio.write.WriteRoutes;
import ductus.task.music.jam.MidiPorts;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/** The server of the local page, on 127.0.0.1 alone. Serves from its making until it is closed. */
public final class Studio implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Guard guard = new Guard();
  private final Workspace workspace;
  private final QuitRoutes quit;
  private final PhoneRoutes phone;
  private final RestingMemory memory = new RestingMemory();
  private final PortRoutes ports;
  private final Javalin server;

  /**
   * Starts to serve.
   *
   * @throws BindException if the port is in use
   * @throws IOException if the workspace cannot be used
   */
  public Studio(StudioSettings settings) throws IOException {
    workspace = Workspace.open(settings.workspace());
    String version = settings.programVersion();
    int threads = settings.threads();
    WriteRoutes write = new WriteRoutes(workspace, settings.hands(), version, threads);
    HandLessons hands = new HandLessons(workspace, settings.hands(), threads, write::forget);
    TrainRoutes trainings = new TrainRoutes(workspace, threads);
    ReaderLessons readers = new ReaderLessons(workspace, ReadingModels.PEOPLE, threads);
    quit = new QuitRoutes(List.of(trainings::running, hands::running, readers::running));
    phone = new PhoneRoutes(workspace);
    ports = new PortRoutes(workspace, MidiPorts::ofMachine);
    List<Routes> routes =
        List.of(
            new Assets(guard.pageKey()),
            new LibraryRoutes(workspace, version, threads),
            new ShelfRoutes(workspace),
            new ComposeRoutes(workspace, new DraftComposer(workspace, version, threads)),
            new DraftRoutes(workspace, version, threads),
            ports,
            write,
            new CorpusRoutes(workspace, threads),
            new InsideRoutes(workspace, new InspectionCache(workspace, version, threads)),
            new HandRoutes(new DrawnCharacters(workspace), hands, threads),
            new SentenceRoutes(new CopiedLines(workspace), hands, threads),
            new ReadRoutes(workspace, readers, threads),
            trainings,
            quit,
            phone,
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
    LocalServer.configure(config, Guard.MOST_BYTES);
    config.jetty.modifyServletContextHandler(
        context ->
            context.addFilter(
                new FilterHolder(guard.path()), "/*", EnumSet.of(DispatcherType.REQUEST)));
    config.routes.before(guard::check);
    config.routes.after(
        ctx -> {
          // What only looks makes little, and pages look now and then for ever.
          if (ctx.req().getMethod().equals("POST")) {
            memory.worked();
          }
        });
    routes.forEach(each -> each.addTo(config.routes));
    config.routes.exception(
        RequestException.class, (e, ctx) -> Refusal.send(ctx, e.status(), e.getMessage()));
    config.routes.exception(
        BadFileException.class, (e, ctx) -> Refusal.send(ctx, 422, e.getMessage()));
    config.routes.exception(
        IllegalArgumentException.class, (e, ctx) -> Refusal.send(ctx, 422, e.getMessage()));
    config.routes.exception(
        IOException.class,
        (e, ctx) -> Refusal.send(ctx, 500, Reasons.withFile(e, workspace.root())));
    config.routes.exception(Exception.class, (e, ctx) -> Refusal.send(ctx, 500, Reasons.of(e)));
    config.routes.exception(
        NotFoundResponse.class, (e, ctx) -> Refusal.send(ctx, 404, "there is nothing here"));
  }

  /** All that can be asked for below the secret path; {@link Guard#check} comes before each. */
  List<ServedRoute> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .filter(each -> each.method.isHttpMethod())
        .map(each -> ServedRoute.of(each.method.name(), each.path, each.handler))
        .toList();
  }

  /** The port that it serves at. */
  public int port() {
    return server.port();
  }

  /** A new address to open in a browser, with a token that lets one browser in, once. */
  public String address() {
    return String.format(
        Locale.ROOT, "http://%s:%d/?token=%s", LOOPBACK, port(), guard.issueToken());
  }

  /** Whether an address would still let a browser in. */
  public boolean isGood(String address) {
    return guard.isGood(address.substring(address.lastIndexOf('=') + 1));
  }

  /** A file that leads a browser to an address, for the user alone. */
  public EntryFile entryFile(String address) throws IOException {
    return EntryFile.write(workspace.own(), address);
  }

  /** Waits until the page asks for the end, for so long at most; whether it did. */
  public boolean awaitQuit(long millis) throws InterruptedException {
    return quit.await(millis);
  }

  @Override
  public void close() {
    phone.close();
    memory.close();
    ports.close();
    server.stop();
  }
}
