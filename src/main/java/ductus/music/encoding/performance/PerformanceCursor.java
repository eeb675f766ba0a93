package ductus.music.encoding.performance;

import ductus.model.Encoding.TrialCursor;
import ductus.model.Sequence;
import ductus.music.encoding.SpanClasses;
import ductus.music.performance.Performance;
import java.util.Arrays;
import java.util.List;

/**
 * The grammar of {@link PerformanceEncoding} and the side features of each step.
 *
 * <p>Within one step of time the order is fixed: releases from the lowest pitch up, the pedal, then
 * onsets from the lowest pitch up, a velocity before an onset only where it changes. Silences
 * longer than a shift are as many of the longest as fit, then the rest. So a performance is one
 * sequence only. Tokens that the grammar does not allow leave the cursor as it is.
 */
final class PerformanceCursor implements TrialCursor {
  /** Side feature: velocity of the last note, 0 to 31. */
  static final int VELOCITY = 0;

  static final int PEDAL = 1;

  /** Side feature: the pitch that was struck last. */
  static final int PITCH = 2;

  /** Side feature: the last token's place in the order of one step. */
  static final int STAGE = 3;

  /** Side feature: number of keys that are down, more being 15. */
  static final int KEYS_DOWN = 4;

  /** Side feature: time since the last onset, as a class. */
  static final int SINCE_ONSET = 5;

  /** Side feature: time since the oldest key that is down was struck, as a class. */
  static final int OLDEST = 6;

  /** Side feature: time from the onset before to the last one, as a class. */
  static final int INTERVAL = 7;

  /**
   * Side features: the keys that are down, from the highest; one feature each, all in one part of
   * the table.
   */
  static final int DOWN = 8;

  private static final int MOST_KEYS = 10;

  /** Number of side features F. */
  static final int FEATURES = DOWN + MOST_KEYS;

  private static final int PITCHES = 128;
  private static final int MOST_DOWN = 15;
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final int[] SIZES = {
    Performance.VELOCITIES,
    2,
    PITCHES,
    STAGES.size(),
    MOST_DOWN + 1,
    SpanClasses.COUNT,
    SpanClasses.COUNT,
    SpanClasses.COUNT,
    PITCHES
  };
  private static final int[] TABLE_START = new int[SIZES.length + 1];

  static {
    for (int feature = 0; feature < SIZES.length; feature++) {
      TABLE_START[feature + 1] = TABLE_START[feature] + SIZES[feature];
    }
  }

  /** The stages of one step of time, and those before and behind all. */
  private enum Stage {
    BEFORE,
    /** Only shifts of the longest kind since the last step. */
    LONG_SHIFT,
    SHIFT,
    RELEASES,
    PEDAL,
    VELOCITY,
    ONSETS,
    ENDED
  }

  private Stage stage = Stage.BEFORE;
  private int step;
  private int velocity = Sequence.NONE;
  private boolean pedal;

  /** Lowest pitch that may be released, or struck, next. */
  private int nextPitch;

  private final int[] struckAt;
  private int keysDown;
  private int pitch = Sequence.NONE;
  private int onset;
  private int onsetBefore = Sequence.NONE;

  /** Creates a cursor before the first token. */
  PerformanceCursor() {
    struckAt = new int[PITCHES];
    Arrays.fill(struckAt, Sequence.NONE);
  }

