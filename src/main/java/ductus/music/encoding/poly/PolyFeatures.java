package ductus.music.encoding.poly;

import ductus.model.Sequence;
import ductus.music.encoding.FeatureRow;
import ductus.music.frames.Frame;

/**
 * The side features of the next token of a frame: what is known before it is drawn. Much of it is
 * told several times over: a feature that joins two things, such as a voice's pitch and its last
 * step, can mean for the next token what the two by themselves cannot.
 */
final class PolyFeatures {
  private static final int NONE = Sequence.NONE;
  private static final int KEYS = Frame.KEYS;

  /** Number of choices for the next token: a pitch, or the end of the frame. */
  private static final int NEXT = KEYS + 1;

  private static final int OCTAVE = 12;
  private static final int PITCH_CLASS_SETS = 1 << OCTAVE;
  private static final int[] LOOKBACKS = {2, 3, 4, 6, 8, 12, 16, 32};
  private static final int[] CHANGES = {4, 8, 12, 16, 24, 32};
  private static final int VOICES = 5;
  private static final int OLDEST = 15;
  private static final int WIDEST = 36;
  private static final int STEPS = 2 * OCTAVE + 1;

  private final FrameDraft draft;
  private final FeatureRow row = new FeatureRow();

  PolyFeatures(FrameDraft draft) {
    this.draft = draft;
  }

  /**
   * Writes a row of features.
   *
   * @param slot what comes next: 0 the start, 1 the grid, 2 a frame's tokens
   */
  void write(int slot, int[] into) {
    row.begin(into);
    row.put(3, slot);
    boolean inBody = slot == 2;
    begun();
    before(inBody);
    lookbacks(inBody);
    recalled();
    voices(inBody);
    harmony(inBody);
    time(inBody);
  }

  /** Number of features of a row, F. */
  int count() {
    return row.count();
  }

  /** Number of rows of the table for the features. */
  int tableRows() {
    return row.tableRows();
  }

  /** Writes the pitches so far. */
  private void begun() {
    row.put(NEXT, draft.last() == Frame.NONE ? 0 : 1 + key(draft.last()));
    row.put(16, Math.min(15, draft.count()));
    int bass = draft.begun().lowest();
    boolean any = draft.count() > 0;
    int width = any ? draft.last() - bass : 0;
    row.put(OCTAVE * OCTAVE, any ? bass % OCTAVE * OCTAVE + width % OCTAVE : NONE);
    row.put(KEYS, any ? key(bass) : NONE);
    row.put(WIDEST + 1, any ? Math.min(WIDEST, width) : NONE);
    row.put(PITCH_CLASS_SETS, any ? pitchClasses(draft.begun()) : NONE);
  }

  /** Writes the frame before, around the last pitch. */
  private void before(boolean inBody) {
    Frame before = draft.history().back(1);
    int last = draft.last();
    int next = before.above(last);
    int age = Math.min(OLDEST, draft.history().age(next));
    row.put(2 * NEXT, inBody ? agreeing(before) : NONE);
    row.put(WIDEST + 3, inBody ? distance(last, next) : NONE);
    row.put((OLDEST + 1) * KEYS, next == Frame.NONE ? NONE : age * KEYS + key(next));
    row.put(OLDEST + 1, inBody ? age : NONE);
    int second = next == Frame.NONE ? Frame.NONE : before.above(next);
    row.put(NEXT, next == Frame.NONE ? NONE : keyOrEnd(second));
    row.put(NEXT, second == Frame.NONE ? NONE : keyOrEnd(before.above(second)));
    int under = last == Frame.NONE ? Frame.NONE : before.below(last + 1);
    row.put(KEYS, key(under));
    row.put(26, last == Frame.NONE ? NONE : under == Frame.NONE ? 25 : Math.min(24, last - under));
    int kept = draft.begun().and(before).size();
    int passed = last == Frame.NONE ? 0 : before.upTo(last).size();
    row.put(9 * 9, Math.min(8, kept) * 9 + clip(passed - draft.count(), 4));
  }

  private static int distance(int last, int next) {
    if (next == Frame.NONE) {
      return WIDEST + 2;
    }
    return last == Frame.NONE ? WIDEST + 1 : Math.min(WIDEST, next - last);
  }

  /** Writes the frames some steps ago. */
  private void lookbacks(boolean inBody) {
    FrameHistory history = draft.history();
    for (int steps : LOOKBACKS) {
      row.put(2 * NEXT, inBody && history.size() >= steps ? agreeing(history.back(steps)) : NONE);
    }
  }

