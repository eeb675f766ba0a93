package ductus.corpus;

import java.util.List;

/** Tells a listener of one step more, each time it is run; for several threads. */
public final class Steps implements Runnable {
  private final ReadingListener listener;
  private final int total;
  private int done;

  /**
   * Steps of which none is done.
   *
   * @param total so many there will be
   */
  public Steps(ReadingListener listener, int total) {
    this.listener = listener;
    this.total = total;
    listener.progress(0, total);
  }

  /** Things in their order, with a step for each. */
  public <E> Iterable<E> over(List<E> things) {
    return () -> things.stream().map(this::step).iterator();
  }

  /** Takes a step for a thing, and gives it back. */
  public <E> E step(E thing) {
    run();
    return thing;
  }

  @Override
  public synchronized void run() {
    done++;
    listener.progress(done, total);
  }
}
