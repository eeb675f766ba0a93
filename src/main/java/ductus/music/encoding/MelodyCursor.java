package ductus.music.encoding;

import static ductus.music.encoding.MelodyFeatures.set;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Metres;
import ductus.music.encoding.header.BarPosition;
import ductus.music.encoding.header.HeaderCursor;
import ductus.music.encoding.plan.PlanCursor;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.ScaleSteps;
import java.util.Arrays;
import java.util.List;

/**
 * The grammar of {@link MelodyEncoding} and the side features of each step.
 *
 * <p>A sequence is: start, grid, metre, key, length, the plan of its bars, then steps (onset, hold,
 * rest), with a metre at a bar line where it changes, then end. Tokens that the grammar does not
 * allow leave the cursor as it is.
 */
public final class MelodyCursor implements Encoding.Cursor {
  private static final int FINE_STEPS = 24;
  private static final List<BarRelation> RELATIONS = List.of(BarRelation.values());

  private final HeaderCursor header = new HeaderCursor(MelodyVocabulary.HEADER, FINE_STEPS);
  private final PlanCursor plan = new PlanCursor(MelodyVocabulary.PLAN);
  private final BarPosition place = header.place();
  private final StepMemory steps = new StepMemory();
  private boolean ended;
  private boolean sounding;
  private int pitch = Sequence.NONE;
  private int pitchBefore = Sequence.NONE;
  private int age;

  /** Whether the current bar has left the one that it returns from. */
  private boolean left;

  /** First pitch of a bar that is moved, and what stood there in the bar that it returns from. */
  private int firstNow = Sequence.NONE;

  private int firstThen = Sequence.NONE;

  @Override
  public void features(int[] into) {
    Arrays.fill(into, 0, MelodyFeatures.FEATURES, Sequence.NONE);
    ofHeader(into);
    if (!header.isWhole()) {
      set(into, MelodyFeatures.SLOT, header.done());
      return;
    }
    set(into, MelodyFeatures.BARS_LEFT, isInPlan() ? barsUnplanned() : place.barsLeft());
    int bar = isInPlan() ? plan.size() : place.barsDone();
    set(into, MelodyFeatures.BAR_NUMBER, bar % MelodyFeatures.BAR_CYCLE);
    if (!place.isOpen()) {
      set(into, MelodyFeatures.PHASE, (place.bars() - bar) % MelodyFeatures.BAR_CYCLE);
    }
    if (isInPlan()) {
      ofPlan(into, bar);
    } else {
      ofStep(into);
    }
  }

  private void ofHeader(int[] into) {
    int done = header.done();
    if (done > 1) {
      set(into, MelodyFeatures.GRID, MelodyVocabulary.GRIDS.indexOf(place.stepsPerQuarter()));
    }
    if (done > 2) {
      set(into, MelodyFeatures.METRE, Metres.indexOf(place.metre()));
    }
    if (done > 3) {
      Key key = key();
      set(into, MelodyFeatures.TONIC, key.tonic());
      set(into, MelodyFeatures.MODE, MelodyVocabulary.MODES.indexOf(key.mode()));
    }
  }

  private int barsUnplanned() {
    return Math.min(place.bars() - plan.size(), BarPosition.MOST_LEFT);
  }

  private void ofPlan(int[] into, int bar) {
    set(into, MelodyFeatures.SLOT, HeaderCursor.SLOTS);
    if (bar > 0) {
      set(into, MelodyFeatures.RELATION, RELATIONS.indexOf(plan.bar(bar - 1).relation()));
      set(into, MelodyFeatures.DISTANCE, plan.bar(bar - 1).distance());
    }
  }

  private void ofStep(int[] into) {
    set(into, MelodyFeatures.POSITION_IN_BAR, place.inBar());
    set(into, MelodyFeatures.POSITION_IN_BEAT, place.inBeat());
    for (int i = 0; i < MelodyFeatures.LOOKBACKS.length; i++) {
      int then = steps.back(MelodyFeatures.LOOKBACKS[i] * place.stepsPerBar());
      if (then >= 0) {
        set(into, MelodyFeatures.LOOKBACK + i, then);
      }
    }
    if (pitch != Sequence.NONE) {
      set(into, MelodyFeatures.PITCH, pitch - MelodyVocabulary.LOWEST_PITCH);
      set(into, MelodyFeatures.AGE, Math.min(age, MelodyFeatures.OLDEST) - 1);
      set(into, MelodyFeatures.DEGREE, Math.floorMod(pitch - key().tonic(), MelodyFeatures.OCTAVE));
    }
    if (pitchBefore != Sequence.NONE) {
      int octave = MelodyFeatures.OCTAVE;
      int interval = Math.max(-octave, Math.min(octave, pitch - pitchBefore));
      set(into, MelodyFeatures.INTERVAL, interval + octave);
    }
    if (place.barsDone() < plan.size()) {
      followPlan(into, plan.bar(place.barsDone()));
    }
  }

