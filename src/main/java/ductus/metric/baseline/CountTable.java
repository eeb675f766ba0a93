package ductus.metric.baseline;

import java.util.Arrays;

/**
 * A hash table from keys 0 and up to rows of counts, in two primitive arrays: open addressing with
 * linear probing, at most two thirds full. A slot is valid until the next insertion.
 */
final class CountTable {
  private static final long FREE = -1;
  private static final int FIRST_SLOTS = 64;
  private static final int MOST_SLOTS = 1 << 30;

  private final int columns;
  private long[] keys = new long[FIRST_SLOTS];
  private int[] counts;
  private int size;

  CountTable(int columns) {
    this.columns = columns;
    counts = new int[FIRST_SLOTS * columns];
    Arrays.fill(keys, FREE);
  }

  /** Number of keys. */
  int size() {
    return size;
  }

  /** The slot of a key, or -1 where it was never inserted. */
  int find(long key) {
    int slot = probe(keys, key);
    return keys[slot] == key ? slot : -1;
  }

  /** The slot of a key, with counts of 0 if it is new. */
  int insert(long key) {
    int slot = probe(keys, key);
    if (keys[slot] == key) {
      return slot;
    }
    if (size >= keys.length / 3 * 2) {
      grow();
      slot = probe(keys, key);
    }
    keys[slot] = key;
    size++;
    return slot;
  }

  int count(int slot, int column) {
    return counts[slot * columns + column];
  }

  /** Adds one and returns the new count. */
  int increment(int slot, int column) {
    int at = slot * columns + column;
    counts[at] = Math.incrementExact(counts[at]);
    return counts[at];
  }

  void decrement(int slot, int column) {
    counts[slot * columns + column]--;
  }

  private void grow() {
    long slots = 2L * keys.length;
    if (slots * columns > MOST_SLOTS) {
      throw new IllegalStateException("count table must stay below 2^30 cells but has " + size);
    }
    long[] newKeys = new long[(int) slots];
    int[] newCounts = new int[(int) slots * columns];
    Arrays.fill(newKeys, FREE);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        int newSlot = probe(newKeys, keys[slot]);
        newKeys[newSlot] = keys[slot];
        System.arraycopy(counts, slot * columns, newCounts, newSlot * columns, columns);
      }
    }
    keys = newKeys;
    counts = newCounts;
  }

  /** The slot that holds the key, or else the free slot where it belongs. */
  private static int probe(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) mix(key) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Spreads near keys over the table (the finalizer of MurmurHash3, Appleby 2011). */
  private static long mix(long key) {
    long x = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
