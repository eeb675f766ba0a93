package ductus.math;

import ductus.math.Workers.Work;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Work that a crew shares out in one way or another, or leaves to the caller alone, whichever was
 * fastest of late: where another program keeps a core busy, or two threads have one core to share,
 * or the work is small, one thread is faster than two. Results do not depend on it, as they do not
 * depend on the number of threads.
 */
public final class SharedWork {
  private final Work[] ways;
  private final LongSupplier clock;
  private final FastestWay choice;

  /**
   * Work that can be shared out in some ways.
   *
   * @param ways one at least; the first can always be taken, also by one thread
   */
  public SharedWork(Work... ways) {
    this(System::nanoTime, ways);
  }

  /** Work whose time is measured by a clock of nanoseconds. */
  SharedWork(LongSupplier clock, Work... ways) {
    this.ways = ways.clone();
    this.clock = clock;
    choice = new FastestWay(1 + ways.length);
  }

  /**
   * Does the work in any of its ways.
   *
   * @param items its size, to which its time is about in proportion, such as rows
   */
  public void run(Workers crew, long items) {
    run(crew, items, ways.length);
  }

  /**
   * Does the work in one of its first ways.
   *
   * @param items its size, to which its time is about in proportion, such as rows
   * @param firstWays how many of its ways are possible now, 1 or more
   */
  public void run(Workers crew, long items, int firstWays) {
    if (crew.count() == 1) {
      crew.run(ways[0]);
      return;
    }
    int way = choice.next(crew.mayBeAlone() ? 0 : 1, 1 + firstWays, items);
    long start = clock.getAsLong();
    if (way == 0) {
      crew.runAlone(ways[0]);
    } else {
      crew.run(ways[way - 1]);
    }
    choice.took(way, items, clock.getAsLong() - start);
  }

  /**
   * Nanoseconds an item that the fastest of the latest runs took: of the caller alone, then of each
   * way; infinite where there were none.
   */
  public double[] nanosAnItem() {
    return IntStream.rangeClosed(0, ways.length).mapToDouble(choice::nanosAnItem).toArray();
  }
}
