package ductus.music.encoding;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.encoding.header.BarPosition;
import ductus.music.encoding.header.HeaderCursor;
import java.util.Arrays;

/**
 * The grammar of {@link MelodyEncoding} and the side features of each step.
 *
 * <p>A sequence is: start, grid, metre, key, length, then steps (onset, hold, rest), with a metre
 * at a bar line where it changes, then end. Tokens that the grammar does not allow leave the cursor
 * as it is.
 */
final class MelodyCursor implements Encoding.Cursor {
  /** Side feature: distance from the bar line, in 24ths of a quarter note. */
  static final int POSITION_IN_BAR = 0;

  /** Side feature: distance from the last beat, in 24ths of a quarter note. */
  static final int POSITION_IN_BEAT = 1;

  static final int METRE = 2;
  static final int TONIC = 3;
  static final int MODE = 4;

  /** Side feature: bars left, 0 to 16, more being 16; 17 where the header leaves it open. */
  static final int BARS_LEFT = 5;

  /** Side feature: number of bars before this one, modulo 16. */
  static final int BAR_NUMBER = 6;

  /** Side feature: the pitch that sounds, or that sounded last. */
  static final int PITCH = 7;

  /** Side feature: steps since the onset of that pitch, more being 48. */
  static final int AGE = 8;

  static final int GRID = 9;

  /** Side feature: the part that the header wants next: start, grid, metre, key, length. */
  static final int HEADER_SLOT = 10;

  /** Side feature: semitones of that pitch above the keynote, 0 to 11. */
  static final int DEGREE = 11;

  /** Side feature: semitones from the pitch before to that pitch, within an octave each way. */
  static final int INTERVAL = 12;

  /**
   * Side feature: the step at this place so many bars ago, hold, rest, or the onset of a pitch; one
   * feature for each of {@link #LOOKBACKS}. So phrases can come back (Waite 2016, the lookback
   * RNN).
   */
  static final int LOOKBACK = 13;

  /** Numbers of bars that are looked back. */
  private static final int[] LOOKBACKS = {1, 2, 4, 8};

  /** Number of side features F. */
  static final int FEATURES = LOOKBACK + LOOKBACKS.length;

  private static final int BAR_CYCLE = 16;
  private static final int OLDEST = 48;
  private static final int FINE_STEPS = 24;
  private static final int OCTAVE = 12;

  /** Number of values of each side feature; those that look back have those of the last entry. */
  private static final int[] SIZES = {
    288,
    144,
    Metres.ALL.size(),
    12,
    MelodyVocabulary.MODES.size(),
    BarPosition.LEFT_SIZE,
    BAR_CYCLE,
    MelodyVocabulary.HIGHEST_PITCH - MelodyVocabulary.LOWEST_PITCH + 1,
    OLDEST,
    MelodyVocabulary.GRIDS.size(),
    HeaderCursor.SLOTS,
    OCTAVE,
    2 * OCTAVE + 1,
    2 + MelodyVocabulary.HIGHEST_PITCH - MelodyVocabulary.LOWEST_PITCH + 1
  };

  private static final int[] TABLE_START = tableStarts();

  private final HeaderCursor header = new HeaderCursor(MelodyVocabulary.HEADER, FINE_STEPS);
  private final BarPosition place = header.place();
  private boolean ended;
  private boolean sounding;
  private int pitch = Sequence.NONE;
  private int pitchBefore = Sequence.NONE;
  private int age;

  /** The steps so far: 0 hold, 1 rest, 2 and more the onset of a pitch. */
  private byte[] steps = new byte[256];

