package ductus.music.encoding.score;

import ductus.music.arrangement.PartNote;
import java.util.Arrays;

/** The notes of a bar in their order, each as position, instrument and pitch in one number. */
final class BarMemory {
  /** Value in place of a note where there is none. */
  static final long NONE = -1;

  private static final int PITCHES = 128;

  private long[] keys = new long[16];
  private int count;

  static long key(int position, int instrument, int pitch) {
    return ((long) position * PartNote.INSTRUMENTS + instrument) * PITCHES + pitch;
  }

  static int position(long key) {
    return (int) (key / PITCHES / PartNote.INSTRUMENTS);
  }

  static int instrument(long key) {
    return (int) (key / PITCHES % PartNote.INSTRUMENTS);
  }

  static int pitch(long key) {
    return (int) (key % PITCHES);
  }

  /** Appends a note, not before any that was appended. */
  void add(long key) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
    }
    keys[count++] = key;
  }

  void clear() {
    count = 0;
  }

  /** The first note that is at a key or behind it, or {@link #NONE}. */
  long ceiling(long key) {
    int found = Arrays.binarySearch(keys, 0, count, key);
    int index = found >= 0 ? found : -1 - found;
    return index < count ? keys[index] : NONE;
  }
}
