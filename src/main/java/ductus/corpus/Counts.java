package ductus.corpus;

import java.io.Serializable;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often each of some things occurs. Counts of parts add up to those of all.
 *
 * @param <K> the kind of thing
 */
public final class Counts<K extends Comparable<K>> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<K, Long> counts = new TreeMap<>();

  /** Counts one more. */
  public void add(K what) {
    add(what, 1);
  }

  private void add(K what, long times) {
    counts.merge(what, times, Long::sum);
  }

  /** Adds what was counted of another part. */
  public void add(Counts<K> other) {
    other.counts.forEach(this::add);
  }

  /** The sum of all counts. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The counts by what was counted, in its order; not to be changed. */
  public NavigableMap<K, Long> inOrder() {
    return Collections.unmodifiableNavigableMap(counts);
  }
}