  /** Creates a cursor at the place of another. */
  private PerformanceCursor(PerformanceCursor that) {
    struckAt = that.struckAt.clone();
    stage = that.stage;
    step = that.step;
    velocity = that.velocity;
    pedal = that.pedal;
    nextPitch = that.nextPitch;
    keysDown = that.keysDown;
    pitch = that.pitch;
    onset = that.onset;
    onsetBefore = that.onsetBefore;
  }

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[SIZES.length];
  }

  @Override
  public void features(int[] into) {
    Arrays.fill(into, 0, FEATURES, Sequence.NONE);
    set(into, STAGE, STAGES.indexOf(stage));
    set(into, PEDAL, pedal ? 1 : 0);
    set(into, KEYS_DOWN, Math.min(keysDown, MOST_DOWN));
    if (velocity != Sequence.NONE) {
      set(into, VELOCITY, velocity);
    }
    if (pitch != Sequence.NONE) {
      set(into, PITCH, pitch);
      set(into, SINCE_ONSET, SpanClasses.of(step - onset));
    }
    if (onsetBefore != Sequence.NONE) {
      set(into, INTERVAL, SpanClasses.of(onset - onsetBefore));
    }
    int oldest = step;
    int key = PITCHES;
    for (int found = 0; found < keysDown; ) {
      if (struckAt[--key] != Sequence.NONE) {
        oldest = Math.min(oldest, struckAt[key]);
        if (found < MOST_KEYS) {
          into[DOWN + found] = TABLE_START[DOWN] + key;
        }
        found++;
      }
    }
    if (keysDown > 0) {
      set(into, OLDEST, SpanClasses.of(step - oldest));
    }
  }

  @Override
  public boolean allows(int token) {
    if (token == PerformanceVocabulary.START) {
      return stage == Stage.BEFORE;
    } else if (stage == Stage.BEFORE || stage == Stage.ENDED) {
      return false;
    } else if (PerformanceVocabulary.isOnset(token)) {
      return velocity != Sequence.NONE && mayStrike(PerformanceVocabulary.pitch(token));
    } else if (stage == Stage.VELOCITY) {
      return false;
    } else if (PerformanceVocabulary.isRelease(token)) {
      int key = PerformanceVocabulary.pitch(token);
      return stage.compareTo(Stage.RELEASES) <= 0
          && struckAt[key] != Sequence.NONE
          && (stage != Stage.RELEASES || key >= nextPitch);
    } else if (PerformanceVocabulary.isShift(token)) {
      return stage != Stage.SHIFT;
    } else if (PerformanceVocabulary.isVelocity(token)) {
      return PerformanceVocabulary.velocity(token) != velocity && mayStrikeAny();
    } else if (PerformanceVocabulary.isPedal(token)) {
      return stage.compareTo(Stage.RELEASES) <= 0
          && pedal != (token == PerformanceVocabulary.PEDAL_DOWN);
    }
    return token == PerformanceVocabulary.END && keysDown == 0 && !isShift(stage);
  }

  @Override
  public boolean allowsAll(int[] tokens) {
    PerformanceCursor trial = new PerformanceCursor(this);
    for (int token : tokens) {
      if (!trial.allows(token)) {
        return false;
      }
      trial.accept(token);
    }
    return true;
  }

  private static boolean isShift(Stage stage) {
    return stage == Stage.SHIFT || stage == Stage.LONG_SHIFT;
  }

  private boolean mayStrike(int key) {
    boolean begun = stage == Stage.ONSETS || stage == Stage.VELOCITY;
    return struckAt[key] == Sequence.NONE && (!begun || key >= nextPitch);
  }

  private boolean mayStrikeAny() {
    for (int key = PITCHES - 1; key >= 0; key--) {
      if (mayStrike(key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    if (PerformanceVocabulary.isOnset(token)) {
      strike(PerformanceVocabulary.pitch(token));
      stage = Stage.ONSETS;
    } else if (PerformanceVocabulary.isRelease(token)) {
      int key = PerformanceVocabulary.pitch(token);
      struckAt[key] = Sequence.NONE;
      keysDown--;
      nextPitch = key + 1;
      stage = Stage.RELEASES;
    } else if (PerformanceVocabulary.isShift(token)) {
      int steps = PerformanceVocabulary.steps(token);
      step += steps;
      stage = steps == PerformanceVocabulary.LONGEST_SHIFT ? Stage.LONG_SHIFT : Stage.SHIFT;
    } else if (PerformanceVocabulary.isVelocity(token)) {
      velocity = PerformanceVocabulary.velocity(token);
      if (stage != Stage.ONSETS) {
        nextPitch = 0;
      }
      stage = Stage.VELOCITY;
    } else if (PerformanceVocabulary.isPedal(token)) {
      pedal = token == PerformanceVocabulary.PEDAL_DOWN;
      stage = Stage.PEDAL;
    } else {
      // Behind the start the first step begins as if a long silence had led there.
      stage = token == PerformanceVocabulary.START ? Stage.RELEASES : Stage.ENDED;
    }
  }

  private void strike(int key) {
    struckAt[key] = step;
    keysDown++;
    nextPitch = key + 1;
    onsetBefore = pitch == Sequence.NONE ? Sequence.NONE : onset;
    pitch = key;
    onset = step;
  }

  @Override
  public boolean ended() {
    return stage == Stage.ENDED;
  }

  /** Number of steps of time so far. */
  int step() {
    return step;
  }

  /** Velocity of the notes that follow. */
  int velocity() {
    return velocity;
  }

  /** Step at which a key that is down was struck, {@link Sequence#NONE} for one that is up. */
  int struckAt(int key) {
    return struckAt[key];
  }

  private static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature] + value;
  }
}
