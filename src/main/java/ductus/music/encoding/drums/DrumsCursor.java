package ductus.music.encoding.drums;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Metres;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.encoding.header.BarPosition;
import ductus.music.encoding.header.HeaderCursor;
import java.util.Arrays;

/**
 * The grammar of {@link DrumsEncoding} and the side features of each token.
 *
 * <p>A sequence is: start, grid, metre, tempo, length, then for each step its strokes (drum and
 * level, then shift) and the end of the step, with a metre at a bar line where it changes, then
 * end. Tokens that the grammar does not allow leave the cursor as it is.
 */
final class DrumsCursor implements Encoding.Cursor {
  /** Side feature: distance from the bar line, in twelfths of a quarter note. */
  static final int POSITION_IN_BAR = 0;

  /** Side feature: distance from the last beat, in twelfths of a quarter note. */
  static final int POSITION_IN_BEAT = 1;

  static final int METRE = 2;
  static final int GRID = 3;
  static final int TEMPO = 4;

  /** Side feature: bars left, 0 to 16, more being 16; 17 where the header leaves it open. */
  static final int BARS_LEFT = 5;

  /** Side feature: number of bars before this one, modulo 16. */
  static final int BAR_NUMBER = 6;

  /** Side feature: the part that the header wants next: start, grid, metre, tempo, length. */
  static final int HEADER_SLOT = 7;

  /** Side feature: the drum that was struck and wants its shift. */
  static final int DRUM = 8;

  /** Side feature: the level of that stroke. */
  static final int LEVEL = 9;

  /** Side feature: the drum of the last stroke in this step. */
  static final int LAST_IN_STEP = 10;

  /** Side feature: shift of the last stroke. */
  static final int SHIFT = 11;

  /** Side feature: shift of the last stroke of the drum that wants one. */
  static final int SHIFT_OF_DRUM = 12;

  /** Side feature: shift of that drum in this step one bar ago. */
  static final int SHIFT_BAR_AGO = 13;

  /** Side features: the sorts of drums that were struck one step, half a beat and one beat ago. */
  static final int JUST_BEFORE = 14;

  private static final int TIMES_BEFORE = 3;

  /** Side features: level of each drum in this step so far. */
  static final int IN_STEP = JUST_BEFORE + TIMES_BEFORE;

  /** Side features: level of each drum's last stroke before this step. */
  static final int LAST_LEVEL = IN_STEP + Drum.ALL.size();

  /**
   * Side features: level of each drum at this place so many bars ago, for each of {@link
   * #LOOKBACKS}. So patterns come back.
   */
  static final int LOOKBACK = LAST_LEVEL + Drum.ALL.size();

  /** Numbers of bars that are looked back. */
  private static final int[] LOOKBACKS = {1, 2, 4};

  private static final int DRUMS = Drum.ALL.size();

  /** Number of side features F. */
  static final int FEATURES = LOOKBACK + LOOKBACKS.length * DRUMS;

  private static final int BAR_CYCLE = 16;
  private static final int FINE_STEPS = 12;

  /** Number of values of each side feature; those from {@link #IN_STEP} on have the levels. */
  private static final int[] SIZES = {
    144,
    72,
    Metres.ALL.size(),
    DrumsVocabulary.GRIDS.size(),
    DrumsVocabulary.TEMPOS.size(),
    BarPosition.LEFT_SIZE,
    BAR_CYCLE,
    HeaderCursor.SLOTS,
    DRUMS,
    DrumHit.LEVELS,
    DRUMS,
    DrumHit.SHIFTS,
    DrumHit.SHIFTS,
    DrumHit.SHIFTS,
    StrokeMemory.SORTS,
    StrokeMemory.SORTS,
    StrokeMemory.SORTS,
    DrumHit.LEVELS
  };

  private static final int[] TABLE_START = tableStarts();

  private final HeaderCursor header = new HeaderCursor(DrumsVocabulary.HEADER, FINE_STEPS);
  private final BarPosition place = header.place();
  private boolean ended;

  /** The stroke that wants its shift. */
  private int hit = Sequence.NONE;

  private int drumInStep = Sequence.NONE;
  private int shiftInStep;
  private int shift = Sequence.NONE;
  private int stepCount;

