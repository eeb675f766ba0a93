package ductus.studio.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets one request at a time do what takes long, in the order in which they came. Some may wait;
 * more are refused. Those whose client has left meanwhile give up their place.
 */
public final class Turnstile {
  private static final int MOST_WAITING = 16;
  private static final int CLIENT_CLOSED_REQUEST = 499;
  private static final long PROBE_MILLIS = 1_000;

  /** All that came and did not go yet; the first one is at work. */
  private final Deque<Object> queue = new ArrayDeque<>();

  /**
   * Does something when its turn has come.
   *
   * @param isThere whether the client waits still; asked each second while it has to, and when its
   *     turn has come
   * @throws RequestException if too many wait already, or the client has left
   */
  public <T> T pass(BooleanSupplier isThere, Callable<T> work) throws Exception {
    Object ticket = new Object();
    boolean first = enter(ticket);
    try {
      while (!first) {
        first = awaitFirst(ticket);
        requireThere(isThere);
      }
      return work.call();
    } finally {
      leave(ticket);
    }
  }

  private static void requireThere(BooleanSupplier isThere) {
    if (!isThere.getAsBoolean()) {
      throw new RequestException(CLIENT_CLOSED_REQUEST, "the client has left");
    }
  }

  /** Takes the last place; whether that is the first one. */
  private synchronized boolean enter(Object ticket) {
    if (queue.size() > MOST_WAITING) {
      throw new RequestException(
          503, "%d others wait for this already: try again in a moment".formatted(MOST_WAITING));
    }
    queue.addLast(ticket);
    return queue.size() == 1;
  }

  /** Waits for the first place, but not for long; whether it was reached. */
  private synchronized boolean awaitFirst(Object ticket) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PROBE_MILLIS);
    for (long left = PROBE_MILLIS;
        left > 0 && queue.peekFirst() != ticket;
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      wait(left);
    }
    return queue.peekFirst() == ticket;
  }

  private synchronized void leave(Object ticket) {
    queue.remove(ticket);
    notifyAll();
  }
}
