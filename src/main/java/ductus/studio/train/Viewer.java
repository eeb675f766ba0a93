package ductus.studio.train;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** One page that looks at a run. */
final class Viewer {
  /** A page that went away is noticed when something is sent to it. */
  private static final Duration BEAT = Duration.ofSeconds(10);

  private final SseClient client;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile RunEvent.Place told = RunEvent.Place.START;
  private volatile boolean missed;
  private volatile long lastSent = System.nanoTime();

  Viewer(SseClient client) {
    this.client = client;
  }

  /** How far it was told. */
  RunEvent.Place told() {
    return told;
  }

  /** Whether it was still taking in something when there was news. */
  boolean missed() {
    return missed;
  }

  boolean isGone() {
    return client.terminated();
  }

  /** Tells it something, unless it is still busy with what it was told before. */
  void tell(String line, RunEvent.Place place, Executor senders) {
    missed = !send(() -> client.sendEvent("run", line), senders);
    if (!missed) {
      told = place;
    }
  }

  /** Says that the connection is alive, if nothing was said for a while. */
  void beat(Executor senders) {
    if (System.nanoTime() - lastSent > BEAT.toNanos()) {
      send(() -> client.sendComment("alive"), senders);
    }
  }

  private boolean send(Runnable what, Executor senders) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    lastSent = System.nanoTime();
    senders.execute(
        () -> {
          try {
            what.run();
          } finally {
            busy.set(false);
          }
        });
    return true;
  }
}
