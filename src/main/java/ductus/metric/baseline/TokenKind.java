package ductus.metric.baseline;

import ductus.music.encoding.MelodyVocabulary;

/** What a token of the melody encoding speaks of. */
public enum TokenKind {
  /** Grid, metre, key and length, changes of metre, and the end. */
  HEADER("header, metre changes, end"),
  /** The plan: which bars return, and from where. */
  PLAN("plan of the bars"),
  /** A note that begins, and its pitch. */
  ONSET("onsets with their pitch"),
  /** A grid step on which nothing begins: the encoding's filling. */
  HOLD_OR_REST("holds and rests");

  private final String label;

  TokenKind(String label) {
    this.label = label;
  }

  /** The name of this kind in words. */
  public String label() {
    return label;
  }

  static TokenKind of(int token) {
    if (MelodyVocabulary.isOnset(token)) {
      return ONSET;
    }
    if (MelodyVocabulary.PLAN.contains(token)) {
      return PLAN;
    }
    return MelodyVocabulary.takesTime(token) ? HOLD_OR_REST : HEADER;
  }
}
