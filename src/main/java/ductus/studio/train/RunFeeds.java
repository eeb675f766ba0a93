package ductus.studio.train;

import ductus.studio.web.RequestException;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The feeds of all runs that somebody looks at, and the thread that keeps them going. */
final class RunFeeds {
  private static final int MOST_VIEWERS = 64;
  private static final long LOOK_MILLIS = 1000;

  /** The more viewers, the rarer each is told, so that the training does not notice them. */
  private static final long MILLIS_A_VIEWER = 60;

  private final Runs runs;
  private final Map<String, RunFeed> feeds = new HashMap<>();

  /** A viewer needs one for a moment, or longer if it is slow. */
  private final ExecutorService senders =
      Executors.newCachedThreadPool(work -> daemon(work, "ductus-studio-sender"));

  private @Nullable Thread watch;

  RunFeeds(Runs runs) {
    this.runs = runs;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Checks that one more can look.
   *
   * @throws RequestException if there are as many viewers as there may be
   */
  synchronized void requireRoom() {
    if (viewers() >= MOST_VIEWERS) {
      throw new RequestException(
          503, MOST_VIEWERS + " pages are watching already: close one of them");
    }
  }

  private int viewers() {
    return feeds.values().stream().mapToInt(RunFeed::viewers).sum();
  }

  /** Has a page watch a run until it goes away. */
  synchronized void watch(String run, SseClient client) {
    feeds.computeIfAbsent(run, name -> new RunFeed(runs.reading(name), senders)).add(client);
    if (watch == null) {
      watch = daemon(this::keepWatching, "ductus-studio-watch");
      watch.start();
    } else {
      notifyAll();
    }
  }

  /** Ends when nobody looks any more. */
  private synchronized void keepWatching() {
    while (!feeds.isEmpty()) {
      for (Iterator<RunFeed> each = feeds.values().iterator(); each.hasNext(); ) {
        RunFeed feed = each.next();
        if (feed.viewers() == 0) {
          each.remove();
        } else {
          look(feed);
        }
      }
      try {
        // A new viewer wakes it up.
        wait(Math.max(LOOK_MILLIS, MILLIS_A_VIEWER * viewers()));
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    watch = null;
  }

  private static void look(RunFeed feed) {
    try {
      feed.look();
    } catch (IOException unreadable) {
      // The folder may be in the midst of a change, or be moved away; the next look tells.
      return;
    }
  }
}
