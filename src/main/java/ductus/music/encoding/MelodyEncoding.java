package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.plan.TunePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One voice as one token a grid step: onset of a pitch, hold, or rest.
 *
 * <p>A header says grid, metre, key and length, so that each can be forced or left to the model to
 * draw; a plan says of each bar whether it is new or returns, and from where (tunes of more than
 * {@link MelodyVocabulary#MOST_COUNTED_BARS} bars have none); a metre token at a bar line changes
 * the metre. All of a melody comes back exactly but its tempo, which is not in the stream: decoding
 * sets one that is typical of the first metre.
 */
public final class MelodyEncoding implements Encoding<Melody> {
  /** Place of the length among the tokens of the header. */
  public static final int LENGTH_SLOT = 4;

  /** Name of this encoding in model files. */
  public static final String NAME = "melody";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME, 2, MelodyVocabulary.SIZE, MelodyFeatures.tableSize(), MelodyFeatures.FEATURES);

  /** Index of the side feature that says how far from the bar line a step stands. */
  public static final int POSITION_IN_BAR = MelodyFeatures.POSITION_IN_BAR;

  /** Index of the side feature that says in which metre it stands. */
  public static final int METRE = MelodyFeatures.METRE;

  /** Place of the grid among the tokens of the header, behind the start. */
  static final int GRID_SLOT = 1;

  /** Place of the first metre among the tokens of the header. */
  static final int METRE_SLOT = 2;

  /** Place of the key among the tokens of the header. */
  static final int KEY_SLOT = 3;

  /** Place of the plan, and of the first grid step where there is no plan. */
  static final int PLAN = 5;

  /** Keeps the header to keys without sharps and flats: C major, A minor, D dorian ... */
  public record CommonKeyConstraint() implements Constraint {
    @Override
    public void restrict(int[] tokens, int length, boolean[] allowed) {
      for (int token = 0; token < allowed.length; token++) {
        if (MelodyVocabulary.isKey(token)) {
          allowed[token] &= MelodyVocabulary.key(token).fifths() == 0;
        }
      }
    }
  }

  /**
   * Keeps the notes of a melody to a scale.
   *
   * @param scale of the notes that are allowed
   */
  public record ScaleConstraint(Key scale) implements Constraint {
    @Override
    public void restrict(int[] tokens, int length, boolean[] allowed) {
      for (int token = 0; token < allowed.length; token++) {
        if (MelodyVocabulary.isOnset(token)) {
          allowed[token] &= scale.contains(MelodyVocabulary.pitch(token));
        }
      }
    }
  }

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return MelodyVocabulary.describe(token);
  }

  @Override
  public MelodyCursor cursor() {
    return new MelodyCursor();
  }

  @Override
  public int[] tokens(Melody melody) {
    List<Bar> bars = melody.bars();
    check(melody, bars);
    List<TimeSignature> metres = melody.timeSignatures();
    int[] plan =
        bars.size() > MelodyVocabulary.MOST_COUNTED_BARS
            ? new int[0]
            : MelodyVocabulary.PLAN.of(TunePlan.of(melody)).toArray();
    int[] tokens = new int[PLAN + plan.length + melody.steps() + metres.size()];
    tokens[0] = MelodyVocabulary.START;
    tokens[GRID_SLOT] = MelodyVocabulary.gridToken(melody.stepsPerQuarter());
    tokens[METRE_SLOT] = MelodyVocabulary.metreToken(metres.get(0));
    tokens[KEY_SLOT] = MelodyVocabulary.keyToken(melody.key());
    tokens[LENGTH_SLOT] = MelodyVocabulary.lengthToken(bars.size());
    System.arraycopy(plan, 0, tokens, PLAN, plan.length);
    int t = PLAN + plan.length;
    int[] steps = steps(melody);
    int from = 0;
    for (TimeSignature change : metres.subList(1, metres.size())) {
      int to = (int) change.tick();
      System.arraycopy(steps, from, tokens, t, to - from);
      t += to - from;
      tokens[t++] = MelodyVocabulary.metreToken(change);
      from = to;
    }
    System.arraycopy(steps, from, tokens, t, steps.length - from);
    tokens[tokens.length - 1] = MelodyVocabulary.END;
    return tokens;
  }

  @Override
  public Melody decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length());
  }

  /**
   * Decodes tokens that are being drawn.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public Melody decode(int[] tokens, int length) {
    MelodyCursor cursor = new MelodyCursor();
    List<TimeSignature> metres = new ArrayList<>();
    List<MelodyNote> notes = new ArrayList<>();
    Key key = new Key(0, Mode.MAJOR);
    int step = 0;
    for (int t = 0; t < length; t++) {
      int token = tokens[t];
      if (!cursor.allows(token)) {
        continue;
      }
      if (MelodyVocabulary.isKey(token)) {
        key = MelodyVocabulary.key(token);
      } else if (MelodyVocabulary.isMetre(token)) {
        TimeSignature metre = MelodyVocabulary.metre(token);
        metres.add(new TimeSignature(step, metre.numerator(), metre.denominator()));
      } else if (MelodyVocabulary.isOnset(token)) {
        notes.add(new MelodyNote(step, 1, MelodyVocabulary.pitch(token)));
      } else if (token == MelodyVocabulary.HOLD) {
        MelodyNote last = notes.get(notes.size() - 1);
        notes.set(notes.size() - 1, new MelodyNote(last.onset(), last.length() + 1, last.pitch()));
      }
      step += MelodyVocabulary.takesTime(token) ? 1 : 0;
      cursor.accept(token);
    }
    if (metres.isEmpty()) {
      metres.add(new TimeSignature(0, 4, 4));
    }
    int grid = cursor.stepsPerQuarter() == 0 ? 4 : cursor.stepsPerQuarter();
    int steps = step + cursor.stepsToBarLine();
    if (steps == 0) {
      steps = (int) Bar.layOut(metres, grid, 1).get(0).length();
    }
    if (metres.size() > 1 && metres.get(metres.size() - 1).tick() >= steps) {
      metres.remove(metres.size() - 1);
    }
    return new Melody(grid, steps, metres, key, metres.get(0).typicalQuartersPerMinute(), notes);
  }

  /**
   * Returns the tokens of a tune of which bars are to be written anew: by the plan these are new,
   * and no other bar returns from them.
   *
   * @param tune from the start token on; it may have tokens of other vocabularies behind its plan
   * @param from the first of the bars, from 0
   * @param to behind the last of them
   */
  public static int[] forFilling(int[] tune, int from, int to) {
    if (tune[LENGTH_SLOT] == MelodyVocabulary.MORE_BARS) {
      return tune;
    }
    Melody melody = new MelodyEncoding().decode(tune, tune.length);
    int[] filled = tune.clone();
    int[] plan = MelodyVocabulary.PLAN.of(TunePlan.of(melody, from, to)).toArray();
    System.arraycopy(plan, 0, filled, PLAN, plan.length);
    return filled;
  }

  /**
   * Finds where bars begin among tokens, and the place behind the last bar that is whole.
   *
   * @param tokens from the start token on
   */
  public static List<Integer> barLines(int[] tokens) {
    MelodyCursor cursor = new MelodyCursor();
    List<Integer> lines = new ArrayList<>();
    for (int t = 0; t < tokens.length; t++) {
      int before = cursor.barsDone();
      boolean begun = cursor.isInBody();
      cursor.accept(tokens[t]);
      if (begun != cursor.isInBody() || cursor.barsDone() > before) {
        lines.add(t + 1);
      }
    }
    return lines;
  }

  /**
   * The place of the first grid step among tokens that are being drawn, as far as the plan is
   * there.
   */
  static int body(int[] tokens, int length) {
    int first = PLAN;
    while (first < length && MelodyVocabulary.PLAN.contains(tokens[first])) {
      first++;
    }
    return first;
  }

  /** The token of each grid step of a melody. */
  static int[] steps(Melody melody) {
    int[] steps = new int[melody.steps()];
    Arrays.fill(steps, MelodyVocabulary.REST);
    for (MelodyNote note : melody.notes()) {
      steps[note.onset()] = MelodyVocabulary.onsetToken(note.pitch());
      Arrays.fill(steps, note.onset() + 1, note.end(), MelodyVocabulary.HOLD);
    }
    return steps;
  }

  private static void check(Melody melody, List<Bar> bars) {
    MelodyVocabulary.gridToken(melody.stepsPerQuarter());
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      MelodyVocabulary.metreToken(bar.metre());
      if (!bar.isWhole(melody.stepsPerQuarter()) || bar.end() > melody.steps()) {
        throw new IllegalArgumentException(
            "bars must be whole on the grid but bar "
                + (i + 1)
                + " of "
                + bar.metre()
                + " has "
                + Math.min(bar.length(), melody.steps() - bar.start())
                + " steps of "
                + melody.stepsPerQuarter()
                + " a quarter");
      }
    }
    TimeSignature lastMetre = melody.timeSignatures().get(melody.timeSignatures().size() - 1);
    if (bars.isEmpty() || lastMetre.tick() >= melody.steps()) {
      throw new IllegalArgumentException("every metre must hold for a bar at least");
    }
  }
}
