package ductus.studio.web;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Lets one request at a time do what takes long, in the order in which they came. Some may wait;
 * more are refused, so that those whose page has gone meanwhile do not take all threads.
 */
public final class Turnstile {
  private static final int MOST_WAITING = 16;

  private final Semaphore room = new Semaphore(1 + MOST_WAITING);
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Does something when its turn has come.
   *
   * @throws RequestException if too many wait already
   */
  public <T> T pass(Callable<T> work) throws Exception {
    if (!room.tryAcquire()) {
      throw new RequestException(
          503, "%d others wait for this already: try again in a moment".formatted(MOST_WAITING));
    }
    try {
      turn.acquire();
      try {
        return work.call();
      } finally {
        turn.release();
      }
    } finally {
      room.release();
    }
  }
}