  private final StrokeMemory memory = new StrokeMemory();

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
      set(into, GRID, DrumsVocabulary.GRIDS.indexOf(place.stepsPerQuarter()));
    }
    if (done > 2) {
      set(into, METRE, Metres.indexOf(place.metre()));
    }
    if (done > 3) {
      set(into, TEMPO, header.setting());
    }
    if (header.isWhole()) {
      set(into, POSITION_IN_BAR, place.inBar());
      set(into, POSITION_IN_BEAT, place.inBeat());
      set(into, BARS_LEFT, place.barsLeft());
      set(into, BAR_NUMBER, place.barsDone() % BAR_CYCLE);
      strokes(into);
    }
  }

  private void strokes(int[] into) {
    if (shift != Sequence.NONE) {
      set(into, SHIFT, shift);
    }
    if (drumInStep != Sequence.NONE) {
      set(into, LAST_IN_STEP, drumInStep);
    }
    if (hit != Sequence.NONE) {
      int drum = DrumsVocabulary.drumIndex(hit);
      set(into, DRUM, drum);
      set(into, LEVEL, DrumsVocabulary.level(hit) - 1);
      setIfKnown(into, SHIFT_OF_DRUM, memory.lastShift(drum));
      setIfKnown(into, SHIFT_BAR_AGO, memory.shift(stepCount - place.stepsPerBar(), drum));
    }
    int beat = Math.max(1, place.beatLength() * place.stepsPerQuarter() / FINE_STEPS);
    setIfKnown(into, JUST_BEFORE, memory.sorts(stepCount - 1));
    setIfKnown(into, JUST_BEFORE + 1, memory.sorts(stepCount - Math.max(1, beat / 2)));
    setIfKnown(into, JUST_BEFORE + 2, memory.sorts(stepCount - beat));
    for (int drum = 0; drum < DRUMS; drum++) {
      setIfKnown(into, IN_STEP + drum, memory.level(stepCount, drum));
      setIfKnown(into, LAST_LEVEL + drum, memory.lastLevel(drum));
      for (int i = 0; i < LOOKBACKS.length; i++) {
        int then = stepCount - LOOKBACKS[i] * place.stepsPerBar();
        setIfKnown(into, LOOKBACK + i * DRUMS + drum, memory.level(then, drum));
      }
    }
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

  @Override
  public int beat() {
    return place.beatsDone();
  }

  /** Steps a quarter note, 0 before the header names them. */
  int stepsPerQuarter() {
    return place.stepsPerQuarter();
  }

  /** Number of grid steps that are over. */
  int steps() {
    return stepCount;
  }

  /** Number of bars that are over. */
  int barsDone() {
    return place.barsDone();
  }

  private boolean allowsInBody(int token) {
    if (hit != Sequence.NONE) {
      return DrumsVocabulary.isShift(token)
          && (DrumsVocabulary.drumIndex(hit) != drumInStep
              || DrumsVocabulary.shift(token) > shiftInStep);
    }
    boolean betweenSteps = drumInStep == Sequence.NONE;
    if (token == DrumsVocabulary.END) {
      return betweenSteps && place.mayEnd();
    }
    if (betweenSteps && place.isFull()) {
      return false;
    }
    if (DrumsVocabulary.isMetre(token)) {
      return betweenSteps && place.mayChangeTo(DrumsVocabulary.metre(token));
    }
    if (DrumsVocabulary.isHit(token)) {
      int drum = DrumsVocabulary.drumIndex(token);
      return drum > drumInStep || (drum == drumInStep && shiftInStep < DrumHit.MOST_SHIFT);
    }
    return token == DrumsVocabulary.STEP;
  }

  private void acceptInBody(int token) {
    if (token == DrumsVocabulary.END) {
      ended = true;
    } else if (DrumsVocabulary.isMetre(token)) {
      place.setMetre(DrumsVocabulary.metre(token));
    } else if (DrumsVocabulary.isHit(token)) {
      hit = token;
    } else if (DrumsVocabulary.isShift(token)) {
      drumInStep = DrumsVocabulary.drumIndex(hit);
      shiftInStep = DrumsVocabulary.shift(token);
      shift = shiftInStep + DrumHit.MOST_SHIFT;
      memory.strike(drumInStep, DrumsVocabulary.level(hit) - 1, shift);
      hit = Sequence.NONE;
    } else {
      memory.nextStep();
      stepCount++;
      drumInStep = Sequence.NONE;
      place.step();
    }
  }

  private static void setIfKnown(int[] into, int feature, int value) {
    if (value != Sequence.NONE) {
      set(into, feature, value);
    }
  }

  private static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature] + value;
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES + 1];
    for (int feature = 0; feature < FEATURES; feature++) {
      starts[feature + 1] = starts[feature] + SIZES[Math.min(feature, IN_STEP)];
    }
    return starts;
  }
}
