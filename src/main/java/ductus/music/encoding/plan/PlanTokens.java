package ductus.music.encoding.plan;

import ductus.music.NoteName;
import ductus.music.Transposition;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;
import ductus.music.plan.TunePlan;
import java.util.stream.IntStream;

/**
 * The tokens of a plan, one behind the other: a new bar; the same, moved, varied from each
 * distance; no tone; the tones. A bar is said by its relation and, unless it is the same as
 * another, its tone.
 *
 * @param first token of a new bar
 */
public record PlanTokens(int first) {
  /** Relations but new, in the order of their tokens. */
  private static final BarRelation[] RETURNS = {
    BarRelation.SAME, BarRelation.MOVED, BarRelation.VARIED
  };

  private static final int RELATIONS = 1 + RETURNS.length * PlannedBar.FARTHEST;
  private static final int TONES = 2 + Transposition.HIGHEST_PITCH - Transposition.LOWEST_PITCH;

  /** Number of tokens. */
  public static final int COUNT = RELATIONS + TONES;

  private int firstTone() {
    return first + RELATIONS;
  }

  /** Whether a token is one of a plan. */
  public boolean contains(int token) {
    return token >= first && token < first + COUNT;
  }

  /** Whether a token says a bar's relation to those before it. */
  public boolean isRelation(int token) {
    return token >= first && token < firstTone();
  }

  /** Whether a token says a bar's first pitch, or that it has none. */
  public boolean isTone(int token) {
    return contains(token) && !isRelation(token);
  }

  /** The relation that a relation's token says. */
  public BarRelation relation(int token) {
    return token == first ? BarRelation.NEW : RETURNS[(token - first - 1) / PlannedBar.FARTHEST];
  }

  /** The distance, in bars, that a relation's token says; 0 of a new bar. */
  public int distance(int token) {
    return token == first ? 0 : 1 + (token - first - 1) % PlannedBar.FARTHEST;
  }

  /** The pitch that a tone's token says, or {@link PlannedBar#NO_TONE}. */
  public int tone(int token) {
    return token == firstTone()
        ? PlannedBar.NO_TONE
        : token - firstTone() - 1 + Transposition.LOWEST_PITCH;
  }

  /** The token of a relation. */
  public int relationToken(BarRelation relation, int distance) {
    int token = first;
    for (int i = 0; i < RETURNS.length; i++) {
      token = RETURNS[i] == relation ? first + i * PlannedBar.FARTHEST + distance : token;
    }
    return token;
  }

  /** The token of a pitch, or of {@link PlannedBar#NO_TONE}. */
  public int toneToken(int tone) {
    return tone == PlannedBar.NO_TONE
        ? firstTone()
        : firstTone() + 1 + tone - Transposition.LOWEST_PITCH;
  }

  /** The tokens of a plan. */
  public IntStream of(TunePlan plan) {
    return plan.bars().stream().flatMapToInt(this::of);
  }

  /** The tokens of one bar of a plan. */
  public IntStream of(PlannedBar bar) {
    int relation = relationToken(bar.relation(), bar.distance());
    return bar.relation() == BarRelation.SAME
        ? IntStream.of(relation)
        : IntStream.of(relation, toneToken(bar.tone()));
  }

  /** The meaning of a token in words, such as {@code bar as 8 ago} or {@code from C4}. */
  public String describe(int token) {
    if (isTone(token)) {
      int tone = tone(token);
      return tone == PlannedBar.NO_TONE ? "without a note" : "from " + NoteName.of(tone);
    }
    return switch (relation(token)) {
      case NEW -> "new bar";
      case SAME -> "bar as " + distance(token) + " ago";
      case MOVED -> "bar moved from " + distance(token) + " ago";
      case VARIED -> "bar varied from " + distance(token) + " ago";
    };
  }
}
