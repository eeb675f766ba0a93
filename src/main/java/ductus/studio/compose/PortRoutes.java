package ductus.studio.compose;

import ductus.studio.collection.Workspace;
import ductus.studio.compose.PortPlayer.PortWish;
import ductus.studio.web.Json;
import ductus.studio.web.Routes;
import ductus.task.music.jam.MidiPorts;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;

/** The MIDI ports of this machine, to play to. */
public final class PortRoutes implements Routes, AutoCloseable {
  private final PortPlayer player;

  /** Creates the routes to some ports. */
  public PortRoutes(Workspace workspace, MidiPorts ports) {
    player = new PortPlayer(workspace, ports);
  }

  private record Known(List<String> outputs) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/ports", ctx -> Json.answer(ctx, new Known(player.names())));
    routes.post(
        "/api/ports/play",
        ctx -> {
          player.play(Json.read(ctx, PortWish.class));
          Json.answer(ctx, Map.of());
        });
    routes.post(
        "/api/ports/stop",
        ctx -> {
          player.stop();
          Json.answer(ctx, Map.of());
        });
  }

  @Override
  public void close() {
    player.close();
  }
}
