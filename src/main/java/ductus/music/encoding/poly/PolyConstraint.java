package ductus.music.encoding.poly;

import ductus.generate.Constraint;
import ductus.music.Key;
import org.jspecify.annotations.Nullable;

/**
 * Holds a piece in frames to what is asked of it; the model draws what is left open.
 *
 * @param quarters length in quarter notes; 0 for any
 * @param scale that the pitches are kept to; null for none
 */
public record PolyConstraint(double quarters, @Nullable Key scale) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (scale != null) {
      for (int token = 0; token < allowed.length; token++) {
        if (PolyVocabulary.isPitch(token)) {
          allowed[token] &= scale.contains(PolyVocabulary.pitch(token));
        }
      }
    }
    if (quarters > 0 && length >= PolyEncoding.FIRST_FRAME) {
      restrictLength(tokens, length, allowed);
    }
  }

  private void restrictLength(int[] tokens, int length, boolean[] allowed) {
    int grid = PolyVocabulary.stepsPerQuarter(tokens[PolyEncoding.GRID_SLOT]);
    int steps = 0;
    for (int t = PolyEncoding.FIRST_FRAME; t < length; t++) {
      steps += tokens[t] == PolyVocabulary.END_OF_FRAME ? 1 : 0;
    }
    boolean done = steps >= Math.round(quarters * grid);
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &= done == (token == PolyVocabulary.END);
    }
  }
}