  private int stepCount;

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[FEATURES];
  }

  @Override
  public void features(int[] into) {
    Arrays.fill(into, 0, FEATURES, Sequence.NONE);
    int done = header.done();
    if (!header.isWhole()) {
      set(into, HEADER_SLOT, done);
    }
    if (done > 1) {
      set(into, GRID, MelodyVocabulary.GRIDS.indexOf(place.stepsPerQuarter()));
    }
    if (done > 2) {
      set(into, METRE, Metres.indexOf(place.metre()));
    }
    if (done > 3) {
      Key key = key();
      set(into, TONIC, key.tonic());
      set(into, MODE, MelodyVocabulary.MODES.indexOf(key.mode()));
    }
    if (header.isWhole()) {
      set(into, POSITION_IN_BAR, place.inBar());
      set(into, POSITION_IN_BEAT, place.inBeat());
      set(into, BARS_LEFT, place.barsLeft());
      set(into, BAR_NUMBER, place.barsDone() % BAR_CYCLE);
      for (int i = 0; i < LOOKBACKS.length; i++) {
        int then = stepCount - LOOKBACKS[i] * place.stepsPerBar();
        if (then >= 0) {
          set(into, LOOKBACK + i, steps[then]);
        }
      }
    }
    if (pitch != Sequence.NONE) {
      set(into, PITCH, pitch - MelodyVocabulary.LOWEST_PITCH);
      set(into, AGE, Math.min(age, OLDEST) - 1);
      set(into, DEGREE, Math.floorMod(pitch - key().tonic(), OCTAVE));
    }
    if (pitchBefore != Sequence.NONE) {
      int interval = Math.max(-OCTAVE, Math.min(OCTAVE, pitch - pitchBefore));
      set(into, INTERVAL, interval + OCTAVE);
    }
  }

  private Key key() {
    return MelodyVocabulary.key(MelodyVocabulary.HEADER.settingToken(header.setting()));
  }

  @Override
  public boolean allows(int token) {
    return header.isWhole() ? !ended && allowsInBody(token) : header.allows(token);
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    if (header.isWhole()) {
      acceptInBody(token);
    } else {
      header.accept(token);
    }
  }

  @Override
  public boolean ended() {
    return ended;
  }

  /** Steps a quarter note, 0 before the header names them. */
  int stepsPerQuarter() {
    return place.stepsPerQuarter();
  }

  /** Number of grid steps that the current bar lacks; 0 at a bar line. */
  int stepsToBarLine() {
    return place.stepsToBarLine();
  }

  /** Number of bars that are over. */
  int barsDone() {
    return place.barsDone();
  }

  private boolean allowsInBody(int token) {
    if (token == MelodyVocabulary.END) {
      return place.mayEnd();
    }
    if (place.isFull()) {
      return false;
    }
    if (MelodyVocabulary.isMetre(token)) {
      return place.mayChangeTo(MelodyVocabulary.metre(token));
    }
    return token == MelodyVocabulary.HOLD
        ? sounding
        : token == MelodyVocabulary.REST || MelodyVocabulary.isOnset(token);
  }

  private void acceptInBody(int token) {
    if (token == MelodyVocabulary.END) {
      ended = true;
      return;
    }
    if (MelodyVocabulary.isMetre(token)) {
      place.setMetre(MelodyVocabulary.metre(token));
      return;
    }
    if (MelodyVocabulary.isOnset(token)) {
      pitchBefore = pitch;
      pitch = MelodyVocabulary.pitch(token);
      age = 0;
    }
    age = Math.min(age + 1, OLDEST);
    sounding = token != MelodyVocabulary.REST;
    remember(token);
    place.step();
  }

  private void remember(int token) {
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    steps[stepCount++] =
        (byte)
            (token == MelodyVocabulary.HOLD
                ? 0
                : token == MelodyVocabulary.REST
                    ? 1
                    : 2 + MelodyVocabulary.pitch(token) - MelodyVocabulary.LOWEST_PITCH);
  }

  private static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature] + value;
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES + 1];
    for (int feature = 0; feature < FEATURES; feature++) {
      starts[feature + 1] = starts[feature] + SIZES[Math.min(feature, LOOKBACK)];
    }
    return starts;
  }
}
