package ductus.music.encoding.voices;

import ductus.music.choir.Cadence;
import ductus.music.choir.SungPhrase;

/**
 * A phrase as its plan says it.
 *
 * @param sung when it is sung, and in what metre
 * @param relation whether it is new, has an earlier phrase's tune, or is an earlier phrase
 * @param source number of that earlier phrase, from 0; −1 for a new one
 * @param cadence how it ends
 * @param degree semitones of the soprano's last note above the keynote; 12 where it rests
 */
record PlannedPhrase(SungPhrase sung, Relation relation, int source, Cadence cadence, int degree) {
  /** What a phrase has of an earlier one. */
  enum Relation {
    /** Nothing. */
    NEW,
    /** The soprano. */
    TUNE,
    /** All voices. */
    RETURN
  }

  /** Whether a voice is written; else it is an earlier phrase's. */
  boolean writes(int voice) {
    return switch (relation) {
      case NEW -> true;
      case TUNE -> voice != 0;
      case RETURN -> false;
    };
  }
}
