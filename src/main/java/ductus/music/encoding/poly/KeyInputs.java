package ductus.music.encoding.poly;

import ductus.model.frame.FrameSequence;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes pieces for a network that predicts each key of the next frame by itself: what it is told
 * before a frame, as rows of one table, and the keys that are down in it.
 */
public final class KeyInputs {
  /** Most rows of a step, P. */
  public static final int PER_STEP = 192;

  private static final int KEYS = Frame.KEYS;
  private static final int[] LOOKBACKS = {2, 3, 4, 6, 8, 12, 16, 24, 32};
  private static final int AGES = 16;
  private static final int RUNS = FrameLookback.LENGTHS;

  private final FrameHistory history = new FrameHistory();
  private final FrameLookback recall = FrameLookback.ofFrames();
  private final FrameLookback tops = new FrameLookback(Frame::highest);
  private final int[] row = new int[PER_STEP];
  private int count;
  private int start;

  private KeyInputs() {}

  /** Number of outputs N, the keys of a piano. */
  public static int outputs() {
    return KEYS;
  }

  /** Number of rows of the table. */
  public static int tableSize() {
    KeyInputs empty = new KeyInputs();
    empty.next();
    return empty.start;
  }

  /** Encodes a piece as the network sees it. */
  public static FrameSequence sequence(Frames piece) {
    KeyInputs inputs = new KeyInputs();
    List<int[]> rows = new ArrayList<>();
    List<int[]> on = new ArrayList<>();
    for (Frame frame : piece.steps()) {
      rows.add(inputs.next());
      on.add(frame.pitches().map(pitch -> pitch - Frame.LOWEST).toArray());
      inputs.add(frame);
    }
    return new FrameSequence(rows, PER_STEP, on);
  }

  private void add(Frame frame) {
    history.add(frame);
    recall.add(frame);
    tops.add(frame);
  }

  private int[] next() {
    count = 0;
    start = 0;
    int at = history.size();
    Frame before = history.back(1);
    put(2, at == 0 ? 0 : 1);
    for (int pitch = before.lowest(); pitch != Frame.NONE; pitch = before.above(pitch)) {
      set((pitch - Frame.LOWEST) * AGES + Math.min(AGES, history.age(pitch)) - 1);
    }
    start += KEYS * AGES;
    keys(before);
    for (int back : LOOKBACKS) {
      keys(history.back(back));
    }
    int best = recall.best();
    keys(best, recall);
    int second = best < 0 ? -1 : recall.secondBest(best);
    keys(second, recall);
    keys(tops.best(), tops);
    put(RUNS, recall.size() == 0 ? -1 : FrameLookback.bucket(recall.size()));
    put(32, Math.min(31, history.unchanged()));
    put(12, at % 12);
    put(32, at % 32);
    put(128, at % 16 * 8 + Math.min(7, history.unchanged()));
    put(16, Math.min(15, before.size()));
    put(16, Math.min(15, history.back(2).size()));
    for (int back : new int[] {4, 8, 12, 16, 24, 32}) {
      put(3, history.repetition(back));
    }
    for (int i = 0; i < 12; i++) {
      put(8, (int) Math.min(7, 10 * history.weight(i)));
    }
    return Arrays.copyOf(row, count);
  }

  private void put(int size, int value) {
    if (value >= 0) {
      set(value);
    }
    start += size;
  }

  private void keys(Frame frame) {
    for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
      set(pitch - Frame.LOWEST);
    }
    start += KEYS;
  }

  private void keys(int place, FrameLookback memory) {
    if (place >= 0) {
      int run = FrameLookback.bucket(memory.length(place));
      Frame frame = memory.next(place);
      set(KEYS * RUNS + run);
      for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
        set(run * KEYS + pitch - Frame.LOWEST);
      }
    }
    start += KEYS * RUNS + RUNS;
  }

  /**
   * Adds a row of the table; one that does not fit is left out, as of a frame of very many keys.
   */
  private void set(int value) {
    if (count < PER_STEP) {
      row[count++] = start + value;
    }
  }
}
