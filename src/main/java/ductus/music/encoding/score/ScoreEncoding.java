package ductus.music.encoding.score;

import ductus.generate.Constraint;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.TempoStep;
import ductus.music.encoding.score.ScoreVocabulary.Kind;
import ductus.music.harmony.ChordChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces for several instruments as bars, positions, tempos, chords, programs, parts, pitches,
 * velocities and durations, in any metre. An arrangement comes back exactly.
 */
public final class ScoreEncoding implements Encoding<Arrangement> {
  /** Name of this encoding in model files. */
  public static final String NAME = "score";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME, 2, ScoreVocabulary.SIZE, ScoreFeatures.tableSize(), ScoreFeatures.FEATURES);

  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);
  private static final TempoStep COMMON_TEMPO = new TempoStep(0, 120);

  /**
   * The arrangement that a token sequence means, and what was mended in it.
   *
   * @param skipped tokens that made no sense where they stood
   */
  public record ScoreDecoding(Arrangement arrangement, int skipped) {}

  /**
   * Keeps the notes of a piece, but drums, and the roots and basses of its chords to a scale.
   *
   * @param scale of the notes that are allowed
   */
  public record ScoreScaleConstraint(Key scale) implements Constraint {
    @Override
    public void restrict(int[] tokens, int length, boolean[] allowed) {
      for (int token = 0; token < ScoreVocabulary.SIZE; token++) {
        Kind kind = ScoreVocabulary.kind(token);
        if (kind == Kind.PITCH || kind == Kind.ROOT || kind == Kind.BASS) {
          allowed[token] &= scale.contains(ScoreVocabulary.index(token));
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
    return ScoreVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new ScoreCursor();
  }

  @Override
  public int[] tokens(Arrangement arrangement) {
    return new ArrangementTokens(arrangement).write();
  }

  @Override
  public Arrangement decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length()).arrangement();
  }

  /**
   * Decodes tokens that are being drawn, and counts those that make no sense.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public ScoreDecoding decode(int[] tokens, int length) {
    ScoreGrammar grammar = new ScoreGrammar();
    List<TimeSignature> metres = new ArrayList<>();
    List<TempoStep> tempos = new ArrayList<>();
    List<ChordChange> chords = new ArrayList<>();
    List<PartNote> notes = new ArrayList<>();
    int skipped = 0;
    for (int t = 0; t < length; t++) {
      if (!grammar.allows(tokens[t])) {
        skipped++;
        continue;
      }
      Kind kind = ScoreVocabulary.kind(tokens[t]);
      grammar.accept(tokens[t]);
      switch (kind) {
        case DENOMINATOR -> metres.add(grammar.bar().metre());
        case TEMPO -> tempos.add(new TempoStep(grammar.step(), grammar.tempo()));
        case TEMPO_FRACTION ->
            tempos.set(tempos.size() - 1, new TempoStep(grammar.step(), grammar.tempo()));
        case NO_CHORD, QUALITY -> chords.add(new ChordChange(grammar.step(), grammar.chord()));
        case BASS ->
            chords.set(chords.size() - 1, new ChordChange(grammar.step(), grammar.chord()));
        case DURATION -> notes.add(grammar.note());
        default -> {}
      }
    }
    Arrangement arrangement =
        new Arrangement(
            metres.isEmpty() ? List.of(COMMON_TIME) : metres,
            tempos.isEmpty() ? List.of(COMMON_TEMPO) : tempos,
            chords,
            notes);
    return new ScoreDecoding(arrangement, skipped);
  }
}