  /** Writes how the piece went on where the last frames stood before. */
  private void recalled() {
    FrameLookback places = draft.places();
    int best = places.best();
    int second = best < 0 ? -1 : places.secondBest(draft.last(), best);
    row.put(FrameLookback.LENGTHS * NEXT, recalled(places, best));
    row.put(FrameLookback.LENGTHS * NEXT, recalled(places, second));
    row.put(FrameLookback.LENGTHS, places.size() == 0 ? NONE : FrameLookback.bucket(places.size()));
    FrameLookback tops = draft.tops();
    int top = tops.best();
    row.put(
        FrameLookback.LENGTHS * NEXT,
        top < 0
            ? NONE
            : FrameLookback.bucket(tops.length(top)) * NEXT + keyOrEnd(tops.next(top).highest()));
  }

  private int recalled(FrameLookback places, int index) {
    if (index < 0) {
      return NONE;
    }
    return FrameLookback.bucket(places.length(index)) * NEXT
        + keyOrEnd(places.next(index).above(draft.last()));
  }

  /** Writes the voices of the frame before, counted from the lowest, and how they moved. */
  private void voices(boolean inBody) {
    FrameHistory history = draft.history();
    Frame before = history.back(1);
    int count = draft.count();
    int own = before.pitch(count);
    int earlier = history.back(2).pitch(count);
    int lower = count == 0 ? Frame.NONE : before.pitch(count - 1);
    boolean has = own != Frame.NONE;
    row.put(KEYS, key(own));
    row.put(KEYS, key(before.pitch(count + 1)));
    row.put(OLDEST + 1, has ? Math.min(OLDEST, history.age(own)) : NONE);
    row.put(
        STEPS * KEYS,
        has && earlier != Frame.NONE ? clip(own - earlier, OCTAVE) * KEYS + key(own) : NONE);
    row.put(
        STEPS * KEYS,
        has && lower != Frame.NONE ? clip(draft.last() - lower, OCTAVE) * KEYS + key(own) : NONE);
    row.put(WIDEST + 1, has && count > 0 ? clip(own - draft.last(), WIDEST / 2) : NONE);
    row.put(17, inBody ? clip(before.size() - count, 8) : NONE);
    for (int voice = 0; voice < VOICES; voice++) {
      row.put(KEYS, key(before.pitch(voice)));
    }
    row.put(KEYS, key(before.highest()));
    row.put(
        100, inBody ? Math.min(9, before.size()) * 10 + Math.min(9, history.back(2).size()) : NONE);
    row.put(
        STEPS,
        count == 0 || before.isSilent()
            ? NONE
            : clip(draft.begun().lowest() - before.lowest(), OCTAVE));
  }

  /** Writes the chord before and the key. */
  private void harmony(boolean inBody) {
    FrameHistory history = draft.history();
    Frame before = history.back(1);
    int last = draft.count() == 0 ? OCTAVE : draft.last() % OCTAVE;
    row.put(PITCH_CLASS_SETS, inBody ? pitchClasses(before) : NONE);
    row.put(FrameHistory.KEYS, inBody ? history.key() : NONE);
    row.put(FrameHistory.KEYS * (OCTAVE + 1), inBody ? history.key() * (OCTAVE + 1) + last : NONE);
    for (int pitchClass = 0; pitchClass < OCTAVE; pitchClass++) {
      row.put(8, inBody ? (int) Math.min(7, 10 * history.weight(pitchClass)) : NONE);
    }
  }

  /** Writes where in the piece the frame stands, and its rhythm. */
  private void time(boolean inBody) {
    FrameHistory history = draft.history();
    int at = history.size();
    for (int cycle : new int[] {4, 8, 12, 16, 32}) {
      row.put(cycle, inBody ? at % cycle : NONE);
    }
    row.put(32, inBody ? Math.min(31, history.unchanged()) : NONE);
    row.put(16 * 8, inBody ? at % 16 * 8 + Math.min(7, history.unchanged()) : NONE);
    row.put(
        10, inBody ? Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.min(511, at + 1)) : NONE);
    int rhythm = 0;
    for (int steps : CHANGES) {
      rhythm = 3 * rhythm + history.repetition(steps);
    }
    row.put(729, inBody ? rhythm : NONE);
  }

  /** The next pitch of a frame, or its end, and whether it begins as the frame that is drawn. */
  private int agreeing(Frame frame) {
    boolean agrees = frame.upTo(draft.last()).equals(draft.begun());
    return (agrees ? NEXT : 0) + keyOrEnd(frame.above(draft.last()));
  }

  /** The pitch classes of a frame, a bit for each. */
  private static int pitchClasses(Frame frame) {
    int set = 0;
    for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
      set |= 1 << pitch % OCTAVE;
    }
    return set;
  }

  private static int keyOrEnd(int pitch) {
    return pitch == Frame.NONE ? KEYS : pitch - Frame.LOWEST;
  }

  private static int key(int pitch) {
    return pitch == Frame.NONE ? NONE : pitch - Frame.LOWEST;
  }

  /** A number held within a range on both sides of 0, counted from the range's lower end. */
  private static int clip(int value, int most) {
    return Math.max(-most, Math.min(most, value)) + most;
  }
}