  private void followPlan(int[] into, PlannedBar bar) {
    set(into, MelodyFeatures.RELATION, RELATIONS.indexOf(bar.relation()));
    set(into, MelodyFeatures.DISTANCE, bar.distance());
    if (place.barsDone() + 1 < plan.size()) {
      PlannedBar next = plan.bar(place.barsDone() + 1);
      set(into, MelodyFeatures.NEXT_RELATION, RELATIONS.indexOf(next.relation()));
    }
    int longest = MelodyFeatures.LONGEST_PHRASE;
    set(into, MelodyFeatures.PHRASE_LEFT, plan.phraseLeft(place.barsDone(), longest) - 1);
    set(into, MelodyFeatures.LAST, plan.isLast(place.barsDone()) ? 1 : 0);
    if (bar.relation() != BarRelation.NEW) {
      set(into, MelodyFeatures.LEFT, left ? 1 : 0);
      int expected = expected();
      if (expected >= 0) {
        set(into, MelodyFeatures.EXPECTED, expected);
      }
    }
  }

  /**
   * Number of the grid step that the next one returns from by the plan, from 0 at the start of the
   * tune; -1 where it is new.
   */
  public int returnsFrom() {
    int number = place.barsDone();
    if (!isInBody() || number >= plan.size()) {
      return -1;
    }
    PlannedBar bar = plan.bar(number);
    return bar.relation() == BarRelation.NEW
        ? -1
        : steps.atThisPlace(number, number - bar.distance());
  }

  /** The step that the plan lets expect; -1 where it says nothing of it. */
  private int expected() {
    int then = returnsFrom();
    if (then < 0) {
      return -1;
    }
    int step = steps.get(then);
    if (firstThen == Sequence.NONE || step < StepMemory.FIRST_ONSET) {
      return step;
    }
    int moved = new ScaleSteps(key()).moved(pitch(step), firstThen, firstNow);
    int highest = MelodyVocabulary.HIGHEST_PITCH;
    return onset(Math.max(MelodyVocabulary.LOWEST_PITCH, Math.min(highest, moved)));
  }

  private static int onset(int pitch) {
    return StepMemory.FIRST_ONSET + pitch - MelodyVocabulary.LOWEST_PITCH;
  }

  private static int pitch(int onset) {
    return onset - StepMemory.FIRST_ONSET + MelodyVocabulary.LOWEST_PITCH;
  }

  private Key key() {
    return MelodyVocabulary.key(MelodyVocabulary.HEADER.settingToken(header.setting()));
  }

  @Override
  public boolean allows(int token) {
    if (!header.isWhole()) {
      return header.allows(token);
    }
    return isInPlan() ? plan.allows(token) : !ended && allowsInBody(token);
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    if (!header.isWhole()) {
      header.accept(token);
      if (header.isWhole() && !place.isOpen()) {
        plan.begin(place.bars());
      }
    } else if (isInPlan()) {
      plan.accept(token);
    } else {
      acceptInBody(token);
    }
  }

  private boolean isInPlan() {
    return !plan.isWhole();
  }

  @Override
  public boolean ended() {
    return ended;
  }

  /** Whether header and plan are there, so that steps follow. */
  boolean isInBody() {
    return header.isWhole() && plan.isWhole();
  }

  /** Whether a grid step may come next, whichever the plan of its bar leaves. */
  public boolean allowsStep() {
    return isInBody() && !ended && !place.isFull();
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
    return isPossible(token);
  }

  private boolean isPossible(int token) {
    return token == MelodyVocabulary.HOLD
        ? sounding
        : token == MelodyVocabulary.REST || MelodyVocabulary.isOnset(token);
  }

  /**
   * Whether a bar that is the same or moved by the plan is so with a token; where it cannot be, any
   * token will do.
   */
  boolean keepsToPlan(int token) {
    int then = returnsFrom();
    if (then < 0) {
      return true;
    }
    if (left || plan.bar(place.barsDone()).relation() == BarRelation.VARIED) {
      return true;
    }
    if (MelodyVocabulary.isMetre(token)) {
      // Only where the bar would not be as long as the one that it returns from.
      PlannedBar bar = plan.bar(place.barsDone());
      return steps.barLength(place.barsDone() - bar.distance()) != place.stepsPerBar();
    }
    if (movesFrom(then)) {
      return MelodyVocabulary.isOnset(token);
    }
    int expected = StepMemory.token(expected());
    return token == expected || !isPossible(expected);
  }

  /** Whether the note of an earlier step, and this one, say how far the bar is moved. */
  private boolean movesFrom(int then) {
    return plan.bar(place.barsDone()).relation() == BarRelation.MOVED
        && firstThen == Sequence.NONE
        && steps.get(then) >= StepMemory.FIRST_ONSET;
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
    age = Math.min(age + 1, MelodyFeatures.OLDEST);
    sounding = token != MelodyVocabulary.REST;
    take(StepMemory.step(token));
  }

  private void take(int step) {
    int then = returnsFrom();
    if (then >= 0 && movesFrom(then) && step >= StepMemory.FIRST_ONSET) {
      firstNow = pitch(step);
      firstThen = pitch(steps.get(then));
    } else {
      left |= step != expected();
    }
    steps.add(step);
    int bars = place.barsDone();
    place.step();
    if (place.barsDone() > bars) {
      steps.beginBar(place.barsDone());
      left = false;
      firstNow = Sequence.NONE;
      firstThen = Sequence.NONE;
    }
  }
}
