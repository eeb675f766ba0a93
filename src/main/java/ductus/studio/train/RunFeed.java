package ductus.studio.train;

import ductus.studio.train.RunEvent.RunCard;
import ductus.studio.web.Json;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Tells all viewers of one run what is new. The run's folder is read once for all of them, and what
 * they are told is written once for all who stand at the same place; a viewer that is slow to take
 * it keeps nobody waiting and is told more the next time.
 */
final class RunFeed {
  private final RunReading reading;
  private final Executor senders;
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

  /** All but the updates, as it was told last. */
  private String head = "";

  /**
   * A feed without viewers.
   *
   * @param senders of what is told
   */
  RunFeed(RunReading reading, Executor senders) {
    this.reading = reading;
    this.senders = senders;
  }

  void add(SseClient client) {
    Viewer viewer = new Viewer(client);
    client.onClose(() -> viewers.remove(viewer));
    viewers.add(viewer);
  }

  /** How many still look. */
  int viewers() {
    viewers.removeIf(Viewer::isGone);
    return viewers.size();
  }

  /** Reads, and tells whoever does not know it yet. */
  void look() throws IOException {
    RunCard card = reading.card();
    RunEvent.Place place = reading.place();
    String now = Json.line(reading.news(card, place));
    boolean changed = !now.equals(head);
    head = now;
    Map<RunEvent.Place, String> lines = new HashMap<>();
    for (Viewer viewer : viewers) {
      RunEvent.Place told = viewer.told();
      if (changed || !told.equals(place) || viewer.missed()) {
        String line = lines.get(told);
        if (line == null) {
          line = Json.line(reading.news(card, told));
          lines.put(told, line);
        }
        viewer.tell(line, place, senders);
      } else {
        viewer.beat(senders);
      }
    }
  }
}
