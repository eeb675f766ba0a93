package ductus.music.encoding.score;

import ductus.model.Encoding.TrialCursor;

/** Follows a sequence of {@link ScoreEncoding}: its grammar, and the side features beside it. */
final class ScoreCursor implements TrialCursor {
  private final ScoreGrammar grammar = new ScoreGrammar();
  private final ScoreFeatures features = new ScoreFeatures(grammar);

  @Override
  public void features(int[] into) {
    features.write(into);
  }

  @Override
  public boolean allows(int token) {
    return grammar.allows(token);
  }

  @Override
  public boolean allowsAll(int[] tokens) {
    ScoreGrammar trial = new ScoreGrammar(grammar);
    for (int token : tokens) {
      if (!trial.allows(token)) {
        return false;
      }
      trial.accept(token);
    }
    return true;
  }

  @Override
  public void accept(int token) {
    if (!grammar.allows(token)) {
      return;
    }
    int bars = grammar.bars();
    grammar.accept(token);
    if (grammar.bars() > bars) {
      features.beginBar();
    }
    if (ScoreVocabulary.kind(token) == ScoreVocabulary.Kind.DURATION) {
      features.remember(grammar.note());
    }
  }

  @Override
  public boolean ended() {
    return grammar.ended();
  }
}
