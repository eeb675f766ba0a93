package ductus.music.encoding.poly;

import ductus.music.frames.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Recalls where in a piece its last frames stood before, and how the piece went on there. Of each
 * place it knows how many frames on end are the same as the last ones.
 */
final class FrameLookback {
  /** Number of buckets of {@link #bucket}. */
  static final int LENGTHS = 7;

  private static final int LONGEST = 255;

  private final ToIntFunction<Frame> key;
  private final List<Frame> frames = new ArrayList<>();
  private int[] keys = new int[64];

  /** Number of frames up to each place that are the same as the last ones. */
  private int[] lengths = new int[64];

  /** The places whose next frame may be the coming one. */
  private int[] places = new int[64];

  private int placeCount;

  /**
   * Creates an empty memory.
   *
   * @param key what makes two frames the same
   */
  FrameLookback(ToIntFunction<Frame> key) {
    this.key = key;
  }

  /** Creates an empty memory in which frames are the same if they have the same pitches. */
  static FrameLookback ofFrames() {
    Map<Frame, Integer> names = new HashMap<>();
    return new FrameLookback(frame -> names.computeIfAbsent(frame, unseen -> names.size()));
  }

  /** The bucket of a length, 1 or more: 1, 2, 3 to 4, 5 to 8 ... 33 or more. */
  static int bucket(int length) {
    return Math.min(LENGTHS - 1, Integer.SIZE - Integer.numberOfLeadingZeros(length - 1));
  }

  /** Adds a frame; all places where it stood before are open again. */
  void add(Frame frame) {
    int last = frames.size();
    if (last == keys.length) {
      keys = Arrays.copyOf(keys, 2 * last);
      lengths = Arrays.copyOf(lengths, 2 * last);
      places = Arrays.copyOf(places, 2 * last);
    }
    frames.add(frame);
    keys[last] = key.applyAsInt(frame);
    placeCount = 0;
    for (int place = last - 1; place >= 0; place--) {
      boolean same = keys[place] == keys[last];
      lengths[place] = same ? Math.min(LONGEST, 1 + (place == 0 ? 0 : lengths[place - 1])) : 0;
      if (same) {
        places[placeCount++] = place;
      }
    }
    // The last place is the same as itself, however far one looks back.
    lengths[last] = LONGEST;
  }

  /** Keeps the places whose next frame is, up to a pitch, a given one. */
  void keep(Frame begun, int pitch) {
    int kept = 0;
    for (int i = 0; i < placeCount; i++) {
      if (next(i).upTo(pitch).equals(begun)) {
        places[kept++] = places[i];
      }
    }
    placeCount = kept;
  }

  /** Number of open places. */
  int size() {
    return placeCount;
  }

  /** The frame that came next at an open place. */
  Frame next(int index) {
    return frames.get(places[index] + 1);
  }

  /** Number of frames before an open place that were the same as the last ones. */
  int length(int index) {
    return lengths[places[index]];
  }

  /**
   * Index of the open place with the longest run of same frames, of equals the latest; negative for
   * none.
   */
  int best() {
    int best = -1;
    for (int i = 0; i < placeCount; i++) {
      if (best < 0 || length(i) > length(best)) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Index of the best open place among those that go on otherwise behind a pitch than the best one.
   */
  int secondBest(int pitch, int best) {
    int second = -1;
    for (int i = 0; i < placeCount; i++) {
      if (next(i).above(pitch) != next(best).above(pitch)
          && (second < 0 || length(i) > length(second))) {
        second = i;
      }
    }
    return second;
  }

  /** Index of the best open place among those that go on otherwise than the best one. */
  int secondBest(int best) {
    int second = -1;
    for (int i = 0; i < placeCount; i++) {
      if (!next(i).equals(next(best)) && (second < 0 || length(i) > length(second))) {
        second = i;
      }
    }
    return second;
  }
}
