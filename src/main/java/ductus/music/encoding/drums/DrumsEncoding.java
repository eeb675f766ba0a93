package ductus.music.encoding.drums;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Bar;
import ductus.music.TimeSignature;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A drum kit as the strokes of each grid step: for each stroke its drum with its level, then its
 * shift; then a token that ends the step.
 *
 * <p>A header says grid, metre, tempo and length, so that each can be forced or left to the model
 * to draw; a metre token at a bar line changes the metre. Within a step, strokes go from kick to
 * ride; a drum that is struck twice in a step (flams, rolls) goes from early to late. All of a
 * pattern comes back exactly but its tempo, which becomes the nearest metronome mark.
 */
public final class DrumsEncoding implements Encoding<DrumPattern> {
  /** Name of this encoding in model files. */
  public static final String NAME = "drums";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME, 1, DrumsVocabulary.SIZE, DrumsCursor.tableSize(), DrumsCursor.FEATURES);

  /** Place of the grid among the tokens of the header, behind the start. */
  public static final int GRID_SLOT = 1;

  /** Place of the first metre among the tokens of the header. */
  public static final int METRE_SLOT = 2;

  /** Place of the tempo among the tokens of the header. */
  public static final int TEMPO_SLOT = 3;

  /** Place of the length among the tokens of the header. */
  public static final int LENGTH_SLOT = 4;

  /** Place of the first token behind the header. */
  public static final int FIRST_STEP = 5;

  private static final int DEFAULT_TEMPO = 120;

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return DrumsVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new DrumsCursor();
  }

  @Override
  public int[] tokens(DrumPattern pattern) {
    List<Bar> bars = pattern.bars();
    check(pattern, bars);
    List<Integer> tokens = new ArrayList<>();
    Collections.addAll(
        tokens,
        DrumsVocabulary.START,
        DrumsVocabulary.gridToken(pattern.stepsPerQuarter()),
        DrumsVocabulary.metreToken(pattern.timeSignatures().get(0)),
        DrumsVocabulary.tempoToken(pattern.quartersPerMinute()),
        DrumsVocabulary.lengthToken(bars.size()));
    int metre = 1;
    int hit = 0;
    for (int step = 0; step < pattern.steps(); step++) {
      if (metre < pattern.timeSignatures().size()
          && pattern.timeSignatures().get(metre).tick() == step) {
        tokens.add(DrumsVocabulary.metreToken(pattern.timeSignatures().get(metre++)));
      }
      while (hit < pattern.hits().size() && pattern.hits().get(hit).step() == step) {
        DrumHit stroke = pattern.hits().get(hit++);
        tokens.add(DrumsVocabulary.hitToken(stroke.drum(), stroke.level()));
        tokens.add(DrumsVocabulary.shiftToken(stroke.shift()));
      }
      tokens.add(DrumsVocabulary.STEP);
    }
    tokens.add(DrumsVocabulary.END);
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public DrumPattern decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length());
  }

  /**
   * Decodes tokens that are being drawn.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public DrumPattern decode(int[] tokens, int length) {
    DrumsCursor cursor = new DrumsCursor();
    List<TimeSignature> metres = new ArrayList<>();
    List<DrumHit> hits = new ArrayList<>();
    int tempo = DEFAULT_TEMPO;
    int hit = Sequence.NONE;
    for (int t = 0; t < length; t++) {
      int token = tokens[t];
      if (!cursor.allows(token)) {
        continue;
      }
      if (DrumsVocabulary.isTempo(token)) {
        tempo = DrumsVocabulary.tempo(token);
      } else if (DrumsVocabulary.isMetre(token)) {
        TimeSignature metre = DrumsVocabulary.metre(token);
        metres.add(new TimeSignature(cursor.steps(), metre.numerator(), metre.denominator()));
      } else if (DrumsVocabulary.isHit(token)) {
        hit = token;
      } else if (DrumsVocabulary.isShift(token)) {
        hits.add(
            new DrumHit(
                cursor.steps(),
                DrumsVocabulary.drum(hit),
                DrumsVocabulary.level(hit),
                DrumsVocabulary.shift(token)));
      }
      cursor.accept(token);
    }
    return whole(cursor, metres, tempo, hits);
  }

  /**
   * Finds where bars begin among tokens, and the place behind the last bar that is whole.
   *
   * @param tokens from the start token on
   */
  public static List<Integer> barLines(int[] tokens) {
    DrumsCursor cursor = new DrumsCursor();
    List<Integer> lines = new ArrayList<>();
    for (int t = 0; t < tokens.length; t++) {
      int before = cursor.barsDone();
      cursor.accept(tokens[t]);
      if (t == FIRST_STEP - 1 || cursor.barsDone() > before) {
        lines.add(t + 1);
      }
    }
    return lines;
  }

  /** Returns the pattern with the last bar filled up, and with what the header left out. */
  private static DrumPattern whole(
      DrumsCursor cursor, List<TimeSignature> metres, int tempo, List<DrumHit> hits) {
    int grid = cursor.stepsPerQuarter() == 0 ? 4 : cursor.stepsPerQuarter();
    if (metres.isEmpty()) {
      metres.add(new TimeSignature(0, 4, 4));
    }
    int needed = hits.isEmpty() ? 1 : hits.get(hits.size() - 1).step() + 1;
    int wanted = Math.max(needed, cursor.steps());
    TimeSignature last = metres.get(metres.size() - 1);
    if (metres.size() > 1 && last.tick() >= wanted) {
      // A change of metre that no bar follows.
      metres.remove(metres.size() - 1);
    }
    List<Bar> bars = Bar.layOut(metres, grid, wanted);
    return new DrumPattern(grid, (int) bars.get(bars.size() - 1).end(), metres, tempo, hits);
  }

  private static void check(DrumPattern pattern, List<Bar> bars) {
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      if (!bar.isWhole(pattern.stepsPerQuarter()) || bar.end() > pattern.steps()) {
        throw new IllegalArgumentException(
            "bars must be whole on the grid but bar %d of %s has %d steps of %d a quarter"
                .formatted(
                    i + 1,
                    bar.metre(),
                    Math.min(bar.length(), pattern.steps() - bar.start()),
                    pattern.stepsPerQuarter()));
      }
    }
    TimeSignature last = pattern.timeSignatures().get(pattern.timeSignatures().size() - 1);
    if (bars.isEmpty() || last.tick() >= pattern.steps()) {
      throw new IllegalArgumentException("every metre must hold for a bar at least");
    }
  }
}
